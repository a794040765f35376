package io.github.sparsej.linalg;

import java.util.Arrays;

/**
 * The inverse of a Gram matrix of atoms that come and go, in float64. An atom that comes or goes changes it by a matrix of
 * rank one (its Schur complement), which takes as many steps as the matrix has elements; the Gram matrix itself is not kept.
 * <p>
 * With g the inner products of a new atom with those here, u = G^-1 g are the weights of their combination nearest to it,
 * and square - g'u is the squared distance that is left.
 * <p>
 * Mutable and not thread-safe: one instance per thread, used again for every signal.
 */
public final class InverseGram {

	private static final int FIRST_CAPACITY = 32;

	private double[][] inverse = new double[0][];
	private double[] nearest = new double[0];
	private int size;

	/** Forgets all atoms. */
	public void clear() {
		size = 0;
	}

	/** Atoms here. */
	public int size() {
		return size;
	}

	/**
	 * The squared distance of an atom from the span of those here; of an atom that depends on them 0 but for rounding, which
	 * may be negative. {@link #nearest()} has the combination.
	 *
	 * @param products g: inner products of the atom with those here; {@link #size()} values count; not modified
	 * @param square   inner product of the atom with itself
	 */
	public double distance(final double[] products, final double square) {
		reserve();
		multiply(products, nearest);
		double distance = square;
		for (int k = 0; k < size; k++) distance = Math.fma(-products[k], nearest[k], distance);
		return distance;
	}

	/** The weights u of {@link #distance}, {@link #size()} values: not a copy, good until the next change. */
	public double[] nearest() {
		return nearest;
	}

	/**
	 * Appends the atom of the last call of {@link #distance}.
	 *
	 * @param distance its squared distance, above 0; a larger one than that is as if the atom's square were larger
	 */
	public void append(final double distance) {
		final double factor = 1 / distance;
		addOuter(factor);
		final double[] last = inverse[size];
		for (int k = 0; k < size; k++) inverse[k][size] = last[k] = -factor * nearest[k];
		last[size++] = factor;
	}

	/**
	 * Removes an atom; the last one takes its place.
	 *
	 * @param solution x of a system G x = b, {@link #size()} values: becomes that of the system without the atom (and its last
	 *                 value takes the place of the removed one too)
	 */
	public void remove(final int place, final double[] solution) {
		final double[] row = inverse[place];
		final double factor = -1 / row[place];
		add(solution, row, factor * solution[place], size);
		System.arraycopy(row, 0, nearest, 0, size);
		size--;
		nearest[place] = nearest[size];
		solution[place] = solution[size];
		inverse[place] = inverse[size];
		inverse[size] = row;
		for (int k = 0; k < size; k++) inverse[k][place] = inverse[k][size];
		addOuter(factor);
	}

	/**
	 * {@code product = G^-1 vector}.
	 *
	 * @param vector  {@link #size()} values; not modified
	 * @param product overwritten; not the same array
	 */
	public void multiply(final double[] vector, final double[] product) {
		Arrays.fill(product, 0, size, 0);
		int k = 0;
		for (; k + 4 <= size; k += 4)
			addFour(product, inverse[k], inverse[k + 1], inverse[k + 2], inverse[k + 3], vector[k], vector[k + 1], vector[k + 2], vector[k + 3], size);
		for (; k < size; k++) add(product, inverse[k], vector[k], size);
	}

	/** Adds factor times the outer product of {@link #nearest} with itself. */
	private void addOuter(final double factor) {
		int k = 0;
		for (; k + 4 <= size; k += 4)
			addToFour(inverse[k], inverse[k + 1], inverse[k + 2], inverse[k + 3], factor * nearest[k], factor * nearest[k + 1], factor * nearest[k + 2], factor * nearest[k + 3], nearest, size);
		for (; k < size; k++) add(inverse[k], nearest, factor * nearest[k], size);
	}

	private static void add(final double[] to, final double[] row, final double factor, final int count) {
		for (int i = 0; i < count; i++) to[i] = Math.fma(factor, row[i], to[i]);
	}

	private static void addFour(final double[] to, final double[] r0, final double[] r1, final double[] r2, final double[] r3, final double f0, final double f1, final double f2, final double f3,
		final int count)
	{
		for (int i = 0; i < count; i++) to[i] = Math.fma(f3, r3[i], Math.fma(f2, r2[i], Math.fma(f1, r1[i], Math.fma(f0, r0[i], to[i]))));
	}

	private static void addToFour(final double[] r0, final double[] r1, final double[] r2, final double[] r3, final double f0, final double f1, final double f2, final double f3, final double[] row,
		final int count)
	{
		for (int i = 0; i < count; i++) {
			final double value = row[i];
			r0[i] = Math.fma(f0, value, r0[i]);
			r1[i] = Math.fma(f1, value, r1[i]);
			r2[i] = Math.fma(f2, value, r2[i]);
			r3[i] = Math.fma(f3, value, r3[i]);
		}
	}

	private void reserve() {
		if (size < inverse.length) return;
		final int capacity = Math.max(FIRST_CAPACITY, 2 * size);
		final double[][] larger = new double[capacity][capacity];
		for (int k = 0; k < size; k++) System.arraycopy(inverse[k], 0, larger[k], 0, size);
		inverse = larger;
		nearest = new double[capacity];
	}
}
