package io.github.sparsej.learn.homeostasis;

import io.github.sparsej.model.Require;

/**
 * What the strategies of homeostasis take; each uses what it knows.
 *
 * @param rate      weight of a new batch in all running means (eta_homeo), 0 (nothing changes) to 1
 * @param alpha     strength of OLS, EMP, eHAP and EXP (alpha_homeo), finite and above 0
 * @param quantiles values Q per quantile function, at least 2
 * @param scale     coefficient C that quantile functions bring to 1 - 1/e, in the units of the signals, finite and above 0
 */
public record HomeostasisParameters(double rate, double alpha, int quantiles, double scale) {

	/** As commands propose them. */
	public static final HomeostasisParameters DEFAULT = new HomeostasisParameters(0.05, 0.05, 128, 3);

	public HomeostasisParameters {
		Require.fromZeroToOne("the rate of homeostasis", rate);
		Require.positive("the strength alpha of homeostasis", alpha);
		if (quantiles < 2) throw new IllegalArgumentException("a quantile function needs at least 2 values, got " + quantiles);
		Require.positive("the scale of quantile functions", scale);
	}

	/** These parameters with another rate. */
	public HomeostasisParameters withRate(final double other) {
		return new HomeostasisParameters(other, alpha, quantiles, scale);
	}
}
