package io.github.sparsej.model;

import java.util.Arrays;
import java.util.Optional;

/**
 * What a homeostasis has learned about the use of p atoms, and what an encoder needs of it to select atoms fairly
 * (Perrinet 2019). Immutable and thread-safe.
 */
public final class HomeostasisState {

	/** The method of those that have none. */
	public static final String NONE = "None";

	private final String method;
	private final double[] activity;
	private final double[] gains;
	private final QuantileFunctions quantiles;
	private final boolean selectsByQuantiles;

	/** A state without quantile functions; see {@link #HomeostasisState(String, double[], double[], QuantileFunctions, boolean)}. */
	public HomeostasisState(final String method, final double[] activity, final double[] gains) {
		this(method, activity, gains, null, false);
	}

	/** A state of which nothing is known but the atoms' number: none used yet, all alike. */
	public static HomeostasisState neutral(final String method, final int atomCount) {
		final double[] gains = new double[atomCount];
		Arrays.fill(gains, 1);
		return new HomeostasisState(method, new double[atomCount], gains);
	}

	/**
	 * @param method             name of the homeostasis, as in menus and macros
	 * @param activity           running mean of the share of signals that use each atom, p values, finite and 0 or more; copied. (Above
	 *                           1 only where a strategy mixes other measures of use into it.)
	 * @param gains              factor on each atom's score in the selection, p values, finite and 0 or more; copied
	 * @param quantiles          running mean of the quantile functions of p atoms; null if they are not known
	 * @param selectsByQuantiles whether atoms are selected by their quantile functions, not by gains; these must be known
	 *                           then
	 */
	public HomeostasisState(final String method, final double[] activity, final double[] gains, final QuantileFunctions quantiles, final boolean selectsByQuantiles) {
		if (quantiles != null && quantiles.atomCount() != activity.length)
			throw new IllegalArgumentException(activity.length + " activities need as many quantile functions, got " + quantiles.atomCount());
		if (selectsByQuantiles && quantiles == null) throw new IllegalArgumentException("selection by quantile functions needs these functions");
		if (activity.length != gains.length) throw new IllegalArgumentException(activity.length + " activities need as many gains, got " + gains.length);
		for (final double use : activity) Require.notNegative("activities", use);
		for (final double gain : gains) Require.notNegative("gains", gain);
		this.method = method;
		this.activity = activity.clone();
		this.gains = gains.clone();
		this.quantiles = quantiles;
		this.selectsByQuantiles = selectsByQuantiles;
	}

	public String method() {
		return method;
	}

	public int atomCount() {
		return activity.length;
	}

	/** A copy of the running mean use of each atom. */
	public double[] activity() {
		return activity.clone();
	}

	/** A copy of the gain of each atom. */
	public double[] gains() {
		return gains.clone();
	}

	/** The running mean of the atoms' quantile functions; empty if they are not known. */
	public Optional<QuantileFunctions> quantiles() {
		return Optional.ofNullable(quantiles);
	}

	/** Whether atoms are to be selected by their quantile functions, not by gains. */
	public boolean selectsByQuantiles() {
		return selectsByQuantiles;
	}

	/** Whether selection is the same as without homeostasis. */
	public boolean isNeutral() {
		return !selectsByQuantiles && Arrays.stream(gains).allMatch(gain -> gain == gains[0] && gain > 0);
	}
}
