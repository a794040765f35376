package io.github.sparsej.encode.l1;

/** Rows of a Gram matrix, as a solver asks for them. */
@FunctionalInterface
public interface GramRows {

	/**
	 * The inner products of one atom with all atoms. Not copied by who asks: it must stay as it is until the signal in work is
	 * done.
	 *
	 * @param atom from 0
	 */
	float[] row(int atom);
}
