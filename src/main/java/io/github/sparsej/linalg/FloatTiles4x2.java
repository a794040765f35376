package io.github.sparsej.linalg;

/** Tiles of 4 rows of A and 2 rows of B: for JVMs whose C2 does badly with {@link FloatTiles3x3}. */
final class FloatTiles4x2 extends FloatTiles {

	FloatTiles4x2() {
		super(4, 4);
	}

	@Override
	void tile(final float[] a, final int at, final int stride, final int depth, final float[][] b, final int k, final float[][] c, final int r, final int columns) {
		kernel(a, at, at + stride, at + 2 * stride, at + 3 * stride, depth, b, k, c[r], c[r + 1], c[r + 2], c[r + 3], columns);
	}

	/** Two tiles in one method, which is so beyond the 325 bytecodes that C2 inlines (see {@link FloatTiles3x3}). */
	private static void kernel(final float[] a, final int r0, final int r1, final int r2, final int r3, final int depth, final float[][] b, final int k,
		final float[] c0, final float[] c1, final float[] c2, final float[] c3, final int columns)
	{
		if (depth >= 2) {
			final float x00 = a[r0], x10 = a[r1], x20 = a[r2], x30 = a[r3];
			final float x01 = a[r0 + 1], x11 = a[r1 + 1], x21 = a[r2 + 1], x31 = a[r3 + 1];
			final float[] b0 = b[k], b1 = b[k + 1];
			for (int j = 0; j < columns; j++) {
				final float d0 = b0[j], d1 = b1[j];
				c0[j] = Math.fma(x01, d1, Math.fma(x00, d0, c0[j]));
				c1[j] = Math.fma(x11, d1, Math.fma(x10, d0, c1[j]));
				c2[j] = Math.fma(x21, d1, Math.fma(x20, d0, c2[j]));
				c3[j] = Math.fma(x31, d1, Math.fma(x30, d0, c3[j]));
			}
		}
		if (depth == 4) {
			final float x02 = a[r0 + 2], x12 = a[r1 + 2], x22 = a[r2 + 2], x32 = a[r3 + 2];
			final float x03 = a[r0 + 3], x13 = a[r1 + 3], x23 = a[r2 + 3], x33 = a[r3 + 3];
			final float[] b2 = b[k + 2], b3 = b[k + 3];
			for (int j = 0; j < columns; j++) {
				final float d2 = b2[j], d3 = b3[j];
				c0[j] = Math.fma(x03, d3, Math.fma(x02, d2, c0[j]));
				c1[j] = Math.fma(x13, d3, Math.fma(x12, d2, c1[j]));
				c2[j] = Math.fma(x23, d3, Math.fma(x22, d2, c2[j]));
				c3[j] = Math.fma(x33, d3, Math.fma(x32, d2, c3[j]));
			}
		}
		else if (depth != 2) {
			final int last = depth - 1;
			add(a[r0 + last], b[k + last], c0, columns);
			add(a[r1 + last], b[k + last], c1, columns);
			add(a[r2 + last], b[k + last], c2, columns);
			add(a[r3 + last], b[k + last], c3, columns);
		}
	}

	@Override
	void row(final float[] a, final int at, final int depth, final float[][] b, final int k, final float[] c, final int columns) {
		for (int i = 0; i < depth; i++) add(a[at + i], b[k + i], c, columns);
	}
}
