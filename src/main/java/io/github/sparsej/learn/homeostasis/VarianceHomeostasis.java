package io.github.sparsej.learn.homeostasis;

import io.github.sparsej.model.HomeostasisState;
import io.github.sparsej.model.SparseCodes;

/**
 * Homeostasis on the variance of coefficients (OLS, after Olshausen &amp; Field 1997, in the form of the code of Perrinet
 * 2019): gain_i = m_i^(-alpha), where m_i is updated twice by every batch: by the share of signals that use the atom, as in
 * all strategies, and then by m = (1 - rate) m + rate v_i / mean(v), v_i the mean square of the atom's coefficients. So m mixes
 * two quantities, and may exceed 1. m_i is kept from 1e-6 up where it enters the gain.
 */
public record VarianceHomeostasis(HomeostasisParameters parameters) implements StrengthHomeostasis {

	public static final String NAME = "OLS";

	@Override
	public String name() {
		return NAME;
	}

	@Override
	public double[] activity(final HomeostasisState state, final SparseCodes codes) {
		final double[] activity = StrengthHomeostasis.super.activity(state, codes);
		final double[] energy = new double[activity.length];
		double all = 0;
		for (int k = 0; k < codes.nonzeros(); k++) {
			final double square = (double) codes.coefficient(k) * codes.coefficient(k);
			energy[codes.atom(k)] += square;
			all += square;
		}
		if (all == 0) return activity;
		final double rate = parameters().rate();
		for (int i = 0; i < activity.length; i++) activity[i] = (1 - rate) * activity[i] + rate * energy[i] / all * activity.length;
		return activity;
	}

	@Override
	public boolean knowsActivityOf(final String method) {
		return method.equals(NAME);
	}

	@Override
	public double[] gains(final double[] activity, final double target) {
		final double[] logs = new double[activity.length];
		for (int i = 0; i < logs.length; i++) logs[i] = -parameters().alpha() * Math.log(Math.max(LEAST_ACTIVITY, activity[i]));
		return Exponentials.of(logs);
	}
}
