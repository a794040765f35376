package io.github.sparsej.encode.l1;

import io.github.sparsej.model.Require;

/**
 * When an iterative l1 encoder is done with a signal.
 *
 * @param criterion     what is held against the tolerance
 * @param tolerance     0 or more; with 0 gradient methods make all iterations, and coordinate descent goes as far as float32 can
 *                      tell
 * @param maxIterations most iterations, at least 1; where they are reached first, the code is the best so far and its stop
 *                      reason is {@link io.github.sparsej.model.StopReason#MAX_ITERATIONS}
 */
public record Convergence(Criterion criterion, double tolerance, int maxIterations) {

	/** What tells how near a code is to the minimum. */
	public enum Criterion {
		/** The largest violation of the optimality conditions ({@link Optimality}), as a share of the l2 norm of the signal. */
		OPTIMALITY,
		/**
		 * The duality gap, which bounds how far the objective is above its minimum, as a share of that of the empty code, 1/2 |x|^2. Coordinate descent tells it
		 * from float32 correlations, which on coherent atoms with a small lambda see none below about 1e-5.
		 */
		DUALITY_GAP
	}

	/** The optimality conditions to 1e-6 of the signal, about the rounding of its correlations in float32. */
	public static final Convergence DEFAULT = new Convergence(Criterion.OPTIMALITY, 1e-6, 10000);

	public Convergence {
		if (criterion == null) throw new IllegalArgumentException("criterion must be OPTIMALITY or DUALITY_GAP");
		Require.notNegative("tolerance", tolerance);
		Require.atLeastOne("maxIterations", maxIterations);
	}
}
