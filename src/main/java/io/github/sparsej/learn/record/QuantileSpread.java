package io.github.sparsej.learn.record;

import io.github.sparsej.model.QuantileFunctions;

/**
 * How far the quantile functions z_i of p atoms lie from their mean (Perrinet 2019, SHL_scripts: qerror). In a fair
 * dictionary, in which all atoms are used in the same way, they coincide.
 */
public final class QuantileSpread {

	private QuantileSpread() {}

	/** sum_q |z_iq - mean_j z_jq| of each atom: p values, 0 to Q. */
	public static double[] ofAtoms(final QuantileFunctions quantiles) {
		final double[] mean = mean(quantiles);
		final double[] spread = new double[quantiles.atomCount()];
		for (int i = 0; i < spread.length; i++)
			for (int q = 0; q < mean.length; q++) spread[i] += Math.abs(quantiles.value(i, q) - mean[q]);
		return spread;
	}

	/** The sum over all atoms. */
	public static double of(final QuantileFunctions quantiles) {
		double sum = 0;
		for (final double spread : ofAtoms(quantiles)) sum += spread;
		return sum;
	}

	private static double[] mean(final QuantileFunctions quantiles) {
		final double[] mean = new double[quantiles.size()];
		for (int i = 0; i < quantiles.atomCount(); i++)
			for (int q = 0; q < mean.length; q++) mean[q] += quantiles.value(i, q) / quantiles.atomCount();
		return mean;
	}
}
