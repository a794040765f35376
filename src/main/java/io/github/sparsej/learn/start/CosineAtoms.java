package io.github.sparsej.learn.start;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;

import io.github.sparsej.model.Dictionary;
import io.github.sparsej.model.PatchShape;

/**
 * The separable discrete cosine transform as atoms: products of one cosine along x, y, z and over the channels.
 * <p>
 * As many atoms as pixels: the orthonormal DCT-II, cos((i + 1/2) k pi / n). Fewer: its lowest frequencies. More: the
 * overcomplete transform of Elad &amp; Aharon (2006), cos(i k pi / K) with K waves along each axis, those with k above 0
 * without their mean. The waves along x run fastest.
 */
final class CosineAtoms {

	private CosineAtoms() {}

	static Dictionary of(final PatchShape shape, final int atomCount) {
		final int[] sizes = { shape.channels(), shape.depth(), shape.height(), shape.width() };
		final double[][][] waves = new double[sizes.length][][];
		for (int axis = 0; axis < sizes.length; axis++) waves[axis] = waves(sizes[axis], wavesAlong(sizes, axis, atomCount));
		final float[] atoms = new float[InitialDictionaries.size(atomCount, shape.length())];
		final List<int[]> chosen = lowest(waves, atomCount);
		for (int i = 0; i < atomCount; i++) {
			final int[] k = chosen.get(i);
			int j = i * shape.length();
			for (final double c : waves[0][k[0]])
				for (final double z : waves[1][k[1]])
					for (final double y : waves[2][k[2]])
						for (final double x : waves[3][k[3]]) atoms[j++] = (float) (c * z * y * x);
		}
		return Dictionary.normalized(shape, atomCount, atoms);
	}

	/**
	 * The fewest along every axis whose products are enough. Two values have two waves and no more: without their mean, all
	 * others are the same.
	 */
	private static int wavesAlong(final int[] sizes, final int axis, final int atomCount) {
		if (sizes[axis] <= 2) return sizes[axis];
		double axes = 0, length = 1;
		for (final int size : sizes) {
			if (size > 2) axes++;
			length *= size;
		}
		return Math.max(sizes[axis], (int) Math.ceil(sizes[axis] * Math.pow(atomCount / length, 1 / axes) - 1e-9));
	}

	private static double[][] waves(final int size, final int count) {
		final double[][] waves = new double[count][size];
		for (int k = 0; k < count; k++) {
			double mean = 0;
			for (int i = 0; i < size; i++) {
				waves[k][i] = Math.cos((count == size ? i + 0.5 : i) * k * Math.PI / count);
				mean += waves[k][i] / size;
			}
			if (k > 0) for (int i = 0; i < size; i++) waves[k][i] -= mean;
		}
		return waves;
	}

	/** The frequencies (one number an axis) of the atoms, in lexicographic order; of too many the lowest. */
	private static List<int[]> lowest(final double[][][] waves, final int atomCount) {
		final List<int[]> all = new ArrayList<>();
		for (int c = 0; c < waves[0].length; c++)
			for (int z = 0; z < waves[1].length; z++)
				for (int y = 0; y < waves[2].length; y++)
					for (int x = 0; x < waves[3].length; x++) all.add(new int[] { c, z, y, x });
		if (all.size() < atomCount) throw new IllegalArgumentException("a patch as small as this has " + all.size() + " different cosines, " + atomCount + " atoms were asked for");
		final List<int[]> byFrequency = new ArrayList<>(all);
		byFrequency.sort(Comparator.comparingDouble(k -> frequency(k, waves))); // stable
		all.retainAll(new HashSet<>(byFrequency.subList(0, atomCount))); // arrays are equal to themselves only
		return all;
	}

	private static double frequency(final int[] k, final double[][][] waves) {
		double sum = 0;
		for (int axis = 0; axis < k.length; axis++) sum += Math.pow((double) k[axis] / waves[axis].length, 2);
		return sum;
	}
}
