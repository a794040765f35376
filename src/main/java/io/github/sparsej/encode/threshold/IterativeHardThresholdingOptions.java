package io.github.sparsej.encode.threshold;

import io.github.sparsej.encode.Encoder;
import io.github.sparsej.encode.EncoderOptions;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.HomeostasisState;
import io.github.sparsej.model.Require;

/**
 * Options of iterative hard thresholding.
 *
 * @param nonzeros      most nonzeros of a code, at least 1; more than there are atoms is no mistake
 * @param nonnegative   whether coefficients may not be negative
 * @param tolerance     change of the code by an iteration, as a share of its l2 norm, with which it has converged; 0 or more,
 *                      with 0 all iterations are made
 * @param maxIterations most iterations, at least 1
 */
public record IterativeHardThresholdingOptions(int nonzeros, boolean nonnegative, double tolerance, int maxIterations) implements EncoderOptions {

	public static final String NAME = "Iterative hard threshold";

	/** Change of a step, as a share of the code, that counts as none. */
	public static final double TOLERANCE = 1e-5;

	public IterativeHardThresholdingOptions {
		Require.atLeastOne("nonzeros", nonzeros);
		Require.notNegative("tolerance", tolerance);
		Require.atLeastOne("maxIterations", maxIterations);
	}

	/** Converged when a step changes less than 1e-5 of the code, or after 1000 steps. */
	public IterativeHardThresholdingOptions(final int nonzeros, final boolean nonnegative) {
		this(nonzeros, nonnegative, TOLERANCE, 1000);
	}

	@Override
	public String name() {
		return NAME;
	}

	@Override
	public Encoder encoder(final HomeostasisState homeostasis, final Parallel parallel) {
		return new IterativeHardThresholding(this, parallel);
	}

	@Override
	public int mostNonzeros(final int atomCount) {
		return Math.min(nonzeros, atomCount);
	}
}
