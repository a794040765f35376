package io.github.sparsej.linalg;

import io.github.sparsej.model.Require;

/**
 * Options of {@link Lbfgs}. The defaults are those of the Fortran code L-BFGS-B (Zhu, Byrd, Lu &amp; Nocedal 1997) as scipy
 * calls it.
 *
 * @param history           pairs of steps and changes of the gradient that are kept, at least 1
 * @param maxIterations     0 or more; 0 evaluates the function once
 * @param gradientTolerance largest modulus of an entry of the gradient at which a point counts as a minimum, 0 or more
 * @param decreaseTolerance decrease in one iteration, as a share of max(|f| before, |f| after, 1), at which there is no more
 *                          to gain, 0 or more
 */
public record LbfgsOptions(int history, int maxIterations, double gradientTolerance, double decreaseTolerance) {

	/** Pairs that scipy keeps. */
	public static final int HISTORY = 10;

	private static final double GRADIENT_TOLERANCE = 1e-5;
	private static final double DECREASE_TOLERANCE = 1e7 * Math.ulp(1.0);

	public LbfgsOptions {
		Require.atLeastOne("history", history);
		Require.notNegative("maxIterations", maxIterations);
		if (!(gradientTolerance >= 0)) throw new IllegalArgumentException("gradientTolerance must be 0 or more, got " + gradientTolerance);
		if (!(decreaseTolerance >= 0)) throw new IllegalArgumentException("decreaseTolerance must be 0 or more, got " + decreaseTolerance);
	}

	/** All but the iterations as scipy has them: history 10, gradient 1e-5, decrease 1e7 times the rounding of 1. */
	public static LbfgsOptions ofIterations(final int maxIterations) {
		return new LbfgsOptions(HISTORY, maxIterations, GRADIENT_TOLERANCE, DECREASE_TOLERANCE);
	}
}
