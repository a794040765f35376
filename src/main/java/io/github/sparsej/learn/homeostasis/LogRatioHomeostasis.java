package io.github.sparsej.learn.homeostasis;

/**
 * Homeostasis on activation probability (HAP of Perrinet 2019, in the log form of its published code): atom i is
 * selected with gain_i = ln(m_i) / ln(tau), above 1 where it was used less than the target. m_i is the running share of
 * signals that use the atom, tau the share of nonzero coefficients among all of the last batch (with rectified selection
 * these are the positive ones). The strength alpha has no part in it.
 * <p>
 * Both are kept from 1e-6 to 1 - 1e-6, so that gains are finite and positive for atoms that are never or always used.
 */
public record LogRatioHomeostasis(HomeostasisParameters parameters) implements RunningHomeostasis {

	public static final String NAME = "HAP";

	/** @param rate weight of a new batch in the running means, 0 (they never change) to 1 */
	public LogRatioHomeostasis(final double rate) {
		this(HomeostasisParameters.DEFAULT.withRate(rate));
	}

	@Override
	public String name() {
		return NAME;
	}

	@Override
	public double[] gains(final double[] activity, final double target) {
		final double[] gains = new double[activity.length];
		for (int i = 0; i < gains.length; i++) gains[i] = logShare(activity[i]) / logShare(target);
		return gains;
	}

	private static double logShare(final double share) {
		return Math.log(Math.max(LEAST_ACTIVITY, Math.min(1 - LEAST_ACTIVITY, share)));
	}
}
