package io.github.sparsej.linalg;

import java.util.Comparator;
import java.util.stream.IntStream;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.SingularValueDecomposition_F64;

/**
 * The compact singular value decomposition A = U diag(s) V' of an m x n matrix, with r = min(m, n) singular values s that
 * fall and are 0 or more, U m x r and V n x r with orthonormal columns. The entry of largest modulus of every column of V
 * is positive. Double precision (EJML). Immutable and thread-safe.
 */
public final class Svd {

	private final double[] singularValues;
	private final double[] left;
	private final double[] right;

	private Svd(final double[] singularValues, final double[] left, final double[] right) {
		this.singularValues = singularValues;
		this.left = left;
		this.right = right;
	}

	/**
	 * @param matrix rows x columns values, row-major; not modified
	 * @throws IllegalArgumentException if a value is not finite
	 */
	public static Svd of(final int rows, final int columns, final double[] matrix) {
		if (rows < 1 || columns < 1 || matrix.length != (long) rows * columns)
			throw new IllegalArgumentException("a matrix of " + rows + " x " + columns + " cannot have " + matrix.length + " values");
		for (final double value : matrix) if (!Double.isFinite(value)) throw new IllegalArgumentException("a matrix that holds " + value + " has no singular values");
		final SingularValueDecomposition_F64<DMatrixRMaj> svd = DecompositionFactory_DDRM.svd(rows, columns, true, true, true);
		if (!svd.decompose(new DMatrixRMaj(rows, columns, true, matrix.clone())))
			throw new IllegalArgumentException("the singular values of a " + rows + " x " + columns + " matrix were not found");
		final double[] s = svd.getSingularValues();
		final DMatrixRMaj u = svd.getU(null, false);
		final DMatrixRMaj v = svd.getV(null, false);
		final int rank = Math.min(rows, columns);
		final int[] order = IntStream.range(0, rank).boxed().sorted(Comparator.comparingDouble((Integer i) -> -s[i])).mapToInt(i -> i).toArray();
		final double[] values = new double[rank];
		final double[] left = new double[rows * rank];
		final double[] right = new double[columns * rank];
		for (int j = 0; j < rank; j++) {
			values[j] = s[order[j]];
			final double sign = signOfLargest(v, order[j]);
			for (int i = 0; i < rows; i++) left[i * rank + j] = sign * u.get(i, order[j]);
			for (int i = 0; i < columns; i++) right[i * rank + j] = sign * v.get(i, order[j]);
		}
		return new Svd(values, left, right);
	}

	private static double signOfLargest(final DMatrixRMaj matrix, final int column) {
		double largest = 0;
		for (int i = 0; i < matrix.numRows; i++) if (Math.abs(matrix.get(i, column)) > Math.abs(largest)) largest = matrix.get(i, column);
		return largest < 0 ? -1 : 1;
	}

	/** A copy of the r singular values, falling. */
	public double[] singularValues() {
		return singularValues.clone();
	}

	/** A copy of U, m x r, row-major. */
	public double[] left() {
		return left.clone();
	}

	/** A copy of V (not V'), n x r, row-major. */
	public double[] right() {
		return right.clone();
	}
}
