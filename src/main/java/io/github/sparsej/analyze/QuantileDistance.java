package io.github.sparsej.analyze;

import io.github.sparsej.model.QuantileFunctions;

/** How different the quantile functions of two atoms are (SHL_scripts: get_KS, get_KL). */
public final class QuantileDistance {

	private QuantileDistance() {}

	/** sum_q |z_iq - z_jq|, 0 to Q (where Kolmogorov and Smirnov take the largest). */
	public static double ks(final QuantileFunctions quantiles, final int i, final int j) {
		double sum = 0;
		for (int q = 0; q < quantiles.size(); q++) sum += Math.abs(quantiles.value(i, q) - quantiles.value(j, q));
		return sum;
	}

	/**
	 * Kullback-Leibler divergence sum_q d_iq log2(d_iq / d_jq) in bits, 0 or more, where d_iq = z_iq - z_i(q-1) is the share of
	 * signals whose rescaled coefficient lies between two values of the function. Shares of 0 of atom i add nothing;
	 * infinite where atom j has none of what atom i has.
	 */
	public static double kullbackLeibler(final QuantileFunctions quantiles, final int i, final int j) {
		double sum = 0;
		for (int q = 1; q < quantiles.size(); q++) {
			final double of = share(quantiles, i, q), other = share(quantiles, j, q);
			if (of > 0) sum += of * Math.log(of / other) / Math.log(2);
		}
		return sum;
	}

	/** Rounding may leave less than nothing of a share. */
	private static double share(final QuantileFunctions quantiles, final int atom, final int q) {
		return Math.max(0, quantiles.value(atom, q) - quantiles.value(atom, q - 1));
	}
}
