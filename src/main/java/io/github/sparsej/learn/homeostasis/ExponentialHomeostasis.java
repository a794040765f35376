package io.github.sparsej.learn.homeostasis;

/** Homeostasis EXP of the code of Perrinet 2019: gain_i = exp(-(m_i - tau) / alpha), with m_i and tau as of {@link LogRatioHomeostasis}. */
public record ExponentialHomeostasis(HomeostasisParameters parameters) implements StrengthHomeostasis {

	public static final String NAME = "EXP";

	@Override
	public String name() {
		return NAME;
	}

	@Override
	public double[] gains(final double[] activity, final double target) {
		final double[] logs = new double[activity.length];
		for (int i = 0; i < logs.length; i++) logs[i] = -(activity[i] - target) / parameters().alpha();
		return Exponentials.of(logs);
	}
}
