package io.github.sparsej.learn.homeostasis;

import java.util.Arrays;

/**
 * Homeostasis by gates (EMP of Perrinet 2019): atom i can be selected (gain 1) if m_i is below tau (1 + alpha), and not
 * (gain 0) otherwise, with m_i and tau as of {@link LogRatioHomeostasis}.
 * <p>
 * A pursuit stalls where all atoms that would describe the rest of a signal are gated; the original takes its first atom
 * then. Where every atom would be gated, none is.
 */
public record GatedHomeostasis(HomeostasisParameters parameters) implements StrengthHomeostasis {

	public static final String NAME = "EMP";

	@Override
	public String name() {
		return NAME;
	}

	@Override
	public double[] gains(final double[] activity, final double target) {
		final double[] gains = new double[activity.length];
		for (int i = 0; i < gains.length; i++) gains[i] = activity[i] < target * (1 + parameters().alpha()) ? 1 : 0;
		if (Arrays.stream(gains).sum() == 0) Arrays.fill(gains, 1);
		return gains;
	}
}
