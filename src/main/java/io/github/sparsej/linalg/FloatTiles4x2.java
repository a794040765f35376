package io.github.sparsej.linalg;

/** Tiles of 4 rows of A and 2 rows of B, written as {@link FloatTiles3x3}, for JVMs whose C2 does badly with that. */
final class FloatTiles4x2 extends FloatTiles {

	FloatTiles4x2() {
		super(4, 2);
	}

	@Override
	void tile(final float[] a, final int at, final int stride, final float[][] b, final int k, final float[][] c, final int columns) {
		final int r0 = at, r1 = r0 + stride, r2 = r1 + stride, r3 = r2 + stride;
		kernel(a[r0], a[r0 + 1], a[r1], a[r1 + 1], a[r2], a[r2 + 1], a[r3], a[r3 + 1],
			b[k], b[k + 1], c[0], c[1], c[2], c[3], columns);
	}

	private static void kernel(final float x00, final float x01, final float x10, final float x11, final float x20, final float x21, final float x30, final float x31,
		final float[] b0, final float[] b1, final float[] c0, final float[] c1, final float[] c2, final float[] c3, final int columns)
	{
		assert columns <= b0.length : "b0 has " + b0.length;
		assert columns <= b1.length : "b1 has " + b1.length;
		assert columns <= c0.length : "c0 has " + c0.length;
		assert columns <= c1.length : "c1 has " + c1.length;
		assert columns <= c2.length : "c2 has " + c2.length;
		assert columns <= c3.length : "c3 has " + c3.length;
		for (int j = 0; j < columns; j++) {
			final float d0 = b0[j], d1 = b1[j];
			float s0 = Math.fma(x00, d0, c0[j]);
			s0 = Math.fma(x01, d1, s0);
			float s1 = Math.fma(x10, d0, c1[j]);
			s1 = Math.fma(x11, d1, s1);
			float s2 = Math.fma(x20, d0, c2[j]);
			s2 = Math.fma(x21, d1, s2);
			float s3 = Math.fma(x30, d0, c3[j]);
			s3 = Math.fma(x31, d1, s3);
			c0[j] = s0;
			c1[j] = s1;
			c2[j] = s2;
			c3[j] = s3;
		}
	}
}
