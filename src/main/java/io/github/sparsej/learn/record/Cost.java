package io.github.sparsej.learn.record;

/**
 * The cost F that sparse Hebbian learning is judged by: what codes leave undescribed, and how unfairly atoms are used, in
 * one number. Though figures give it in "bits", it is a weighted sum and no entropy (SHL_scripts, {@code get_record}).
 */
final class Cost {

	private Cost() {}

	/**
	 * As in Perrinet 2019: error + 0.0005 qerror.
	 *
	 * @param error  relative residual, 0 to 1
	 * @param qerror see {@link QuantileSpread}
	 */
	static double of(final double error, final double qerror) {
		return error + 0.0005 * qerror;
	}

	/** As in the code of September 2018: 61.803 error + 0.1 qerror. */
	static double of2018(final double error, final double qerror) {
		return 61.803 * error + 0.1 * qerror;
	}
}
