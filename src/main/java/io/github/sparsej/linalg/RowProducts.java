package io.github.sparsej.linalg;

/**
 * Inner products of rows of a matrix with one vector, in float32: y_k = M[r_k] x. Eight rows go side by side, since the terms of
 * one are added in order, with fma, and each addition would otherwise wait for the one before.
 */
public final class RowProducts {

	private RowProducts() {}

	/**
	 * The products of entries {@code begin} to {@code end - 1}.
	 *
	 * @param matrix rows of at least x's length; not modified
	 * @param row    r_k, rows of the matrix from 0; not modified
	 * @param x      not modified
	 * @param y      takes the products, at the places of their entries
	 */
	public static void of(final float[][] matrix, final int[] row, final int begin, final int end, final float[] x, final float[] y) {
		int k = begin;
		for (; k + 8 <= end; k += 8)
			ofEight(matrix[row[k]], matrix[row[k + 1]], matrix[row[k + 2]], matrix[row[k + 3]], matrix[row[k + 4]], matrix[row[k + 5]], matrix[row[k + 6]], matrix[row[k + 7]], x, y, k);
		for (; k < end; k++) y[k] = ofOne(matrix[row[k]], x);
	}

	private static void ofEight(final float[] r0, final float[] r1, final float[] r2, final float[] r3, final float[] r4, final float[] r5, final float[] r6, final float[] r7,
		final float[] x, final float[] y, final int k)
	{
		float s0 = 0, s1 = 0, s2 = 0, s3 = 0, s4 = 0, s5 = 0, s6 = 0, s7 = 0;
		for (int j = 0; j < x.length; j++) {
			final float value = x[j];
			s0 = Math.fma(r0[j], value, s0);
			s1 = Math.fma(r1[j], value, s1);
			s2 = Math.fma(r2[j], value, s2);
			s3 = Math.fma(r3[j], value, s3);
			s4 = Math.fma(r4[j], value, s4);
			s5 = Math.fma(r5[j], value, s5);
			s6 = Math.fma(r6[j], value, s6);
			s7 = Math.fma(r7[j], value, s7);
		}
		y[k] = s0;
		y[k + 1] = s1;
		y[k + 2] = s2;
		y[k + 3] = s3;
		y[k + 4] = s4;
		y[k + 5] = s5;
		y[k + 6] = s6;
		y[k + 7] = s7;
	}

	private static float ofOne(final float[] row, final float[] x) {
		float sum = 0;
		for (int j = 0; j < x.length; j++) sum = Math.fma(row[j], x[j], sum);
		return sum;
	}
}
