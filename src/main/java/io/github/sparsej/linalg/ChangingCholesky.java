package io.github.sparsej.linalg;

import java.util.Arrays;

/**
 * The Cholesky factor of a Gram matrix to which atoms are appended and from which any of them can be removed again:
 * G = L L', in float64. As in {@link CholeskyRows} its inverse M is kept, so that G^-1 = M'M: row k of M writes an
 * orthonormal direction in terms of the first k + 1 atoms.
 * <p>
 * A solution x of G x = b is the sum over the rows of (row . b) row. Appending an atom adds one term to it. Removing one
 * turns the rows by Givens rotations until the atom is in the last row alone, which is then left out: that takes one term
 * away. So solutions for right sides that stay the same are kept up to date without being solved for. (A term that was much
 * larger than the solution, as those of nearly dependent atoms are, leaves its rounding behind: then solve anew.)
 * <p>
 * Mutable and not thread-safe: one instance per thread, used again for every signal.
 */
public final class ChangingCholesky {

	/** Rows taken at a time; all have zeros behind their last value up to a multiple of it. */
	private static final int TILE = 4;
	private static final int FIRST_CAPACITY = 4 * TILE;

	private double[][] rows = new double[0][];
	private double[] projected = new double[0];
	private double[] removed = new double[0];
	private int size;

	/** Forgets all atoms. */
	public void clear() {
		size = 0;
	}

	/** Forgets all atoms but the first {@code count}, at most {@link #size()}. */
	public void truncate(final int count) {
		size = count;
	}

	/** Atoms in the factor. */
	public int size() {
		return size;
	}

	/**
	 * Appends an atom.
	 *
	 * @param products   inner products of the new atom with those in the factor, in their order; the first {@link #size()}
	 *                   values count; not modified
	 * @param square     inner product of the new atom with itself
	 * @param leastPivot squared distance from the span of the others up to which the atom counts as a combination of them
	 * @return false if it is one: then nothing is appended
	 */
	public boolean append(final double[] products, final double square, final double leastPivot) {
		reserve();
		for (int i = 0; i < size; i += TILE) project(row(i), row(i + 1), row(i + 2), row(i + 3), products, Math.min(i + TILE, size), projected, i);
		double pivot = square;
		for (int i = 0; i < size; i++) pivot = Math.fma(-projected[i], projected[i], pivot);
		if (!(pivot > leastPivot)) return false; // NaN fails too
		final double scale = 1 / Math.sqrt(pivot);
		final double[] last = rows[size];
		Arrays.fill(last, 0, (size | TILE - 1) + 1, 0);
		for (int i = 0; i < size; i += TILE)
			add(factor(i, scale), row(i), factor(i + 1, scale), row(i + 1), factor(i + 2, scale), row(i + 2), factor(i + 3, scale), row(i + 3), Math.min(i + TILE, size), last);
		last[size++] = scale;
		return true;
	}

	/** The row of this number, or the last one where there is none. */
	private double[] row(final int i) {
		return rows[Math.min(i, size - 1)];
	}

	private double factor(final int i, final double scale) {
		return i < size ? -scale * projected[i] : 0;
	}

	private static void project(final double[] r0, final double[] r1, final double[] r2, final double[] r3, final double[] products, final int count, final double[] to,
		final int at)
	{
		double s0 = 0, s1 = 0, s2 = 0, s3 = 0;
		for (int j = 0; j < count; j++) {
			final double g = products[j];
			s0 = Math.fma(r0[j], g, s0);
			s1 = Math.fma(r1[j], g, s1);
			s2 = Math.fma(r2[j], g, s2);
			s3 = Math.fma(r3[j], g, s3);
		}
		to[at] = s0;
		to[at + 1] = s1;
		to[at + 2] = s2;
		to[at + 3] = s3;
	}

	private static void add(final double f0, final double[] r0, final double f1, final double[] r1, final double f2, final double[] r2, final double f3, final double[] r3,
		final int count, final double[] to)
	{
		for (int j = 0; j < count; j++) to[j] = Math.fma(f3, r3[j], Math.fma(f2, r2[j], Math.fma(f1, r1[j], Math.fma(f0, r0[j], to[j]))));
	}

	/** The last row of the inverse factor, {@link #size()} values: not a copy, not to be written to, good until the next change. */
	public double[] lastRow() {
		return rows[size - 1];
	}

	/**
	 * Removes an atom; those behind it move up by one.
	 *
	 * @param index place of the atom, from 0
	 * @return the row that is left out, with one value for each atom that there was, the removed one included: not a copy, not
	 *         to be written to, good until the next change
	 */
	public double[] remove(final int index) {
		for (int r = index; r < size - 1; r++) {
			final double x = rows[r][index], y = rows[r + 1][index], norm = Math.sqrt(x * x + y * y);
			rotate(rows[r], rows[r + 1], x / norm, y / norm, r + 2);
			System.arraycopy(rows[r], index + 1, rows[r], index, r + 1 - index);
			rows[r][r + 1] = 0;
		}
		size--;
		System.arraycopy(rows[size], 0, removed, 0, size + 1);
		return removed;
	}

	/**
	 * Solves G x = b.
	 *
	 * @param right    b, {@link #size()} values; not modified
	 * @param solution x, overwritten; not the same array
	 */
	public void solve(final double[] right, final double[] solution) {
		Arrays.fill(solution, 0, size, 0);
		for (int i = 0; i < size; i += TILE) {
			final int count = Math.min(i + TILE, size);
			project(row(i), row(i + 1), row(i + 2), row(i + 3), right, count, projected, i);
			add(projected[i], row(i), term(i + 1), row(i + 1), term(i + 2), row(i + 2), term(i + 3), row(i + 3), count, solution);
		}
	}

	private double term(final int i) {
		return i < size ? projected[i] : 0;
	}

	private static void rotate(final double[] upper, final double[] lower, final double sine, final double cosine, final int count) {
		for (int j = 0; j < count; j++) {
			final double u = upper[j], l = lower[j];
			upper[j] = sine * l - cosine * u;
			lower[j] = sine * u + cosine * l;
		}
	}

	private void reserve() {
		if (size < rows.length) return;
		final int capacity = Math.max(FIRST_CAPACITY, 2 * size);
		rows = Arrays.copyOf(rows, capacity);
		for (int i = 0; i < capacity; i++) rows[i] = i < size ? Arrays.copyOf(rows[i], capacity) : new double[capacity];
		projected = new double[capacity];
		removed = new double[capacity];
	}
}
