package io.github.sparsej.linalg;

import java.util.Arrays;

/**
 * For an A of many zeros, as the codes of rectified units are: rows of C are combinations of those rows of B whose coefficient is
 * not 0, four in one pass. (Eight in one pass are not compiled to vector code.) A term of a zero leaves the sum as it is, to the bit,
 * so that leaving it out changes nothing, as long as B is finite.
 */
final class NonzeroRows implements DoubleProduct {

	@Override
	public void multiply(final double[] a, final int offset, final int stride, final int rows, final int inner, final double[][] b, final int columns, final double[][] c) {
		final double[] coefficients = new double[inner];
		final double[][] terms = new double[inner][];
		for (int r = 0; r < rows; r++) {
			int count = 0;
			for (int k = 0; k < inner; k++) {
				// Without a branch, which half of the time would be foretold wrongly.
				coefficients[count] = a[offset + r * stride + k];
				terms[count] = b[k];
				count += coefficients[count] != 0 ? 1 : 0;
			}
			combine(coefficients, terms, count, columns, c[r]);
		}
	}

	private static void combine(final double[] coefficients, final double[][] terms, final int count, final int columns, final double[] c) {
		Arrays.fill(c, 0, columns, 0);
		int k = 0;
		for (; k + 4 <= count; k += 4)
			addFour(coefficients[k], terms[k], coefficients[k + 1], terms[k + 1], coefficients[k + 2], terms[k + 2], coefficients[k + 3], terms[k + 3], c, columns);
		for (; k < count; k++) addOne(coefficients[k], terms[k], c, columns);
	}

	private static void addFour(final double x0, final double[] b0, final double x1, final double[] b1, final double x2, final double[] b2, final double x3, final double[] b3, final double[] c, final int columns) {
		for (int j = 0; j < columns; j++) c[j] = Math.fma(x3, b3[j], Math.fma(x2, b2[j], Math.fma(x1, b1[j], Math.fma(x0, b0[j], c[j]))));
	}

	private static void addOne(final double x, final double[] b, final double[] c, final int columns) {
		for (int j = 0; j < columns; j++) c[j] = Math.fma(x, b[j], c[j]);
	}
}
