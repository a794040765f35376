package io.github.sparsej.autoencoder.relu;

import java.util.LinkedHashMap;
import java.util.Map;

import io.github.sparsej.model.Require;

/**
 * Options of {@link ReluAutoencoder}.
 *
 * @param hidden        units of the hidden layer p, at least 1; not more than there are signals
 * @param lambda        weight of the mean l1 norm of codes, 0 or more
 * @param entropyWeight weight of the sum of reciprocal mean activities, which keeps units in use, 0 or more
 * @param weightDecay   weight of the squared norm of the decoder, 0 or more
 * @param eta           step size of Adam, above 0: about the change of a weight per step
 * @param beta1         share of Adam's running mean of the gradient that is kept, 0 or more and below 1
 * @param beta2         share of Adam's running mean of the squared gradient that is kept, 0 or more and below 1
 * @param epsilon       Adam's guard against division by zero, added to the root of the bias-corrected mean, above 0
 * @param batchSize     signals per step, at least 1; fewer signals make one batch of all
 * @param iterations    steps, at least 1
 * @param recordEvery   steps from one record of the curves to the next, at least 1; the first is recorded. It changes nothing of
 *                      what is learned
 * @param seed          seed of all random draws
 */
public record ReluOptions(int hidden, double lambda, double entropyWeight, double weightDecay, double eta, double beta1, double beta2, double epsilon, int batchSize, int iterations, int recordEvery, long seed) {

	/** Entropy weight and weight decay as multiples of lambda where they follow it. */
	private static final double ENTROPY_PER_LAMBDA = 0.01, DECAY_PER_LAMBDA = 1;

	public ReluOptions {
		Require.atLeastOne("hidden", hidden);
		Require.notNegative("lambda", lambda);
		Require.notNegative("entropyWeight", entropyWeight);
		Require.notNegative("weightDecay", weightDecay);
		Require.positive("eta", eta);
		Require.belowOne("beta1", beta1);
		Require.belowOne("beta2", beta2);
		Require.positive("epsilon", epsilon);
		Require.atLeastOne("batchSize", batchSize);
		Require.atLeastOne("iterations", iterations);
		Require.atLeastOne("recordEvery", recordEvery);
	}

	/**
	 * What was published: batches of 100, eta 1e-4, and an entropy weight and a weight decay that follow lambda, so that with lambda 0
	 * nothing but the reconstruction counts. Records 20 times.
	 */
	public static ReluOptions of(final int hidden, final double lambda, final int iterations, final long seed) {
		return new ReluOptions(hidden, lambda, ENTROPY_PER_LAMBDA * lambda, DECAY_PER_LAMBDA * lambda, 1e-4, 0.9, 0.999, 1e-8, 100, iterations, Math.max(1, iterations / 20), seed);
	}

	/** These options with another weight of the reciprocal mean activities. */
	public ReluOptions withEntropyWeight(final double other) {
		return new ReluOptions(hidden, lambda, other, weightDecay, eta, beta1, beta2, epsilon, batchSize, iterations, recordEvery, seed);
	}

	/** These options with another weight decay. */
	public ReluOptions withWeightDecay(final double other) {
		return new ReluOptions(hidden, lambda, entropyWeight, other, eta, beta1, beta2, epsilon, batchSize, iterations, recordEvery, seed);
	}

	/** These options with another step size. */
	public ReluOptions withEta(final double other) {
		return new ReluOptions(hidden, lambda, entropyWeight, weightDecay, other, beta1, beta2, epsilon, batchSize, iterations, recordEvery, seed);
	}

	/** These options with another number of signals per step. */
	public ReluOptions withBatchSize(final int other) {
		return new ReluOptions(hidden, lambda, entropyWeight, weightDecay, eta, beta1, beta2, epsilon, other, iterations, recordEvery, seed);
	}

	/** These options with records at other steps. */
	public ReluOptions withRecordEvery(final int other) {
		return new ReluOptions(hidden, lambda, entropyWeight, weightDecay, eta, beta1, beta2, epsilon, batchSize, iterations, other, seed);
	}

	/**
	 * What learning takes, in bytes: encoder and decoder, the latter also transposed, with two means of Adam each, a copy of both for the result; and of
	 * a batch the signals, the residuals and the codes, each twice, what the codes are made of, and where they are above 0.
	 *
	 * @param signals number of signals
	 * @param length  values per signal
	 */
	public long bytesNeeded(final int signals, final int length) {
		return (long) Double.BYTES * (9L * hidden * length + Math.min(batchSize, signals) * (4L * length + 4L * hidden));
	}

	/** Names and values, for the provenance of a model. */
	public Map<String, String> inWords() {
		final Map<String, String> words = new LinkedHashMap<>();
		words.put("hidden units", Integer.toString(hidden));
		words.put("lambda", Double.toString(lambda));
		words.put("entropy weight", Double.toString(entropyWeight));
		words.put("weight decay", Double.toString(weightDecay));
		words.put("eta", Double.toString(eta));
		words.put("beta1", Double.toString(beta1));
		words.put("beta2", Double.toString(beta2));
		words.put("epsilon", Double.toString(epsilon));
		words.put("batch size", Integer.toString(batchSize));
		words.put("iterations", Integer.toString(iterations));
		return words;
	}
}
