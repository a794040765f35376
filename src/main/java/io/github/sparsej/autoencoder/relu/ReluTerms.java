package io.github.sparsej.autoencoder.relu;

/**
 * The terms of the objective over m signals x_i with codes z_i and reconstructions x^_i.
 *
 * @param reconstruction 1/m sum_i |x_i - x^_i|^2, not divided by the values of a signal
 * @param sparsity       1/m sum_i |z_i|_1
 * @param entropy        sum_j 1 / zbar_j, zbar_j the mean of z_ij over the signals, or {@link #LEAST_ACTIVITY} where it is less
 * @param decay          |D|_F^2
 */
public record ReluTerms(double reconstruction, double sparsity, double entropy, double decay) {

	/**
	 * Mean activity at which the reciprocal of a unit's activity stops to grow, and its gradient ends: a unit that is dead in a
	 * batch would make the objective infinite. Far below the activity of any unit in use on signals of variance about 1.
	 */
	public static final double LEAST_ACTIVITY = 1e-6;

	/** reconstruction + lambda sparsity + entropyWeight entropy + weightDecay decay. */
	public double objective(final ReluOptions options) {
		return reconstruction + options.lambda() * sparsity + options.entropyWeight() * entropy + options.weightDecay() * decay;
	}
}
