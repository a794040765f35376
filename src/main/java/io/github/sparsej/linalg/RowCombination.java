package io.github.sparsej.linalg;

/**
 * Linear combinations of rows of a matrix in float64, as sparse codes ask for: y = y + scale sum_k c_k M[r_k]. Terms are
 * added to each value in the order of k with fma, four rows in one pass over y, which halves the time.
 */
public final class RowCombination {

	private RowCombination() {}

	/**
	 * Adds the combination of entries {@code begin} to {@code end - 1}.
	 *
	 * @param coefficient c_k; not modified
	 * @param row         r_k, rows of the matrix from 0; not modified
	 * @param matrix      rows of {@code length} values, row-major; not modified
	 * @param y           modified from {@code offset} to {@code offset + length - 1}; not the same array as the matrix
	 */
	public static void add(final double scale, final float[] coefficient, final int[] row, final int begin, final int end,
		final double[] matrix, final int length, final double[] y, final int offset) {
		int k = begin;
		for (; k + 4 <= end; k += 4)
			addFour(scale * coefficient[k], row[k] * length, scale * coefficient[k + 1], row[k + 1] * length,
				scale * coefficient[k + 2], row[k + 2] * length, scale * coefficient[k + 3], row[k + 3] * length, matrix, length, y, offset);
		for (; k < end; k++) addOne(scale * coefficient[k], row[k] * length, matrix, length, y, offset);
	}

	private static void addFour(final double c0, final int r0, final double c1, final int r1, final double c2, final int r2, final double c3, final int r3,
		final double[] matrix, final int length, final double[] y, final int offset) {
		for (int j = 0; j < length; j++)
			y[offset + j] = Math.fma(c3, matrix[r3 + j], Math.fma(c2, matrix[r2 + j], Math.fma(c1, matrix[r1 + j], Math.fma(c0, matrix[r0 + j], y[offset + j]))));
	}

	private static void addOne(final double c, final int r, final double[] matrix, final int length, final double[] y, final int offset) {
		for (int j = 0; j < length; j++) y[offset + j] = Math.fma(c, matrix[r + j], y[offset + j]);
	}
}
