package io.github.sparsej.learn.homeostasis;

/**
 * Homeostasis on activation probability by a power law (eHAP; HAP in the code of 2018): gain_i = (m_i / tau)^(-alpha), with
 * m_i and tau as of {@link LogRatioHomeostasis}; m_i is kept from 1e-6 up.
 */
public record PowerLawHomeostasis(HomeostasisParameters parameters) implements StrengthHomeostasis {

	public static final String NAME = "eHAP";

	@Override
	public String name() {
		return NAME;
	}

	@Override
	public double[] gains(final double[] activity, final double target) {
		final double[] logs = new double[activity.length];
		for (int i = 0; i < logs.length; i++) logs[i] = -parameters().alpha() * Math.log(Math.max(LEAST_ACTIVITY, activity[i]) / target);
		return Exponentials.of(logs);
	}
}
