package io.github.sparsej.autoencoder.tied;

import java.util.LinkedHashMap;
import java.util.Map;

import io.github.sparsej.linalg.LbfgsOptions;
import io.github.sparsej.model.Require;

/**
 * Options of {@link TiedAutoencoder}.
 *
 * @param hidden        units of the hidden layer p, at least 1; not more than there are signals, nor than a signal has values
 * @param maxIterations iterations of L-BFGS, 0 or more
 * @param tolerance     largest entry of the gradient, as a share of the total variance, at which a point counts as a minimum, 0 or more;
 *                      with 0 it ends where J falls no further
 * @param seed          seed of the weights that it begins with
 */
public record TiedOptions(int hidden, int maxIterations, double tolerance, long seed) {

	public TiedOptions {
		Require.atLeastOne("hidden", hidden);
		Require.notNegative("maxIterations", maxIterations);
		Require.notNegative("tolerance", tolerance);
	}

	/**
	 * What learning takes, in bytes: the centred signals, the covariance, its eigenvectors and what they are found with, and of the weights
	 * what L-BFGS remembers, and the parts of a gradient.
	 *
	 * @param signals number of signals
	 * @param length  values per signal
	 */
	public long bytesNeeded(final int signals, final int length) {
		return Double.BYTES * ((long) signals * length + 7L * length * length + (2L * LbfgsOptions.HISTORY + 14) * hidden * length);
	}

	/** Names and values, for the provenance of a model. */
	public Map<String, String> inWords() {
		final Map<String, String> words = new LinkedHashMap<>();
		words.put("hidden units", Integer.toString(hidden));
		words.put("largest number of iterations", Integer.toString(maxIterations));
		words.put("tolerance", Double.toString(tolerance));
		return words;
	}
}
