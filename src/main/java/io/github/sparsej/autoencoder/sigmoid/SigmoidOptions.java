package io.github.sparsej.autoencoder.sigmoid;

import java.util.LinkedHashMap;
import java.util.Map;

import io.github.sparsej.autoencoder.error.ErrorFunction;
import io.github.sparsej.autoencoder.error.GaussianError;
import io.github.sparsej.autoencoder.error.NoisyLabels;
import io.github.sparsej.autoencoder.error.SquaredError;
import io.github.sparsej.autoencoder.net.BlockSums;
import io.github.sparsej.encode.feedforward.Activation;
import io.github.sparsej.linalg.LbfgsOptions;
import io.github.sparsej.model.Require;

/**
 * Options of {@link SigmoidLearner}. The defaults are those of the tutorial's source.
 *
 * @param units          hidden units p, at least 1
 * @param sparsity       rho, the mean activity over all signals that each hidden unit is drawn to, above 0 and below 1
 * @param sparsityWeight beta, by which the penalty on other activities is multiplied, finite and 0 or more
 * @param decay          lambda, by which half the sum of squared weights (not biases) is multiplied, finite and 0 or more
 * @param iterations     most iterations of L-BFGS, 0 or more; 0 leaves the net as it begins
 * @param output         what the output units do: logistic, for signals in (0, 1), or linear
 * @param error          what the outputs are held to
 * @param seed           seed of the first weights
 */
public record SigmoidOptions(int units, double sparsity, double sparsityWeight, double decay, int iterations, Activation output, ErrorFunction error, long seed) {

	public static final double SPARSITY = 0.01;
	public static final double SPARSITY_WEIGHT = 3;
	public static final double DECAY = 1e-4;
	public static final int ITERATIONS = 400;

	public SigmoidOptions {
		Require.atLeastOne("hidden units", units);
		if (!(sparsity > 0 && sparsity < 1)) throw new IllegalArgumentException("sparsity must be above 0 and below 1, got " + sparsity);
		Require.notNegative("sparsityWeight", sparsityWeight);
		Require.notNegative("decay", decay);
		Require.notNegative("iterations", iterations);
		if (output != Activation.LOGISTIC && output != Activation.LINEAR) throw new IllegalArgumentException("output units must be LOGISTIC or LINEAR, got " + output);
		if (error == null) throw new IllegalArgumentException("the error function is missing; for the tutorial's, use SquaredError");
		if (error instanceof NoisyLabels && output != Activation.LOGISTIC) throw new IllegalArgumentException("the error " + NoisyLabels.NAME + " needs LOGISTIC output units, got " + output);
	}

	/** All else as in the tutorial's source. */
	public static SigmoidOptions ofUnits(final int units, final long seed) {
		return new SigmoidOptions(units, SPARSITY, SPARSITY_WEIGHT, DECAY, ITERATIONS, Activation.LOGISTIC, new SquaredError(), seed);
	}

	/** These options with another sparsity. */
	public SigmoidOptions withSparsity(final double other, final double weight) {
		return new SigmoidOptions(units, other, weight, decay, iterations, output, error, seed);
	}

	/** These options with another decay. */
	public SigmoidOptions withDecay(final double other) {
		return new SigmoidOptions(units, sparsity, sparsityWeight, other, iterations, output, error, seed);
	}

	/** These options with other iterations. */
	public SigmoidOptions withIterations(final int other) {
		return new SigmoidOptions(units, sparsity, sparsityWeight, decay, other, output, error, seed);
	}

	/** These options with other output units. */
	public SigmoidOptions withOutput(final Activation other) {
		return new SigmoidOptions(units, sparsity, sparsityWeight, decay, iterations, other, error, seed);
	}

	/** These options with another error function. */
	public SigmoidOptions withError(final ErrorFunction other) {
		return new SigmoidOptions(units, sparsity, sparsityWeight, decay, iterations, output, other, seed);
	}

	/** Signals one after another and turned, hidden values of all, gradients of blocks, what L-BFGS remembers, and what a covariance is estimated with. */
	public long bytesNeeded(final int signals, final int length) {
		final long weights = 2L * units * length + units + length;
		final int blocks = SignalBlocks.blocks(signals);
		return Double.BYTES * ((2L * length + units) * signals + weights * (BlockSums.slots(blocks, weights) + 2L * LbfgsOptions.HISTORY + 8) + (error instanceof GaussianError ? covarianceValues(blocks, length) : 0));
	}

	/** Products of residuals of blocks with room to form each, their sum, its eigenvectors and what they are found with, and a covariance with its inverse, old and new. */
	private static long covarianceValues(final int blocks, final int length) {
		final long square = (long) length * length;
		return square * (2L * BlockSums.slots(blocks, square) + 10);
	}

	/** All numbers by their names, for the record of how a model was learned. */
	public Map<String, String> inWords() {
		final Map<String, String> words = new LinkedHashMap<>();
		words.put("hidden units", Integer.toString(units));
		words.put("sparsity", Double.toString(sparsity));
		words.put("sparsity weight", Double.toString(sparsityWeight));
		words.put("decay", Double.toString(decay));
		words.put("iterations", Integer.toString(iterations));
		words.put("output units", output.name());
		words.put("error function", error.name());
		words.putAll(error.inWords());
		return words;
	}
}
