package io.github.sparsej.autoencoder.relu;

import java.util.Arrays;

/** What the terms of the objective are made of, summed over signals. Not thread-safe. */
final class ReluSums {

	private int signals;
	private double squaredResiduals;
	private final double[] activity;
	private long active;

	ReluSums(final int hidden) {
		activity = new double[hidden];
	}

	void clear() {
		signals = 0;
		squaredResiduals = 0;
		active = 0;
		Arrays.fill(activity, 0);
	}

	/**
	 * Adds the codes of some signals.
	 *
	 * @param rowSums their sum for every unit; not modified
	 * @param nonzeros how many of their values are above 0
	 */
	void addCodes(final int count, final double[] rowSums, final long nonzeros) {
		signals += count;
		active += nonzeros;
		for (int j = 0; j < activity.length; j++) activity[j] += rowSums[j];
	}

	void addResiduals(final double squares) {
		squaredResiduals += squares;
	}

	void add(final ReluSums other) {
		addCodes(other.signals, other.activity, other.active);
		addResiduals(other.squaredResiduals);
	}

	/** Mean squared l2 norm of the residuals. */
	double reconstruction() {
		return squaredResiduals / signals;
	}

	/** Mean activity of a unit. */
	double activity(final int unit) {
		return activity[unit] / signals;
	}

	/** Share of values of codes that are above 0. */
	double activeShare() {
		return (double) active / signals / activity.length;
	}

	/** Units that are 0 for all signals. */
	long deadUnits() {
		return Arrays.stream(activity).filter(sum -> sum == 0).count();
	}

	/** @param decay squared norm of the decoder */
	ReluTerms terms(final double decay) {
		double sparsity = 0, entropy = 0;
		for (int j = 0; j < activity.length; j++) {
			sparsity += activity(j);
			entropy += 1 / Math.max(activity(j), ReluTerms.LEAST_ACTIVITY);
		}
		return new ReluTerms(reconstruction(), sparsity, entropy, decay);
	}
}
