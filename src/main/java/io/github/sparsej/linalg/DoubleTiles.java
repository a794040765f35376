package io.github.sparsej.linalg;

import java.util.Arrays;

/** Plain Java in tiles of 3 rows of A and 3 rows of B, as {@link FloatTiles3x3}, in float64. */
final class DoubleTiles implements DoubleProduct {

	/** Rows of C in work at a time, for the cache; a multiple of 3. */
	private static final int BLOCK_ROWS = 48;
	/** Rows of B in work at a time; a multiple of 3. */
	private static final int BLOCK_INNER = 24;

	@Override
	public void multiply(final double[] a, final int offset, final int stride, final int rows, final int inner, final double[][] b, final int columns, final double[][] c) {
		for (int begin = 0; begin < rows; begin += BLOCK_ROWS) {
			final int end = Math.min(rows, begin + BLOCK_ROWS);
			for (int r = begin; r < end; r++) Arrays.fill(c[r], 0, columns, 0);
			for (int k = 0; k < inner; k += BLOCK_INNER) block(a, offset, stride, begin, end, k, Math.min(inner, k + BLOCK_INNER), b, columns, c);
		}
	}

	private static void block(final double[] a, final int offset, final int stride, final int begin, final int end, final int innerBegin, final int innerEnd, final double[][] b, final int columns, final double[][] c) {
		int r = begin;
		for (; r + 3 <= end; r += 3)
			for (int k = innerBegin, at = offset + r * stride + k; k < innerEnd; k += 3, at += 3)
				kernel(a, at, at + stride, at + 2 * stride, Math.min(3, innerEnd - k), b, k, c[r], c[r + 1], c[r + 2], columns);
		for (; r < end; r++)
			for (int k = innerBegin; k < innerEnd; k++) add(a[offset + r * stride + k], b[k], c[r], columns);
	}

	/** One method with the loops of all depths, to be beyond what C2 inlines. */
	private static void kernel(final double[] a, final int r0, final int r1, final int r2, final int depth, final double[][] b, final int k,
		final double[] c0, final double[] c1, final double[] c2, final int columns)
	{
		final double x00 = a[r0], x10 = a[r1], x20 = a[r2];
		final double[] b0 = b[k];
		if (depth == 1) {
			for (int j = 0; j < columns; j++) {
				final double d0 = b0[j];
				c0[j] = Math.fma(x00, d0, c0[j]);
				c1[j] = Math.fma(x10, d0, c1[j]);
				c2[j] = Math.fma(x20, d0, c2[j]);
			}
			return;
		}
		final double x01 = a[r0 + 1], x11 = a[r1 + 1], x21 = a[r2 + 1];
		final double[] b1 = b[k + 1];
		if (depth == 2) {
			for (int j = 0; j < columns; j++) {
				final double d0 = b0[j], d1 = b1[j];
				c0[j] = Math.fma(x01, d1, Math.fma(x00, d0, c0[j]));
				c1[j] = Math.fma(x11, d1, Math.fma(x10, d0, c1[j]));
				c2[j] = Math.fma(x21, d1, Math.fma(x20, d0, c2[j]));
			}
			return;
		}
		final double x02 = a[r0 + 2], x12 = a[r1 + 2], x22 = a[r2 + 2];
		final double[] b2 = b[k + 2];
		for (int j = 0; j < columns; j++) {
			final double d0 = b0[j], d1 = b1[j], d2 = b2[j];
			c0[j] = Math.fma(x02, d2, Math.fma(x01, d1, Math.fma(x00, d0, c0[j])));
			c1[j] = Math.fma(x12, d2, Math.fma(x11, d1, Math.fma(x10, d0, c1[j])));
			c2[j] = Math.fma(x22, d2, Math.fma(x21, d1, Math.fma(x20, d0, c2[j])));
		}
	}

	private static void add(final double x, final double[] b, final double[] c, final int columns) {
		for (int j = 0; j < columns; j++) c[j] = Math.fma(x, b[j], c[j]);
	}
}
