package io.github.sparsej.linalg;

/**
 * Tiles of 3 rows of A and 3 rows of B: 9 multiply-adds for 6 loads and 3 stores. The fastest shape in plain Java
 * (JDK 17, AVX-512).
 * <p>
 * The kernel is written as C2 needs it to make vector code, without which it runs at a fifth of its speed: the elements
 * of A are arguments, not loaded here; it holds one loop, since of several in a method C2 may vectorise only one; each
 * row's sum is a chain of its own; and it must not be inlined into the loops around it. C2 inlines no hot method of more
 * than 325 bytecodes: beside telling the contract, the assertions (which cost nothing where they are off) bring it beyond
 * that.
 */
final class FloatTiles3x3 extends FloatTiles {

	FloatTiles3x3() {
		super(3, 3);
	}

	@Override
	void tile(final float[] a, final int at, final int stride, final float[][] b, final int k, final float[][] c, final int columns) {
		final int r0 = at, r1 = r0 + stride, r2 = r1 + stride;
		kernel(a[r0], a[r0 + 1], a[r0 + 2], a[r1], a[r1 + 1], a[r1 + 2], a[r2], a[r2 + 1], a[r2 + 2],
			b[k], b[k + 1], b[k + 2], c[0], c[1], c[2], columns);
	}

	private static void kernel(final float x00, final float x01, final float x02, final float x10, final float x11, final float x12, final float x20, final float x21, final float x22,
		final float[] b0, final float[] b1, final float[] b2, final float[] c0, final float[] c1, final float[] c2, final int columns)
	{
		assert columns <= b0.length : "b0 has " + b0.length;
		assert columns <= b1.length : "b1 has " + b1.length;
		assert columns <= b2.length : "b2 has " + b2.length;
		assert columns <= c0.length : "c0 has " + c0.length;
		assert columns <= c1.length : "c1 has " + c1.length;
		assert columns <= c2.length : "c2 has " + c2.length;
		for (int j = 0; j < columns; j++) {
			final float d0 = b0[j], d1 = b1[j], d2 = b2[j];
			float s0 = Math.fma(x00, d0, c0[j]);
			s0 = Math.fma(x01, d1, s0);
			s0 = Math.fma(x02, d2, s0);
			float s1 = Math.fma(x10, d0, c1[j]);
			s1 = Math.fma(x11, d1, s1);
			s1 = Math.fma(x12, d2, s1);
			float s2 = Math.fma(x20, d0, c2[j]);
			s2 = Math.fma(x21, d1, s2);
			s2 = Math.fma(x22, d2, s2);
			c0[j] = s0;
			c1[j] = s1;
			c2[j] = s2;
		}
	}
}
