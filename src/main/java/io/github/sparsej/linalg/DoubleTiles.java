package io.github.sparsej.linalg;

import java.util.Arrays;

/** Plain Java in tiles of 3 rows of A and 3 rows of B, written as {@link FloatTiles3x3} and for the same reasons, in float64. */
final class DoubleTiles implements DoubleProduct {

	/** Rows of C in work at a time, for the cache; a multiple of 3. */
	private static final int BLOCK_ROWS = 48;
	/** Rows of B in work at a time; a multiple of 3. */
	private static final int BLOCK_INNER = 18;

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
		for (; r + 3 <= end; r += 3) {
			int k = innerBegin;
			for (; k + 3 <= innerEnd; k += 3) {
				final int r0 = offset + r * stride + k, r1 = r0 + stride, r2 = r1 + stride;
				kernel(a[r0], a[r0 + 1], a[r0 + 2], a[r1], a[r1 + 1], a[r1 + 2], a[r2], a[r2 + 1], a[r2 + 2], b[k], b[k + 1], b[k + 2], c[r], c[r + 1], c[r + 2], columns);
			}
			for (int i = r; i < r + 3; i++) addRows(a, offset + i * stride, k, innerEnd, b, c[i], columns);
		}
		for (; r < end; r++) addRows(a, offset + r * stride, innerBegin, innerEnd, b, c[r], columns);
	}

	private static void addRows(final double[] a, final int at, final int begin, final int end, final double[][] b, final double[] c, final int columns) {
		for (int k = begin; k < end; k++) add(a[at + k], b[k], c, columns);
	}

	private static void add(final double x, final double[] b, final double[] c, final int columns) {
		for (int j = 0; j < columns; j++) c[j] = Math.fma(x, b[j], c[j]);
	}

	private static void kernel(final double x00, final double x01, final double x02, final double x10, final double x11, final double x12, final double x20, final double x21, final double x22,
		final double[] b0, final double[] b1, final double[] b2, final double[] c0, final double[] c1, final double[] c2, final int columns)
	{
		assert columns <= b0.length : "b0 has " + b0.length;
		assert columns <= b1.length : "b1 has " + b1.length;
		assert columns <= b2.length : "b2 has " + b2.length;
		assert columns <= c0.length : "c0 has " + c0.length;
		assert columns <= c1.length : "c1 has " + c1.length;
		assert columns <= c2.length : "c2 has " + c2.length;
		for (int j = 0; j < columns; j++) {
			final double d0 = b0[j], d1 = b1[j], d2 = b2[j];
			double s0 = Math.fma(x00, d0, c0[j]);
			s0 = Math.fma(x01, d1, s0);
			s0 = Math.fma(x02, d2, s0);
			double s1 = Math.fma(x10, d0, c1[j]);
			s1 = Math.fma(x11, d1, s1);
			s1 = Math.fma(x12, d2, s1);
			double s2 = Math.fma(x20, d0, c2[j]);
			s2 = Math.fma(x21, d1, s2);
			s2 = Math.fma(x22, d2, s2);
			c0[j] = s0;
			c1[j] = s1;
			c2[j] = s2;
		}
	}
}
