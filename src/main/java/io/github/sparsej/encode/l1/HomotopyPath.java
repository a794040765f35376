package io.github.sparsej.encode.l1;

import io.github.sparsej.encode.block.PreparedAtoms;
import io.github.sparsej.linalg.Correlations;
import io.github.sparsej.linalg.LargestValue;

/**
 * The path of codes along which the correlations of all atoms in the code (each divided by the atom's weight) stay at a
 * common limit that falls, and those of all others within it (Osborne, Presnell &amp; Turlach 2000; Efron, Hastie, Johnstone
 * &amp; Tibshirani 2004). Between two events, in which an atom joins or leaves, coefficients and correlations change along
 * straight lines. Whoever walks the path says which events count.
 * <p>
 * Works on signals scaled by a power of two to a norm between 1 and 2, so that limits and thresholds have no unit. One
 * instance per thread.
 */
final class HomotopyPath {

	/** Correlations of float32 tell nothing of a smaller limit, as a share of the signal's norm. */
	static final double LEAST_LIMIT = 1e-6;
	/** Sum of the absolute slopes of coefficients from which rounding of float32 products would show in the path. */
	private static final double STEEP = 300;

	/** The atoms in the code. */
	final PathAtoms active;
	/** For where rows of the Gram matrix are not accurate enough. */
	final VectorCorrelations exact;
	private final PreparedAtoms atoms;
	/** Whether coefficients are also pulled by their squares, which correlations of active atoms then lack. */
	private final boolean squares;
	private final boolean nonnegative;
	private final double[] weights;
	private final float[] inverseWeights;
	/** Correlations with the residual at the present limit, divided by weights. */
	private final float[] current;
	/** By how much they fall with the limit. */
	private final float[] along;
	private final float[] rates;
	private final LargestValue search;
	private final float[] factors;
	private final float[] zeros;
	/** Atoms that were refused, as combinations of those in the code. */
	private final int[] refused;
	private int refusedCount;
	private int left;
	private double limit;
	private int next;

	/** @param weights of all atoms, 1 or more; null if they are equal */
	HomotopyPath(final PreparedAtoms atoms, final double ridge, final boolean nonnegative, final double[] weights) {
		this.atoms = atoms;
		this.nonnegative = nonnegative;
		squares = ridge > 0;
		this.weights = weights;
		inverseWeights = weights == null ? null : inverse(weights);
		active = new PathAtoms(atoms, ridge);
		exact = new VectorCorrelations(atoms);
		current = new float[LargestValue.room(atoms.count)];
		along = new float[atoms.count];
		rates = new float[LargestValue.room(atoms.count)];
		search = new LargestValue(atoms.count);
		factors = new float[atoms.count];
		zeros = new float[atoms.count];
		refused = new int[atoms.count];
	}

	private static float[] inverse(final double[] values) {
		final float[] inverse = new float[values.length];
		for (int i = 0; i < inverse.length; i++) inverse[i] = (float) (1 / values[i]);
		return inverse;
	}

	/** The power of two that brings a signal of this squared norm, more than 0, to a norm between 1 and 2 (where float32 has it). */
	static float scaleOf(final double energy) {
		return Math.scalb(1f, Math.max(-126, Math.min(126, -Math.getExponent(Math.sqrt(energy)))));
	}

	/**
	 * Begins at the largest correlation, whose atom is the first to join.
	 *
	 * @param correlations of the signal with all atoms; scaled here, and read as long as this signal is in work
	 */
	void begin(final float[] signals, final int offset, final float scale, final float[] correlations) {
		multiply(correlations, scale, atoms.count);
		active.begin(signals, offset, scale, correlations);
		refusedCount = 0;
		left = -1;
		if (weights == null) System.arraycopy(correlations, 0, current, 0, atoms.count);
		else Correlations.weigh(correlations, inverseWeights, atoms.count, current);
		next = nonnegative ? Correlations.largest(current, atoms.count) : search.magnitude(current);
		limit = nonnegative ? Math.max(0, current[next]) : Math.abs(current[next]);
	}

	private static void multiply(final float[] values, final float factor, final int count) {
		for (int i = 0; i < count; i++) values[i] *= factor;
	}

	double limit() {
		return limit;
	}

	/** The coefficient, at the present limit, of the atom at a place. */
	double coefficient(final int place) {
		return active.coefficient(place, limit);
	}

	/** The next atom joins with the sign of its correlation; false if it is a combination of those in the code. */
	boolean join() {
		final double weight = weights == null ? 1 : weights[next];
		if (active.join(next, current[next] < 0 ? -weight : weight)) return true;
		refused[refusedCount++] = next;
		return false;
	}

	/**
	 * The atom at a place, whose coefficient is 0, leaves; it does not join again in the next step. (Its correlation was kept up
	 * to date in the same way as that of an atom equal to it, so that the first of them stays the first.)
	 */
	void leave(final int place) {
		left = active.atom(place);
		if (squares) current[left] = (float) (Math.signum(active.pull(place)) * limit);
		active.leave(place);
		refusedCount = 0;
	}

	/** Finds the direction of the path from here, and the next atom; returns the limit at which it joins, 0 if none does. */
	double nextJoin() {
		direction();
		if (weights != null) Correlations.weigh(along, inverseWeights, atoms.count, along);
		if (nonnegative) JoinRates.ofPositive((float) limit, current, along, atoms.count, rates);
		else JoinRates.ofBothSigns((float) limit, current, along, atoms.count, rates);
		for (int k = 0; k < active.size(); k++) rates[active.atom(k)] = 0;
		for (int k = 0; k < refusedCount; k++) rates[refused[k]] = 0;
		if (left >= 0) rates[left] = 0;
		left = -1;
		next = search.magnitude(rates);
		return Math.max(0, limit - 1.0 / rates[next]);
	}

	private void direction() {
		final double[] slope = active.slope();
		double sum = 0;
		for (int k = 0; k < active.size(); k++) {
			factors[k] = (float) -slope[k];
			sum += Math.abs(slope[k]);
		}
		if (sum > STEEP) exact.ofCombination(active.chosen(), slope, active.size(), along);
		else Correlations.subtract(zeros, along, atoms.count, atoms.gram, active.chosen(), factors, active.size());
	}

	/** Lowers the limit along the direction found. */
	void moveTo(final double lower) {
		Correlations.subtract(current, current, atoms.count, (float) (limit - lower), along);
		limit = lower;
	}

	/** Lowers the limit to where the path is not followed; correlations are not kept up to date any more. */
	void endAt(final double lower) {
		limit = lower;
	}
}
