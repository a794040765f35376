package io.github.sparsej.encode;

import io.github.sparsej.model.StopReason;

/** One thread's run of a greedy algorithm over signals, one after another, with scratch memory of its own. */
interface Pursuit {

	/** Makes one per thread. */
	@FunctionalInterface
	interface Factory {
		Pursuit create();
	}

	/**
	 * Encodes one signal.
	 *
	 * @param signals      holds the signal; not modified
	 * @param offset       where it begins
	 * @param energy       its squared l2 norm, more than 0
	 * @param correlations its inner products with all atoms; overwritten
	 * @param code         takes the nonzeros, in ascending order of atoms
	 */
	StopReason encode(float[] signals, int offset, double energy, float[] correlations, CodeBlock code);
}
