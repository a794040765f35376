package io.github.sparsej.encode.l1;

import io.github.sparsej.encode.block.PreparedAtoms;
import io.github.sparsej.linalg.Correlations;
import io.github.sparsej.model.StopReason;

/**
 * Makes a code that is nearly optimal at a limit optimal: goes to the minimum for the present signs of the coefficients, but
 * no farther than to where the first of them is 0, whose atom leaves; once there, takes the atom whose correlation is the
 * farthest beyond its limit, and goes on until none is (Lee, Battle, Raina &amp; Ng, NIPS 2006: feature-sign search). The
 * objective falls with every step. Signals are scaled as in {@link HomotopyPath}. One instance per thread.
 */
final class ActiveSetDescent {

	/** How far beyond its limit a correlation may be, as a share of the signal's norm. */
	private static final double TOLERANCE = 1e-6;
	/** Beyond this sum of absolute coefficients, correlations formed by float32 rows of the Gram matrix are off by more than that. */
	private static final double LARGE_CODE = 8;
	private static final int MOST_STEPS_PER_ATOM = 20;

	private final PreparedAtoms atoms;
	private final PathAtoms active;
	private final boolean nonnegative;
	private final float[] weights;
	private final double[] coefficients;
	private final double[] goal;
	private final float[] factors;
	private final float[] current;
	private final float[] excess;
	private final VectorCorrelations exact;
	/** Atoms that were of no use since the objective last fell. */
	private final int[] refused;
	private int refusedCount;
	private int newcomer;
	private float[] signals;
	private int offset;
	private float scale;
	private float[] correlations;

	/** @param weights of all atoms, factors on the limit */
	ActiveSetDescent(final PreparedAtoms atoms, final PathAtoms active, final VectorCorrelations exact, final boolean nonnegative, final double[] weights) {
		this.atoms = atoms;
		this.active = active;
		this.nonnegative = nonnegative;
		this.weights = new float[atoms.count];
		for (int i = 0; i < atoms.count; i++) this.weights[i] = (float) weights[i];
		coefficients = new double[atoms.count];
		goal = new double[atoms.count];
		factors = new float[atoms.count];
		current = new float[atoms.count];
		excess = new float[atoms.count];
		this.exact = exact;
		refused = new int[atoms.count];
	}

	/** A new signal; as {@link HomotopyPath#begin}, after it. */
	void begin(final float[] newSignals, final int newOffset, final float newScale, final float[] newCorrelations) {
		signals = newSignals;
		offset = newOffset;
		scale = newScale;
		correlations = newCorrelations;
		refusedCount = 0;
		newcomer = -1;
	}

	/**
	 * Finds the optimal code, of the active atoms and others.
	 *
	 * @param from  the limit at which the coefficients have the signs of their pulls
	 * @param limit the limit at which the code shall be optimal
	 */
	StopReason descend(final double from, final double limit) {
		for (int k = 0; k < active.size(); k++) {
			final double coefficient = active.coefficient(k, from);
			coefficients[k] = coefficient * active.pull(k) > 0 ? coefficient : 0;
		}
		for (int step = 0; step < MOST_STEPS_PER_ATOM * Math.min(atoms.count, atoms.length) + 100; step++) {
			settle(limit);
			correlate();
			newcomer = worst((float) limit);
			if (newcomer < 0) return StopReason.CONVERGED;
			join();
		}
		return StopReason.MAX_ITERATIONS;
	}

	/** The coefficient of the active atom at a place. */
	double coefficient(final int place) {
		return coefficients[place];
	}

