package io.github.sparsej.linalg;

/**
 * Linear combinations of rows of a matrix in float32, as sparse codes ask for: y = y + sum_k c_k M[r_k]. Terms are added to
 * each value in the order of k with fma, four rows in one pass over y, which halves the time. Every row is an array of its
 * own: loops over places within one long array take more than twice the time.
 */
public final class RowCombination {

	private RowCombination() {}

	/**
	 * Adds the combination of entries {@code begin} to {@code end - 1}.
	 *
	 * @param coefficient c_k; not modified
	 * @param row         r_k, rows of the matrix from 0; not modified
	 * @param matrix      rows of at least y's length; not modified
	 * @param y           modified; none of the rows
	 */
	public static void add(final float[] coefficient, final int[] row, final int begin, final int end, final float[][] matrix, final float[] y) {
		int k = begin;
		for (; k + 4 <= end; k += 4)
			addFour(coefficient[k], matrix[row[k]], coefficient[k + 1], matrix[row[k + 1]], coefficient[k + 2], matrix[row[k + 2]], coefficient[k + 3], matrix[row[k + 3]], y);
		for (; k < end; k++) addOne(coefficient[k], matrix[row[k]], y);
	}

	private static void addFour(final float c0, final float[] r0, final float c1, final float[] r1, final float c2, final float[] r2, final float c3, final float[] r3, final float[] y) {
		for (int j = 0; j < y.length; j++) y[j] = Math.fma(c3, r3[j], Math.fma(c2, r2[j], Math.fma(c1, r1[j], Math.fma(c0, r0[j], y[j]))));
	}

	private static void addOne(final float c, final float[] r, final float[] y) {
		for (int j = 0; j < y.length; j++) y[j] = Math.fma(c, r[j], y[j]);
	}
}
