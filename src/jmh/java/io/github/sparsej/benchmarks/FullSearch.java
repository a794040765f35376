package io.github.sparsej.benchmarks;

import java.util.Arrays;

import io.github.sparsej.linalg.FloatProduct;
import io.github.sparsej.linalg.SegmentKernel;
import io.github.sparsej.model.Dictionary;
import io.github.sparsej.model.Volume;

/**
 * The steps of convolutional pursuit in the way that keeps nothing of what was found before: at every step a look at all correlations, by the
 * same kernels in the same layout. For square images and atoms of one channel.
 */
final class FullSearch {

	private final Dictionary dictionary;
	private final int atomSide;
	private final int count;
	/** G_sk(dy, dx) at [s][dy][dx * p + k]. */
	private final float[][][] products;

	FullSearch(final Dictionary dictionary) {
		this.dictionary = dictionary;
		atomSide = dictionary.shape().width();
		count = dictionary.atomCount();
		products = new float[count][][];
		final int side = 3 * atomSide - 2;
		for (int s = 0; s < count; s++) {
			final float[] padded = new float[side * side], atom = dictionary.atom(s);
			for (int y = 0; y < atomSide; y++) System.arraycopy(atom, y * atomSide, padded, (y + atomSide - 1) * side + atomSide - 1, atomSide);
			products[s] = correlate(Volume.plane(side, side, padded));
		}
	}

	private float[][] correlate(final Volume image) {
		final int side = image.width(), places = side - atomSide + 1;
		final float[][] unfolded = new float[atomSide * atomSide][places], found = new float[count][places], maps = new float[places][places * count];
		for (int y = 0; y < places; y++) {
			for (int tap = 0; tap < unfolded.length; tap++) System.arraycopy(image.plane(0, 0), (y + tap / atomSide) * side + tap % atomSide, unfolded[tap], 0, places);
			FloatProduct.best().multiply(dictionary.toArray(), 0, unfolded.length, count, unfolded.length, unfolded, places, found);
			for (int k = 0; k < count; k++) for (int x = 0; x < places; x++) maps[y][x * count + k] = found[k][x];
		}
		return maps;
	}

	/** The correlations a pursuit begins with. */
	float[][] begin(final Volume image) {
		return correlate(image);
	}

	/** Steps of a pursuit. Returns the last coefficient. */
	float run(final float[][] maps, final int steps) {
		final SegmentKernel kernel = SegmentKernel.ofLength(maps[0].length);
		final float[] maxima = new float[maps[0].length];
		float coefficient = 0;
		for (int step = 0; step < steps; step++) {
			Arrays.fill(maxima, 0);
			for (final float[] row : maps) kernel.raise(row, 0, row.length, null, true, maxima);
			final float most = SegmentKernel.largest(maxima, 0, maxima.length);
			int column = 0, row = 0;
			while (maxima[column] != most) column++;
			while (Math.abs(maps[row][column]) != most) row++;
			coefficient = maps[row][column];
			subtract(kernel, maps, row, column / count, products[column % count], coefficient);
		}
		return coefficient;
	}

	private void subtract(final SegmentKernel kernel, final float[][] maps, final int y, final int x, final float[][] atom, final float coefficient) {
		final int reach = atomSide - 1, beginX = Math.max(0, x - reach), endX = Math.min(maps.length, x + reach + 1);
		for (int row = Math.max(0, y - reach); row < Math.min(maps.length, y + reach + 1); row++)
			kernel.subtract(maps[row], beginX * count, (endX - beginX) * count, coefficient, atom[row - y + reach], (beginX - x + reach) * count);
	}
}
