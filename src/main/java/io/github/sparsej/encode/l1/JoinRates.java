package io.github.sparsej.encode.l1;

/**
 * How soon each atom would join a path: 1 / (fall of the limit until the atom's correlation reaches it). As the limit falls
 * by g, a correlation c becomes c - g q and the limit l - g; they meet at (l - c) / (1 - q), and the negative limit is met
 * at (l + c) / (1 + q). Rates, unlike falls, need no case where a denominator is 0, or for an atom that never joins; the
 * largest rate is the next atom. Rates are 0 or more, and finite.
 */
final class JoinRates {

	/** Keeps an atom at the limit from a division by 0. */
	private static final float LEAST = 1e-30f;

	private JoinRates() {}

	/**
	 * The larger of the two rates.
	 *
	 * @param limit l, between 1e-6 and 1e6
	 */
	static void ofBothSigns(final float limit, final float[] correlations, final float[] along, final int count, final float[] rates) {
		for (int i = 0; i < count; i++) {
			final float c = correlations[i], q = along[i];
			rates[i] = Math.max((1 - q) / (Math.abs(limit - c) + LEAST), (1 + q) / (Math.abs(limit + c) + LEAST));
		}
	}

	/** The rate of the positive limit, 0 where the atom does not come nearer. */
	static void ofPositive(final float limit, final float[] correlations, final float[] along, final int count, final float[] rates) {
		for (int i = 0; i < count; i++) rates[i] = Math.max(0, (1 - along[i]) / (Math.abs(limit - correlations[i]) + LEAST));
	}
}
