package io.github.sparsej.linalg;

import java.util.SplittableRandom;

/**
 * A bound, from above and tight, of the largest eigenvalue of a symmetric positive semidefinite matrix: the Lipschitz
 * constant that the steps of gradient methods are measured by.
 * <p>
 * Lanczos' iteration (J. Research Nat. Bureau of Standards 45, 1950), which approaches the eigenvalue from below, and then
 * a proof: value I - A has a Cholesky factor only where no eigenvalue of A is larger (Sylvester's law of inertia). In
 * float64, from a fixed seed: the same matrix gives the same bits.
 */
public final class LargestEigenvalue {

	/** Most steps of the iteration: where they do not do, the proof finds out. */
	private static final int MAX_STEPS = 120;
	/** Relative growth per step below which the iteration has arrived. */
	private static final double ARRIVED = 1e-10;
	/** First excess of the bound, relative: the rounding of matrices in float32. */
	private static final double FLOAT_EXCESS = 1e-6;
	/** The same of matrices in float64, with room for the rounding of the proof. */
	private static final double DOUBLE_EXCESS = 1e-12;
	/** Rows beyond which a Cholesky factor takes too long (seconds). */
	private static final int MAX_PROVEN = 2048;
	/** The excess for such matrices. */
	private static final double UNPROVEN_EXCESS = 1e-2;
	/** Halvings that bring an interval down to the rounding of float64. */
	private static final int BISECTIONS = 60;

	private LargestEigenvalue() {}

	/**
	 * A value that no eigenvalue exceeds: above the largest by about 1e-6 of it, by more (but never by more than 4 times
	 * what is needed) where many eigenvalues are near the largest. For more than 2048 rows it is not proven, and 1 % above
	 * what the iteration finds.
	 *
	 * @param matrix n x n, symmetric, positive semidefinite; not modified
	 */
	public static double boundOf(final float[][] matrix) {
		return boundOf(new Floats(matrix), FLOAT_EXCESS);
	}

	/**
	 * As {@link #boundOf(float[][])}, but above the largest eigenvalue by about 1e-12 of it, by more (as above, and by up to about 1e-9) where
	 * the iteration ends that far below it. For more than 2048 rows it is not proven either, and 1 % above what the iteration finds.
	 */
	public static double boundOf(final double[][] matrix) {
		return boundOf(new Doubles(matrix), DOUBLE_EXCESS);
	}

	private static double boundOf(final Rows matrix, final double firstExcess) {
		final double found = lanczos(matrix);
		if (matrix.size() > MAX_PROVEN) return found * (1 + UNPROVEN_EXCESS);
		double excess = firstExcess;
		// No eigenvalue is larger than the trace, so that this ends; rounding cannot keep it going beyond.
		while (found * (1 + excess) < trace(matrix) && !isBound(found * (1 + excess), matrix)) excess *= 4;
		return found * (1 + excess);
	}

	/** The rows of a matrix of float32 or float64. */
	private interface Rows {

		int size();

		double value(int i, int j);

		/** Adds a multiple of row i to a vector. */
		void add(double factor, int i, double[] to);
	}

	private record Floats(float[][] matrix) implements Rows {

		@Override
		public int size() {
			return matrix.length;
		}

		@Override
		public double value(final int i, final int j) {
			return matrix[i][j];
		}

		@Override
		public void add(final double factor, final int i, final double[] to) {
			final float[] row = matrix[i];
			for (int j = 0; j < to.length; j++) to[j] = Math.fma(factor, (double) row[j], to[j]);
		}
	}

	private record Doubles(double[][] matrix) implements Rows {

		@Override
		public int size() {
			return matrix.length;
		}

		@Override
		public double value(final int i, final int j) {
			return matrix[i][j];
		}

		@Override
		public void add(final double factor, final int i, final double[] to) {
			final double[] row = matrix[i];
			for (int j = 0; j < to.length; j++) to[j] = Math.fma(factor, row[j], to[j]);
		}
	}

