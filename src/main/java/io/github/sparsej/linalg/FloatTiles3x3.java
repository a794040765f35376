package io.github.sparsej.linalg;

/**
 * Tiles of 3 rows of A and 3 rows of B: 9 multiply-adds for 6 loads and 3 stores. Usually the fastest in plain Java
 * (JDK 17).
 */
final class FloatTiles3x3 extends FloatTiles {

	FloatTiles3x3() {
		super(3, 3);
	}

	@Override
	void tile(final float[] a, final int at, final int stride, final int depth, final float[][] b, final int k, final float[][] c, final int r, final int columns) {
		kernel(a, at, at + stride, at + 2 * stride, depth, b, k, c[r], c[r + 1], c[r + 2], columns);
	}

	/**
	 * One method with the loops of all depths, so that it is beyond the 325 bytecodes that C2 inlines: inlined into the
	 * loops around it, the same code has run at a fifth of its speed.
	 */
	private static void kernel(final float[] a, final int r0, final int r1, final int r2, final int depth, final float[][] b, final int k,
		final float[] c0, final float[] c1, final float[] c2, final int columns)
	{
		final float x00 = a[r0], x10 = a[r1], x20 = a[r2];
		final float[] b0 = b[k];
		if (depth == 1) {
			for (int j = 0; j < columns; j++) {
				final float d0 = b0[j];
				c0[j] = Math.fma(x00, d0, c0[j]);
				c1[j] = Math.fma(x10, d0, c1[j]);
				c2[j] = Math.fma(x20, d0, c2[j]);
			}
			return;
		}
		final float x01 = a[r0 + 1], x11 = a[r1 + 1], x21 = a[r2 + 1];
		final float[] b1 = b[k + 1];
		if (depth == 2) {
			for (int j = 0; j < columns; j++) {
				final float d0 = b0[j], d1 = b1[j];
				c0[j] = Math.fma(x01, d1, Math.fma(x00, d0, c0[j]));
				c1[j] = Math.fma(x11, d1, Math.fma(x10, d0, c1[j]));
				c2[j] = Math.fma(x21, d1, Math.fma(x20, d0, c2[j]));
			}
			return;
		}
		final float x02 = a[r0 + 2], x12 = a[r1 + 2], x22 = a[r2 + 2];
		final float[] b2 = b[k + 2];
		for (int j = 0; j < columns; j++) {
			final float d0 = b0[j], d1 = b1[j], d2 = b2[j];
			c0[j] = Math.fma(x02, d2, Math.fma(x01, d1, Math.fma(x00, d0, c0[j])));
			c1[j] = Math.fma(x12, d2, Math.fma(x11, d1, Math.fma(x10, d0, c1[j])));
			c2[j] = Math.fma(x22, d2, Math.fma(x21, d1, Math.fma(x20, d0, c2[j])));
		}
	}

	@Override
	void row(final float[] a, final int at, final int depth, final float[][] b, final int k, final float[] c, final int columns) {
		if (depth < 3)
			for (int i = 0; i < depth; i++) add(a[at + i], b[k + i], c, columns);
		else
			add(a[at], a[at + 1], a[at + 2], b[k], b[k + 1], b[k + 2], c, columns);
	}

	private static void add(final float x0, final float x1, final float x2, final float[] b0, final float[] b1, final float[] b2, final float[] c, final int columns) {
		for (int j = 0; j < columns; j++) c[j] = Math.fma(x2, b2[j], Math.fma(x1, b1[j], Math.fma(x0, b0[j], c[j])));
	}
}
