package io.github.sparsej.linalg;

import java.util.Comparator;
import java.util.concurrent.CancellationException;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

import io.github.sparsej.model.Progress;

/**
 * Eigenvalues and eigenvectors of a symmetric matrix: A = U diag(w) U', w falling, U orthonormal, the sign of each
 * eigenvector such that its entry of largest modulus is positive. Double precision (EJML's symmetric QR algorithm).
 * Immutable and thread-safe.
 */
public final class SymmetricEigen {

	/** Rows of a matrix that takes more than a tenth of a second. */
	private static final int LARGE = 300;

	private final int size;
	private final double[] values;
	private final double[] vectors;

	private SymmetricEigen(final double[] values, final double[] vectors) {
		size = values.length;
		this.values = values;
		this.vectors = vectors;
	}

	/**
	 * @param size   rows and columns n of the matrix, at least 1
	 * @param matrix n x n values, row-major, symmetric; not modified
	 * @throws IllegalArgumentException if a value is not finite or the matrix is not symmetric
	 */
	public static SymmetricEigen of(final int size, final double[] matrix) {
		if (size < 1 || matrix.length != (long) size * size) throw new IllegalArgumentException("a matrix of " + size + " rows has as many columns, got " + matrix.length + " values");
		checkSymmetric(size, matrix);
		final EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(size, true, true);
		if (!eigen.decompose(new DMatrixRMaj(size, size, true, matrix.clone())))
			throw new IllegalArgumentException("the eigenvalues of a " + size + " x " + size + " matrix were not found");
		final int[] order = IntStream.range(0, size).boxed().sorted(Comparator.comparingDouble((Integer i) -> -eigen.getEigenvalue(i).getReal())).mapToInt(i -> i).toArray();
		final double[] values = new double[size];
		final double[] vectors = new double[size * size];
		for (int j = 0; j < size; j++) {
			values[j] = eigen.getEigenvalue(order[j]).getReal();
			final double[] vector = eigen.getEigenVector(order[j]).getData();
			final double sign = signOfLargest(vector);
			for (int i = 0; i < size; i++) vectors[i * size + j] = sign * vector[i];
		}
		return new SymmetricEigen(values, vectors);
	}

	/**
	 * The same, of a large matrix, which can take half a minute: whoever waits for it is heard.
	 *
	 * @param fraction how far all has come, for the progress
	 * @throws CancellationException if the progress asks to stop
	 */
	public static SymmetricEigen of(final int size, final double[] matrix, final Progress progress, final double fraction, final String what) {
		return size < LARGE ? of(size, matrix) : Unstoppable.call(() -> of(size, matrix), progress, fraction, what);
	}

	/**
	 * A decomposition that is known already.
	 *
	 * @param values  n eigenvalues; copied
	 * @param vectors n x n, row-major, one eigenvector per column; copied
	 */
	public static SymmetricEigen ofParts(final double[] values, final double[] vectors) {
		if (values.length < 1 || vectors.length != (long) values.length * values.length)
			throw new IllegalArgumentException(values.length + " eigenvalues need as many eigenvectors of that length, got " + vectors.length + " values");
		return new SymmetricEigen(values.clone(), vectors.clone());
	}

	private static void checkSymmetric(final int size, final double[] matrix) {
		double largest = 0;
		for (final double value : matrix) {
			if (!Double.isFinite(value)) throw new IllegalArgumentException("a matrix that holds " + value + " has no eigenvalues");
			largest = Math.max(largest, Math.abs(value));
		}
		for (int i = 0; i < size; i++)
			for (int j = 0; j < i; j++)
				if (Math.abs(matrix[i * size + j] - matrix[j * size + i]) > 1e-9 * largest)
					throw new IllegalArgumentException("the matrix is not symmetric: " + matrix[i * size + j] + " at (" + i + ", " + j + "), " + matrix[j * size + i] + " at (" + j + ", " + i + ")");
	}

	private static double signOfLargest(final double[] vector) {
		double largest = 0;
		for (final double entry : vector) if (Math.abs(entry) > Math.abs(largest)) largest = entry;
		return largest < 0 ? -1 : 1;
	}

	/** Rows and columns n. */
	public int size() {
		return size;
	}

	/** A copy of the n eigenvalues, falling. */
	public double[] values() {
		return values.clone();
	}

	/** A copy of the n x n eigenvectors, row-major, one per column. */
	public double[] vectors() {
		return vectors.clone();
	}

	/** The symmetric matrix U diag(f(w)) U', n x n: of the same eigenvectors, with every eigenvalue changed. */
	public double[] map(final DoubleUnaryOperator f) {
		final double[] result = new double[size * size];
		final double[] scaled = new double[size];
		final double[] changed = new double[size];
		for (int k = 0; k < size; k++) changed[k] = f.applyAsDouble(values[k]);
		for (int i = 0; i < size; i++) {
			for (int k = 0; k < size; k++) scaled[k] = vectors[i * size + k] * changed[k];
			for (int j = 0; j <= i; j++) {
				double sum = 0;
				for (int k = 0; k < size; k++) sum += scaled[k] * vectors[j * size + k];
				result[i * size + j] = sum;
				result[j * size + i] = sum;
			}
		}
		return result;
	}
}
