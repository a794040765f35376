package io.github.sparsej.encode.threshold;

import io.github.sparsej.encode.Encoder;
import io.github.sparsej.encode.EncoderOptions;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.HomeostasisState;
import io.github.sparsej.model.Require;

/**
 * Options of the locally competitive algorithm.
 *
 * @param lambda        the threshold on states, in the units of the signals, positive and finite
 * @param threshold     what a state beyond the threshold gives
 * @param nonnegative   whether positive states alone give a coefficient
 * @param step          length of a time step in time constants (dt / tau), more than 0 and at most 1; made shorter where the
 *                      dictionary does not allow it
 * @param tolerance     largest rate of change of a state (per time constant), as a share of the l2 norm of the signal, with
 *                      which it has converged; 0 or more, with 0 all iterations are made
 * @param maxIterations most time steps, at least 1
 */
public record LcaOptions(double lambda, Threshold threshold, boolean nonnegative, double step, double tolerance, int maxIterations) implements EncoderOptions {

	public static final String NAME = "LCA";

	/** The longest steps that the dictionary allows, and the rate of change at which states count as at rest. */
	public static final double STEP = 1, TOLERANCE = 1e-6;

	/** What a state u beyond the threshold gives. */
	public enum Threshold {
		/** sign(u) (|u| - lambda): at rest, the minimiser of 1/2 |x - D a|^2 + lambda |a|_1. */
		SOFT,
		/** u: at rest, a local minimum of 1/2 |x - D a|^2 + lambda^2 / 2 per nonzero. */
		HARD
	}

	public LcaOptions {
		Require.positive("lambda", lambda);
		if (threshold == null) throw new IllegalArgumentException("threshold must be SOFT or HARD");
		if (!(step > 0 && step <= 1)) throw new IllegalArgumentException("step must be more than 0 and at most 1, got " + step); // NaN fails too
		Require.notNegative("tolerance", tolerance);
		Require.atLeastOne("maxIterations", maxIterations);
	}

	/** With the longest steps that the dictionary allows, to a rate of 1e-6, in at most 10000 steps. */
	public LcaOptions(final double lambda, final Threshold threshold, final boolean nonnegative) {
		this(lambda, threshold, nonnegative, STEP, TOLERANCE, 10000);
	}

	@Override
	public String name() {
		return NAME;
	}

	@Override
	public Encoder encoder(final HomeostasisState homeostasis, final Parallel parallel) {
		return new Lca(this, parallel);
	}

	@Override
	public int mostNonzeros(final int atomCount) {
		return atomCount;
	}
}