	private static double trace(final Rows matrix) {
		double sum = 0;
		for (int i = 0; i < matrix.size(); i++) sum += matrix.value(i, i);
		return sum;
	}

	/** Whether value I - A is positive definite, by symmetric elimination. */
	private static boolean isBound(final double value, final Rows matrix) {
		final int n = matrix.size();
		final double[][] rest = new double[n][n];
		for (int i = 0; i < n; i++) {
			for (int j = i; j < n; j++) rest[i][j] = -matrix.value(i, j);
			rest[i][i] += value;
		}
		for (int k = 0; k < n; k++) {
			final double[] row = rest[k];
			if (!(row[k] > 0)) return false;
			for (int i = k + 1; i < n; i++) subtract(row[i] / row[k], row, rest[i], i, n);
		}
		return true;
	}

	private static void subtract(final double factor, final double[] from, final double[] to, final int begin, final int end) {
		for (int j = begin; j < end; j++) to[j] = Math.fma(-factor, from[j], to[j]);
	}

	/** The largest eigenvalue of the tridiagonal matrix that Lanczos' iteration makes. */
	private static double lanczos(final Rows matrix) {
		final int n = matrix.size();
		final double[] diagonal = new double[MAX_STEPS], squares = new double[MAX_STEPS];
		double[] before = new double[n], current = start(n);
		double beta = 0, largest = 0;
		for (int step = 0; step < MAX_STEPS; step++) {
			final double[] next = product(matrix, current);
			diagonal[step] = dot(next, current);
			for (int i = 0; i < n; i++) next[i] -= diagonal[step] * current[i] + beta * before[i];
			final double last = largest;
			largest = largestOfTridiagonal(diagonal, squares, step + 1);
			beta = Math.sqrt(dot(next, next));
			if (!(beta > ARRIVED * largest) || step > 2 && largest - last < ARRIVED * largest) break;
			if (step + 1 < MAX_STEPS) squares[step + 1] = beta * beta;
			for (int i = 0; i < n; i++) next[i] /= beta;
			before = current;
			current = next;
		}
		return largest;
	}

	private static double[] start(final int n) {
		final SplittableRandom random = new SplittableRandom(n);
		final double[] start = new double[n];
		for (int i = 0; i < n; i++) start[i] = random.nextDouble(0.5, 1) * (random.nextBoolean() ? 1 : -1);
		final double norm = Math.sqrt(dot(start, start));
		for (int i = 0; i < n; i++) start[i] /= norm;
		return start;
	}

	private static double[] product(final Rows matrix, final double[] vector) {
		final double[] product = new double[vector.length];
		for (int i = 0; i < vector.length; i++) matrix.add(vector[i], i, product);
		return product;
	}

	private static double dot(final double[] x, final double[] y) {
		double sum = 0;
		for (int i = 0; i < x.length; i++) sum = Math.fma(x[i], y[i], sum);
		return sum;
	}

	/** By bisection on the number of eigenvalues below (Givens' Sturm sequence). */
	private static double largestOfTridiagonal(final double[] diagonal, final double[] squares, final int size) {
		double low = diagonal[0], high = diagonal[0];
		for (int i = 0; i < size; i++) {
			final double radius = Math.sqrt(i == 0 ? 0 : squares[i]) + (i + 1 < size ? Math.sqrt(squares[i + 1]) : 0);
			low = Math.max(low, diagonal[i]);
			high = Math.max(high, diagonal[i] + radius);
		}
		for (int i = 0; i < BISECTIONS && low < high; i++) {
			final double middle = low + (high - low) / 2;
			if (allBelow(middle, diagonal, squares, size)) high = middle;
			else low = middle;
		}
		return high;
	}

	private static boolean allBelow(final double value, final double[] diagonal, final double[] squares, final int size) {
		double pivot = value - diagonal[0];
		for (int i = 1; i < size && pivot > 0; i++) pivot = value - diagonal[i] - squares[i] / pivot;
		return pivot > 0;
	}
}
