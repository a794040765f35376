package io.github.sparsej.learn.homeostasis;

import java.util.Map;

import io.github.sparsej.model.HomeostasisState;
import io.github.sparsej.model.SparseCodes;

/**
 * Homeostasis on activation probability (HAP of Perrinet 2019, in the log form of its published code): atom i is
 * selected with gain_i = ln(m_i) / ln(tau), above 1 where it was used less than the target. m_i is the running share of
 * signals that use the atom, tau the share of nonzero coefficients among all of the last batch (with rectified selection
 * these are the positive ones).
 * <p>
 * Both are kept from 1e-6 to 1 - 1e-6, so that gains are finite and positive for atoms that are never or always used. A
 * batch without any nonzero says nothing about a target, and leaves the gains as they are.
 *
 * @param rate weight of a new batch in the running mean of the use of atoms, 0 (never changes) to 1
 */
public record LogRatioHomeostasis(double rate) implements Homeostasis {

	public static final String NAME = "HAP";

	private static final double SMALLEST_SHARE = 1e-6;

	public LogRatioHomeostasis {
		Activity.checkRate(rate);
	}

	@Override
	public String name() {
		return NAME;
	}

	@Override
	public Map<String, String> inWords() {
		return Map.of("homeostasis rate", Double.toString(rate));
	}

	@Override
	public HomeostasisState update(final HomeostasisState state, final SparseCodes codes) {
		final double[] activity = Activity.next(state, codes, rate);
		final double target = Activity.density(codes);
		if (rate == 0 || target == 0) return new HomeostasisState(NAME, activity, state.gains());
		final double[] gains = new double[activity.length];
		for (int i = 0; i < gains.length; i++) gains[i] = logShare(activity[i]) / logShare(target);
		return new HomeostasisState(NAME, activity, gains);
	}

	private static double logShare(final double share) {
		return Math.log(Math.max(SMALLEST_SHARE, Math.min(1 - SMALLEST_SHARE, share)));
	}
}
