package io.github.sparsej.model;

/** Why an encoder stopped adding to a signal's code. */
public enum StopReason {
	/** The residual came within the tolerance asked for. */
	TOLERANCE,
	/** The largest number of atoms (or steps) was reached. */
	MAX_NONZEROS,
	/** No atom could lower the residual further: none correlates with it, or only combinations of those chosen do. */
	STALLED,
	/** What the encoder solves is solved to the accuracy asked for; of a closed form: always. */
	CONVERGED,
	/** The largest number of iterations was reached first; the code is the best so far. */
	MAX_ITERATIONS,
	/** The user asked to stop before this signal was encoded, or while it was; its code is empty. */
	CANCELLED;

	private static final StopReason[] ALL = values();

	static StopReason of(final int ordinal) {
		return ALL[ordinal];
	}
}
