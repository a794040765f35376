package io.github.sparsej.encode.greedy;

/** Which atom a step of a pursuit takes. May have scratch memory: one per thread. */
interface AtomSelection {

	/**
	 * The atom of the largest score; of equal ones the first. -1 if no score is positive (with signs and without gains: any
	 * atom then).
	 *
	 * @param correlations of the residual with all atoms; not modified
	 */
	int select(float[] correlations);

	/** Whether an atom can be taken, whatever its correlation. */
	boolean admits(int atom);
}
