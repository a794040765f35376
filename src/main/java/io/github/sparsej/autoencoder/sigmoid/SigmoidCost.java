package io.github.sparsej.autoencoder.sigmoid;

/**
 * What a net costs on signals: {@code error + decay + sparsity} is what learning minimises.
 *
 * @param error        mean error of a signal (of tangent propagation, with the penalty on tangents)
 * @param decay        lambda / 2 times the sum of squared weights
 * @param sparsity     beta times the sum of Kullback-Leibler divergences
 * @param leastActive  mean activity over the signals of the hidden unit that is least active
 * @param meanActive   mean of the mean activities
 * @param mostActive   mean activity of the hidden unit that is most active
 */
public record SigmoidCost(double error, double decay, double sparsity, double leastActive, double meanActive, double mostActive) {

	public double total() {
		return error + decay + sparsity;
	}
}
