package io.github.sparsej.autoencoder.error;

import java.util.LinkedHashMap;
import java.util.Map;

import io.github.sparsej.model.Require;
import io.github.sparsej.whiten.PatchStatistics;

/**
 * The negative log-likelihood of residuals that are normal with a full covariance Sigma (Bishop 2006, exercise 5.3),
 * E = 1/2 (t - y)' Sigma^-1 (t - y) + 1/2 ln|Sigma| + m/2 ln 2 pi, where Sigma and the weights are estimated by turns: the weights
 * given Sigma, then Sigma as the mean of (t - y)(t - y)', which is its maximum-likelihood estimate. Learning begins with the
 * variance of the signals' values times the identity matrix, that is with the squared error in units of that variance; learning
 * that goes on from a net, with the estimate for its residuals. Neither half of a turn can raise the cost.
 * <p>
 * Patches from which a mean was taken, or fewer signals than values, leave directions without residuals, in which that
 * estimate is singular and the likelihood without bound. Sigma is therefore the maximum-likelihood estimate among the
 * matrices with no eigenvalue below {@code floor} times the mean variance of the signals' values: smaller ones are raised to
 * it, and how many is told among the figures of the result.
 *
 * @param turns estimates of Sigma, at least 1; the iterations are shared out evenly before, between and after
 * @param floor least eigenvalue of Sigma as a share of the variance of the signals' values, above 0, at most 1
 */
public record GaussianError(int turns, double floor) implements ErrorFunction {

	public static final String NAME = "Gaussian covariance";

	public static final int TURNS = 7;
	public static final double FLOOR = 1e-2;
	/** Longest signals whose covariance is estimated: its eigenvectors take half a minute there. */
	public static final int LONGEST = PatchStatistics.LONGEST;

	public GaussianError {
		Require.atLeastOne("turns", turns);
		if (!(floor > 0 && floor <= 1)) throw new IllegalArgumentException("floor must be above 0 and at most 1, got " + floor);
	}

	@Override
	public String name() {
		return NAME;
	}

	/** @throws IllegalArgumentException if the signals are all the same */
	@Override
	public GaussianOutputs initial(final double[][] signals) {
		return GaussianOutputs.ofVariance(variance(signals), signals[0].length);
	}

	@Override
	public Map<String, String> inWords() {
		final Map<String, String> words = new LinkedHashMap<>();
		words.put("covariance turns", Integer.toString(turns));
		words.put("covariance floor", Double.toString(floor));
		return words;
	}

	/** @throws IllegalArgumentException if signals are longer than {@value #LONGEST} values */
	@Override
	public void require(final double[][] signals) {
		if (signals[0].length > LONGEST) throw new IllegalArgumentException("the error " + NAME + " is one of signals of at most " + LONGEST + " values, got " + signals[0].length);
	}

	/**
	 * The least eigenvalue that Sigma may have.
	 *
	 * @param signals n rows of m values; not modified
	 * @throws IllegalArgumentException if they are all the same
	 */
	public double leastEigenvalue(final double[][] signals) {
		return floor * variance(signals);
	}

	/** Mean over all values of the squared difference from the mean at that place. */
	private static double variance(final double[][] signals) {
		final int m = signals[0].length;
		final double[] mean = new double[m];
		for (final double[] signal : signals) for (int j = 0; j < m; j++) mean[j] += signal[j] / signals.length;
		double squares = 0;
		for (final double[] signal : signals) for (int j = 0; j < m; j++) squares += (signal[j] - mean[j]) * (signal[j] - mean[j]);
		if (!(squares > 0)) throw new IllegalArgumentException("signals that are all the same leave no covariance to estimate");
		return squares / ((double) m * signals.length);
	}
}
