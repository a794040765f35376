package io.github.sparsej.convolve.learn;

import java.util.Arrays;

import io.github.sparsej.model.HomeostasisState;
import io.github.sparsej.model.Require;

/**
 * Keeps the use of placed atoms even by gains on their scores, as Boutin's CHAMP does: with n_k the times that atom k is used,
 * {@code ln g_k <- (1 - rate) ln g_k - rate (n_k - t) / tau}, where {@code t = mean n} and {@code tau = (max n - t) / ln 10}: the atom used most
 * moves towards gain 1/10, however even the use is, and the others in proportion.
 * <p>
 * Three guards that the original is without: where all atoms are used alike gains stay as they are (0/0 there); gains are kept from 1 /
 * {@code largestGain} to {@code largestGain}, since the step of an atom that is far below the mean has no limit; and n_k may be 0 (no less
 * than 1 per batch there; {@link #PUBLISHED} is for results to compare). Of batches that are a part of the images only, n_k is a running mean. Immutable and thread-safe.
 *
 * @param rate        weight of a new batch in the logarithm of gains (eta_homeo), 0 (without homeostasis) to 1
 * @param largestGain above 1, finite
 * @param leastUses   what a batch counts for an atom that it uses less, 0 or more: 0 here, 1 in the original
 */
public record ConvolutionalHomeostasis(double rate, double largestGain, int leastUses) {

	public static final String NAME = "HAP of placed atoms";

	/** The published rate, and a limit that no gain of a published run comes near. */
	public static final ConvolutionalHomeostasis STANDARD = new ConvolutionalHomeostasis(0.0025, 2);

	/** The original's count of atoms without use. */
	public static final ConvolutionalHomeostasis PUBLISHED = new ConvolutionalHomeostasis(0.0025, 2, 1);

	public static final ConvolutionalHomeostasis NONE = new ConvolutionalHomeostasis(0, 2);

	/** Share of the mean use by which the largest must exceed it for use to be uneven: beyond rounding. */
	private static final double UNEVEN = 1e-9;

	public ConvolutionalHomeostasis {
		Require.fromZeroToOne("the rate of homeostasis", rate);
		if (!(largestGain > 1) || Double.isInfinite(largestGain)) throw new IllegalArgumentException("largestGain must be finite and above 1, got " + largestGain);
		Require.notNegative("leastUses", leastUses);
	}

	/** Where an atom without use counts as that. */
	public ConvolutionalHomeostasis(final double rate, final double largestGain) {
		this(rate, largestGain, 0);
	}

	/** Whether gains stay as they are. */
	public boolean isNone() {
		return rate == 0;
	}

	/** No atom used yet, all gains 1. */
	public HomeostasisState initial(final int atomCount) {
		return HomeostasisState.neutral(NAME, atomCount);
	}

	/**
	 * @param state what was learned before; its activity is the running mean of uses per image. Not modified
	 * @param uses  of each atom in a batch; not modified
	 * @param images in this batch, at least 1
	 * @param share of this batch in the running means, above 0, at most 1: that of its images among all
	 * @return the state to encode the next batch with
	 */
	public HomeostasisState update(final HomeostasisState state, final long[] uses, final int images, final double share) {
		if (uses.length != state.atomCount()) throw new IllegalArgumentException("a homeostasis of " + state.atomCount() + " atoms cannot learn from uses of " + uses.length);
		if (isNone()) return state;
		final double[] activity = state.activity();
		for (int k = 0; k < uses.length; k++) activity[k] = (1 - share) * activity[k] + share * Math.max(leastUses, uses[k]) / images;
		return new HomeostasisState(NAME, activity, gains(state.gains(), activity), null, false);
	}

	private double[] gains(final double[] gains, final double[] activity) {
		final double mean = Arrays.stream(activity).sum() / activity.length;
		final double above = Arrays.stream(activity).max().orElseThrow() - mean;
		if (!(above > UNEVEN * mean)) return gains;
		final double tau = above / Math.log(10), limit = Math.log(largestGain);
		for (int k = 0; k < gains.length; k++) {
			final double logarithm = (1 - rate) * Math.log(gains[k]) - rate * (activity[k] - mean) / tau;
			gains[k] = Math.exp(Math.max(-limit, Math.min(limit, logarithm)));
		}
		return gains;
	}
}
