package io.github.sparsej.imagej.plot;

import io.github.sparsej.learn.homeostasis.VarianceHomeostasis;
import io.github.sparsej.model.HomeostasisState;
import io.github.sparsej.model.QuantileFunctions;

/** How often atoms were used when a dictionary was learned. */
public final class LearnedUse {

	private LearnedUse() {}

	/**
	 * The running mean of the share of signals that use each atom; all 0 where nothing is known of it. OLS mixes the variance of
	 * coefficients into its activity: of it, the quantile functions tell.
	 */
	public static double[] learned(final HomeostasisState state) {
		return state.method().equals(VarianceHomeostasis.NAME) ? state.quantiles().map(LearnedUse::of).orElseGet(state::activity) : state.activity();
	}

	/** The share of signals whose coefficient is above 0, or rather above the first value at which the functions are known. */
	static double[] of(final QuantileFunctions functions) {
		final double[] use = new double[functions.atomCount()];
		for (int i = 0; i < use.length; i++) use[i] = 1 - functions.value(i, 1);
		return use;
	}
}
