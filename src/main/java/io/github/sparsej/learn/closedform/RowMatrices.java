package io.github.sparsej.learn.closedform;

import io.github.sparsej.linalg.DoubleProduct;

/** Products of some rows of a matrix with another matrix; matrices are an array per row. */
final class RowMatrices {

	private RowMatrices() {}

	/**
	 * Rows {@code begin} to {@code end - 1} of A, times B.
	 *
	 * @param a of as many columns as B has rows; not modified
	 * @param b at least 1 row; not modified
	 */
	static double[][] of(final double[][] a, final int begin, final int end, final double[][] b) {
		final double[] rows = new double[(end - begin) * b.length];
		for (int i = begin; i < end; i++) System.arraycopy(a[i], 0, rows, (i - begin) * b.length, b.length);
		final double[][] product = new double[end - begin][b[0].length];
		DoubleProduct.best().multiply(rows, 0, b.length, end - begin, b.length, b, b[0].length, product);
		return product;
	}

	/** All rows of A, times B. */
	static double[][] of(final double[][] a, final double[][] b) {
		return of(a, 0, a.length, b);
	}

	/** All rows one after another. */
	static double[] flat(final double[][] rows) {
		final double[] flat = new double[rows.length * rows[0].length];
		for (int i = 0; i < rows.length; i++) System.arraycopy(rows[i], 0, flat, i * rows[0].length, rows[0].length);
		return flat;
	}

	/** Adds the first {@code count} values of factor times a row. */
	static void add(final double factor, final double[] row, final double[] to, final int count) {
		for (int j = 0; j < count; j++) to[j] = Math.fma(factor, row[j], to[j]);
	}
}
