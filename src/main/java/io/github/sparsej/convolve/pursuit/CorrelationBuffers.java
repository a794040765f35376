package io.github.sparsej.convolve.pursuit;

import io.github.sparsej.linalg.FloatProduct;
import io.github.sparsej.model.PatchShape;

/**
 * Correlations of an image with atoms at all places, {@code C_k(y, x) = sum over c, u, v of image(c, y + u, x + v) d_k(c, u, v)}, by the
 * product of the atoms with the patches of some rows at a time, which are unfolded to a row for each value of an atom. Each
 * is one chain of multiply-adds, so that it has the same bits wherever rows are cut. Not thread-safe: one per thread, used again.
 */
final class CorrelationBuffers {

	/** Places at a time: with so many, unfolded patches of usual size are in the second level of cache, and rows are long. */
	private static final int PLACES = 1024;

	/** Rows of places at a time. */
	final int rows;
	private final PatchShape shape;
	private final int count;
	private final int places;
	/** Places of a row at a time. */
	private final int columns;
	private final float[][] unfolded;
	private final float[][] products;

	/** @param places along x */
	CorrelationBuffers(final PatchShape shape, final int count, final int places) {
		this.shape = shape;
		this.count = count;
		this.places = places;
		rows = rows(places);
		columns = Math.min(places, PLACES / rows);
		unfolded = new float[shape.length()][rows * columns];
		products = new float[count][rows * columns];
	}

	/** What it takes at most. */
	static long bytes(final PatchShape shape, final int count) {
		return (long) Float.BYTES * PLACES * (shape.length() + count);
	}

	/** For how many places along x it is. */
	int places() {
		return places;
	}

	/** Rows at a time for so many places along x: a whole number of blocks of maxima. */
	static int rows(final int places) {
		return CorrelationMaps.SIDE * Math.max(1, Math.min(PLACES / CorrelationMaps.SIDE, PLACES / places) / CorrelationMaps.SIDE);
	}

	/**
	 * @param planes one per channel; not modified
	 * @param width  of the image, px
	 * @param atoms  p x m, row-major; not modified
	 * @param y      first row of places
	 * @param maps   a row of places each, at most {@link #rows}: C_k(y, x) is {@code [x * p + k]}; overwritten
	 */
	void correlate(final float[][] planes, final int width, final float[] atoms, final int y, final float[][] maps) {
		final int all = width - shape.width() + 1;
		for (int x = 0; x < all; x += columns) {
			final int n = Math.min(columns, all - x);
			unfold(planes, width, y, x, maps.length, n);
			FloatProduct.best().multiply(atoms, 0, shape.length(), count, shape.length(), unfolded, maps.length * n, products);
			for (int row = 0; row < maps.length; row++) interleave(row * n, n, maps[row], x * count);
		}
	}

	private void unfold(final float[][] planes, final int width, final int y, final int x, final int height, final int n) {
		for (int c = 0, tap = 0; c < shape.channels(); c++)
			for (int u = 0; u < shape.height(); u++)
				for (int v = 0; v < shape.width(); v++, tap++)
					for (int row = 0; row < height; row++) System.arraycopy(planes[c], (y + row + u) * width + x + v, unfolded[tap], row * n, n);
	}

	private void interleave(final int from, final int n, final float[] map, final int to) {
		for (int k = 0; k < count; k++) {
			final float[] product = products[k];
			for (int i = 0, at = to + k; i < n; i++, at += count) map[at] = product[from + i];
		}
	}
}
