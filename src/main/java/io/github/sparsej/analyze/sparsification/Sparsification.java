package io.github.sparsej.analyze.sparsification;

import java.util.Arrays;
import java.util.SplittableRandom;

import io.github.sparsej.model.Progress;

/**
 * Simulates how m weights w_i, by which one neuron takes the same feature from m inputs, become sparse under an l1 penalty:
 * dw_i / dt = (1 - sum_k w_k^2) w_i - lambda, where a weight that falls to 0 is gone (Lecomte's simulation of sparsification).
 * Euler's method, until one weight is left. A step takes the same time for any number of weights ({@link FallingWeights});
 * sums are those of a loop over all weights but for their last digits. Immutable and thread-safe.
 */
public final class Sparsification {

	/** Root of the sum of squares of the weights to begin with, on average. */
	private static final double FIRST_NORM = 0.9;

	private final SparsificationOptions options;

	public Sparsification(final SparsificationOptions options) {
		this.options = options;
	}

	/** The weights to begin with: absolute values of m normal draws of deviation 0.9 / sqrt(m), by falling size. */
	public double[] firstWeights() {
		final SplittableRandom random = new SplittableRandom(options.seed());
		final double deviation = FIRST_NORM / Math.sqrt(options.weights());
		final double[] weights = new double[options.weights()];
		Arrays.setAll(weights, i -> -Math.abs(deviation * random.nextGaussian()));
		Arrays.sort(weights);
		Arrays.setAll(weights, i -> -weights[i]);
		return weights;
	}

	/** From {@link #firstWeights} on. */
	public SparsificationHistory run(final Progress progress) {
		return run(firstWeights(), progress);
	}

	/**
	 * From given weights on.
	 *
	 * @param first    as many as the options say, above 0 and finite, by falling size; not modified
	 * @param progress where it asks to stop, the records so far are the result
	 * @throws IllegalArgumentException if the weights are not so
	 */
	public SparsificationHistory run(final double[] first, final Progress progress) {
		if (first.length != options.weights()) throw new IllegalArgumentException("there must be " + options.weights() + " weights as the options say, got " + first.length);
		double before = Double.MAX_VALUE;
		for (int i = 0; i < first.length; i++) {
			if (!(first[i] > 0 && first[i] <= before)) throw new IllegalArgumentException("weights must be above 0, finite and by falling size, but weight " + (i + 1) + " is " + first[i]);
			before = first[i];
		}
		return new SparsificationRun(options, first).run(progress);
	}
}