	/** Goes to the minimum for the present signs, which are fewer each time that a coefficient vanishes on the way. */
	private void settle(final double limit) {
		while (true) {
			active.coefficients(limit, goal);
			int vanishing = -1;
			double share = 1;
			for (int k = 0; k < active.size(); k++)
				if (goal[k] * active.pull(k) < 0 && coefficients[k] / (coefficients[k] - goal[k]) < share) {
					share = coefficients[k] / (coefficients[k] - goal[k]);
					vanishing = k;
				}
			if (vanishing < 0) break;
			for (int k = 0; k < active.size(); k++) coefficients[k] = Math.fma(share, goal[k] - coefficients[k], coefficients[k]);
			leave(vanishing, share > 0);
		}
		System.arraycopy(goal, 0, coefficients, 0, active.size());
		if (active.size() > 0 && active.atom(active.size() - 1) == newcomer) refusedCount = 0;
	}

	private void leave(final int place, final boolean gained) {
		if (gained) refusedCount = 0;
		else if (active.atom(place) == newcomer) refused[refusedCount++] = newcomer;
		active.leave(place);
		System.arraycopy(coefficients, place + 1, coefficients, place, active.size() - place);
	}

	/** Forms the correlations with the residual anew: by rows of the Gram matrix or, where that is not accurate enough, of the residual itself. */
	private void correlate() {
		double sum = 0;
		for (int k = 0; k < active.size(); k++) {
			factors[k] = (float) coefficients[k];
			sum += Math.abs(coefficients[k]);
		}
		if (active.size() == 0) System.arraycopy(correlations, 0, current, 0, atoms.count);
		else if (active.isExact() || sum > LARGE_CODE) exact.ofResidual(signals, offset, scale, active.chosen(), coefficients, active.size(), current);
		else Correlations.subtract(correlations, current, atoms.count, atoms.gram, active.chosen(), factors, active.size());
	}

	/** The atom whose correlation is the farthest beyond its limit, of equal ones the first; -1 if none is. */
	private int worst(final float limit) {
		if (nonnegative) positiveExcess(current, limit, weights, atoms.count, excess);
		else excess(current, limit, weights, atoms.count, excess);
		for (int k = 0; k < active.size(); k++) excess[active.atom(k)] = Float.NEGATIVE_INFINITY;
		for (int k = 0; k < refusedCount; k++) excess[refused[k]] = Float.NEGATIVE_INFINITY;
		final int worst = Correlations.largest(excess, atoms.count);
		return excess[worst] > TOLERANCE ? worst : -1;
	}

	private static void excess(final float[] correlations, final float limit, final float[] weights, final int count, final float[] excess) {
		for (int i = 0; i < count; i++) excess[i] = Math.fma(-limit, weights[i], Math.abs(correlations[i]));
	}

	private static void positiveExcess(final float[] correlations, final float limit, final float[] weights, final int count, final float[] excess) {
		for (int i = 0; i < count; i++) excess[i] = Math.fma(-limit, weights[i], correlations[i]);
	}

	/** The newcomer joins with a coefficient of 0; one that depends on the others takes the place of one of them. */
	private void join() {
		final double pull = current[newcomer] < 0 ? -weights[newcomer] : weights[newcomer];
		double coefficient = 0;
		boolean joined = active.join(newcomer, pull);
		if (!joined) {
			final int first = exchanged(Math.signum(pull));
			if (first >= 0) {
				coefficient = Math.signum(pull) * Math.abs(coefficients[first] / goal[first]);
				for (int k = 0; k < active.size(); k++) coefficients[k] = Math.fma(-coefficient, goal[k], coefficients[k]);
				leave(first, coefficient != 0);
				joined = active.join(newcomer, pull);
			}
		}
		if (joined) coefficients[active.size() - 1] = coefficient;
		else refused[refusedCount++] = newcomer;
	}

	/** The place of the first coefficient to vanish as the newcomer, a combination of the others, grows in their stead; -1 if none does. */
	private int exchanged(final double sign) {
		active.combination(goal);
		int first = -1;
		for (int k = 0; k < active.size(); k++)
			if (sign * goal[k] * active.pull(k) > 0 && (first < 0 || Math.abs(coefficients[k] * goal[first]) < Math.abs(coefficients[first] * goal[k]))) first = k;
		return first;
	}
}
