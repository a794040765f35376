package io.github.sparsej.learn.step;

import io.github.sparsej.model.SparseCodes;

/**
 * Sparse codes seen from the atoms: the signals that use atom i, in ascending order, are entries {@code start[i]} to
 * {@code start[i + 1] - 1}. So each atom's gradient is a sum of its own, in an order no thread can change.
 */
public final class AtomUses {

	public final int[] start;
	public final int[] row;
	public final float[] coefficient;

	public AtomUses(final SparseCodes codes) {
		start = new int[codes.atomCount() + 1];
		row = new int[codes.nonzeros()];
		coefficient = new float[codes.nonzeros()];
		for (int k = 0; k < codes.nonzeros(); k++) start[codes.atom(k) + 1]++;
		for (int i = 0; i < codes.atomCount(); i++) start[i + 1] += start[i];
		final int[] next = start.clone();
		for (int r = 0; r < codes.count(); r++)
			for (int k = codes.start(r); k < codes.start(r + 1); k++) {
				final int to = next[codes.atom(k)]++;
				row[to] = r;
				coefficient[to] = codes.coefficient(k);
			}
	}

	/** How many signals use an atom. */
	public int count(final int atom) {
		return start[atom + 1] - start[atom];
	}
}
