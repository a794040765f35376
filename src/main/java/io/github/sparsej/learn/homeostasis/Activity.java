package io.github.sparsej.learn.homeostasis;

import io.github.sparsej.model.SparseCodes;

/**
 * The running mean m of the share of signals that use each atom: m = (1 - rate) m + rate p, where p_i is the number of
 * nonzero coefficients of atom i in a batch, divided by its signals. As long as no atom was used (m = 0 everywhere),
 * m = p.
 */
final class Activity {

	private Activity() {}

	/**
	 * The running mean after one more batch.
	 *
	 * @param before m, p values; not modified
	 * @param codes  of at least one signal
	 */
	static double[] next(final double[] before, final SparseCodes codes, final double rate) {
		final double share = isZero(before) ? 1 : rate;
		final int[] uses = new int[codes.atomCount()];
		for (int k = 0; k < codes.nonzeros(); k++) if (codes.coefficient(k) != 0) uses[codes.atom(k)]++;
		final double[] activity = new double[uses.length];
		for (int i = 0; i < uses.length; i++) activity[i] = (1 - share) * before[i] + share * uses[i] / codes.count();
		return activity;
	}

	/** The share of nonzero coefficients among all n x p of a batch. */
	static double density(final SparseCodes codes) {
		long nonzeros = 0;
		for (int k = 0; k < codes.nonzeros(); k++) if (codes.coefficient(k) != 0) nonzeros++;
		return codes.count() == 0 ? 0 : (double) nonzeros / codes.count() / codes.atomCount();
	}

	private static boolean isZero(final double[] activity) {
		for (final double value : activity) if (value != 0) return false;
		return true;
	}
}
