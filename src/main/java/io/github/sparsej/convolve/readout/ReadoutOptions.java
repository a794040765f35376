package io.github.sparsej.convolve.readout;

import io.github.sparsej.model.Require;

/**
 * Options of {@link ReadoutTrainer}.
 *
 * @param l2            weight of the penalty on squared weights, 0 or more, finite; features have mean squared norm 1
 * @param maxIterations of the optimisation, at least 1
 * @param trainShare    share of each class that is trained on, above 0, at most 1; the others are for the test
 * @param seed          of the choice of these
 */
public record ReadoutOptions(double l2, int maxIterations, double trainShare, long seed) {

	/** Three quarters for training. */
	public static final ReadoutOptions STANDARD = new ReadoutOptions(1e-4, 300, 0.75, 1);

	public ReadoutOptions {
		Require.notNegative("l2", l2);
		Require.atLeastOne("maxIterations", maxIterations);
		if (!(trainShare > 0 && trainShare <= 1)) throw new IllegalArgumentException("trainShare must be above 0 and at most 1, got " + trainShare);
	}
}
