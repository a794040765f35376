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
	 * The larger of the two rates, by one division. Of each numerator the positive part is taken first: so that an atom which
	 * has just left the limit, whose denominator is near 0, does not join again by rounding.
	 *
	 * @param limit l, between 1e-6 and 1e6
	 */
	static void ofBothSigns(final float limit, final float[] correlations, final float[] along, final int count, final float[] rates) {
		final float square = limit * limit;
		for (int i = 0; i < count; i++) {
			final float c = correlations[i], q = along[i];
			final float u = (1 - q) * (limit + c), v = (1 + q) * (limit - c);
			final float upper = u + Math.abs(u), lower = v + Math.abs(v);
			rates[i] = 0.25f * (upper + lower + Math.abs(upper - lower)) / (Math.abs(Math.fma(-c, c, square)) + LEAST);
		}
	}

	/** The rate of the positive limit, 0 where the atom does not come nearer. */
	static void ofPositive(final float limit, final float[] correlations, final float[] along, final int count, final float[] rates) {
		for (int i = 0; i < count; i++) {
			final float nearing = 1 - along[i];
			rates[i] = (nearing + Math.abs(nearing)) / (2 * Math.abs(limit - correlations[i]) + LEAST);
		}
	}
}
