package io.github.sparsej.linalg;

import java.util.Arrays;

/**
 * The Cholesky factor of a Gram matrix that grows by a row and column at a time: G = L L', in float64.
 * <p>
 * What is kept is the inverse M of L, row by row. Appending an atom with inner products g with those before it takes
 * l = M g, the squared pivot d = G(k, k) - l'l, and the new row (-l'M, 1) / sqrt(d) of M: all of it sums of independent
 * products, without the chain of divisions that solving triangular systems costs at every step of a pursuit. Row k of M
 * writes the k-th direction of the Gram-Schmidt orthogonalisation in terms of the atoms; d is the squared distance of
 * the k-th atom from the span of those before it.
 * <p>
 * Mutable and not thread-safe: one instance per thread, used again for every signal.
 */
public final class CholeskyRows {

	/**
	 * Squared distance from the span of the others (for an atom of unit norm) below which an atom counts as a
	 * combination of them: inner products in float32 tell no smaller distances.
	 */
	public static final double DEPENDENT = 1e-6;

	private static final int FIRST_CAPACITY = 16;

	private double[][] inverse = new double[0][];
	private double[] projected = new double[0];
	private int size;

	/** Forgets all rows. */
	public void clear() {
		size = 0;
	}

	/** Forgets all rows but the first {@code count}, at most {@link #size()}. */
	public void truncate(final int count) {
		size = count;
	}

	/** Rows appended. */
	public int size() {
		return size;
	}

	/** As {@link #append(double[], double, double)} of an atom whose inner products are from float32. */
	public boolean append(final double[] products, final double square) {
		return append(products, square, DEPENDENT);
	}

	/**
	 * Appends a row to the factor.
	 *
	 * @param products  inner products of the new atom with those appended before, in that order; the first
	 *                  {@link #size()} values count; not modified
	 * @param square    inner product of the new atom with itself
	 * @param dependent squared distance from the span of those before it, as a share of {@code square}, up to which the
	 *                  atom counts as a combination of them
	 * @return false if it is one: then nothing is appended
	 */
	public boolean append(final double[] products, final double square, final double dependent) {
		reserve();
		final double pivot = project(products, square);
		if (!(pivot > dependent * square)) return false;
		final double scale = 1 / Math.sqrt(pivot);
		final double[] last = inverse[size];
		Arrays.fill(last, 0, size, 0);
		int i = 0;
		for (; i + 4 <= size; i += 4) addFour(i, -scale, last);
		for (; i < size; i++) {
			final double[] row = inverse[i];
			final double factor = -scale * projected[i];
			for (int j = 0; j <= i; j++) last[j] = Math.fma(factor, row[j], last[j]);
		}
		last[size++] = scale;
		return true;
	}

	/** Adds multiples of four rows in one pass, which takes less time than four short ones; beyond their ends rows are 0. */
	private void addFour(final int i, final double scale, final double[] last) {
		final double[] r0 = inverse[i], r1 = inverse[i + 1], r2 = inverse[i + 2], r3 = inverse[i + 3];
		final double f0 = scale * projected[i], f1 = scale * projected[i + 1], f2 = scale * projected[i + 2], f3 = scale * projected[i + 3];
		for (int j = 0; j <= i + 3; j++) last[j] = Math.fma(f3, r3[j], Math.fma(f2, r2[j], Math.fma(f1, r1[j], Math.fma(f0, r0[j], last[j]))));
	}

	/**
	 * The squared distance of an atom from the span of those appended, which {@link #append(double[], double)} with the same values
	 * would have as its pivot; 0 where that would refuse the atom. Appends nothing.
	 */
	public double squaredDistance(final double[] products, final double square) {
		reserve();
		final double pivot = project(products, square);
		return pivot > DEPENDENT * square ? pivot : 0;
	}

	/** What {@link #squaredDistance} last found the atom's inner products with the directions to be, {@link #size()} values: not a copy. */
	public double[] projections() {
		return projected;
	}

	/** Projects an atom on the directions so far; returns what is left of its squared norm. */
	private double project(final double[] products, final double square) {
		double pivot = square;
		int i = 0;
		for (; i + 4 <= size; i += 4) {
			projectOnFour(i, products);
			for (int k = i; k < i + 4; k++) pivot -= projected[k] * projected[k];
		}
		for (; i < size; i++) {
			final double[] row = inverse[i];
			double sum = 0;
			for (int j = 0; j <= i; j++) sum = Math.fma(row[j], products[j], sum);
			projected[i] = sum;
			pivot -= sum * sum;
		}
		return pivot;
	}

	/** Four sums side by side, since each addition would otherwise wait for the one before. */
	private void projectOnFour(final int i, final double[] products) {
		final double[] r0 = inverse[i], r1 = inverse[i + 1], r2 = inverse[i + 2], r3 = inverse[i + 3];
		double s0 = 0, s1 = 0, s2 = 0, s3 = 0;
		for (int j = 0; j <= i + 3; j++) {
			final double product = products[j];
			s0 = Math.fma(r0[j], product, s0);
			s1 = Math.fma(r1[j], product, s1);
			s2 = Math.fma(r2[j], product, s2);
			s3 = Math.fma(r3[j], product, s3);
		}
		projected[i] = s0;
		projected[i + 1] = s1;
		projected[i + 2] = s2;
		projected[i + 3] = s3;
	}

	/** The last row of the inverse factor, {@link #size()} values: not a copy, not to be written to, good until the next append. */
	public double[] lastInverseRow() {
		return inverse[size - 1];
	}

	/** A row of the inverse factor, {@code index + 1} values: not a copy, not to be written to, good until it is forgotten. */
	public double[] inverseRow(final int index) {
		return inverse[index];
	}

	/**
	 * Solves G x = b.
	 *
	 * @param right    b, {@link #size()} values; not modified
	 * @param solution x, overwritten; not the same array
	 */
	public void solve(final double[] right, final double[] solution) {
		Arrays.fill(solution, 0, size, 0);
		for (int i = 0; i < size; i++) {
			final double[] row = inverse[i];
			double sum = 0;
			for (int j = 0; j <= i; j++) sum = Math.fma(row[j], right[j], sum);
			for (int j = 0; j <= i; j++) solution[j] = Math.fma(sum, row[j], solution[j]);
		}
	}

	private void reserve() {
		if (size < inverse.length) return;
		final int capacity = Math.max(FIRST_CAPACITY, 2 * size);
		inverse = Arrays.copyOf(inverse, capacity);
		for (int i = size; i < capacity; i++) inverse[i] = new double[capacity];
		projected = new double[capacity];
	}
}
