package io.github.sparsej.encode.greedy;

import io.github.sparsej.encode.block.CodeBlock;
import io.github.sparsej.encode.block.Energy;
import io.github.sparsej.encode.block.PreparedAtoms;
import io.github.sparsej.encode.block.SignalEncoder;
import io.github.sparsej.encode.greedy.MatchingPursuitOptions.Selection;
import io.github.sparsej.linalg.Correlations;
import io.github.sparsej.linalg.LargestValue;
import io.github.sparsej.model.StopReason;

/**
 * Matching pursuit of one signal after another, on any correlations that a step lowers by multiples of a row of one
 * matrix. Not thread-safe: one per thread.
 */
final class MatchingPursuitRun implements SignalEncoder {

	/** What makes of the correlations with the atoms those with other vectors, one per atom. Immutable. */
	static final class Weighting {

		/** What a correlation of 1 adds to the coefficient. */
		private final double[] coefficients;
		/** l2 norms of the vectors, which rounding goes with. */
		private final float[] norms;

		/** The arrays are kept. */
		Weighting(final double[] coefficients, final float[] norms) {
			this.coefficients = coefficients;
			this.norms = norms;
		}
	}

	private final PreparedAtoms atoms;
	private final Weighting weighting;
	private final int maxSteps;
	private final boolean signed;
	private final float[] gains;
	private final LargestValue search;
	private final float[] scores;
	private final ResidualTracker tracker;
	private final int[] chosen;
	private final double[] coefficients;
	/** Where each atom stands among those chosen, from 1; 0 for those that are not. */
	private final int[] places;
	private int size;

	/**
	 * @param gains     as of {@link #scaledGains}, or null
	 * @param weighting null if correlations are those with the atoms
	 */
	MatchingPursuitRun(final PreparedAtoms atoms, final MatchingPursuitOptions options, final float[] gains, final Weighting weighting) {
		this.atoms = atoms;
		this.gains = gains;
		this.weighting = weighting;
		maxSteps = options.maxSteps();
		signed = options.selection() == Selection.SIGNED;
		search = new LargestValue(atoms.count);
		scores = gains == null ? null : new float[LargestValue.room(atoms.count)];
		tracker = new ResidualTracker(options.residualTolerance(), options.atLeastOne());
		chosen = new int[Math.min(maxSteps, atoms.count)];
		coefficients = new double[chosen.length];
		places = new int[atoms.count];
	}

	/** In float32, by a power of two so that the largest is near 1: ratios stay, and no score leaves the range. */
	static float[] scaledGains(final double[] gains, final int atomCount) {
		if (gains == null) return null;
		if (gains.length != atomCount) throw new IllegalArgumentException(gains.length + " gains do not fit a dictionary of " + atomCount + " atoms");
		double largest = Double.MIN_NORMAL;
		for (final double gain : gains) largest = Math.max(largest, gain);
		final int exponent = -Math.getExponent(largest);
		final float[] scaled = new float[gains.length];
		for (int i = 0; i < gains.length; i++) scaled[i] = (float) Math.scalb(gains[i], exponent);
		return scaled;
	}

	@Override
	public StopReason encode(final float[] signals, final int offset, final double energy, final float[] correlations, final CodeBlock code) {
		tracker.begin(energy);
		if (tracker.isWithin()) return StopReason.TOLERANCE;
		size = 0;
		final StopReason reason = pursue(signals, offset, (float) (ResidualTracker.ROUNDING * Math.sqrt(energy)), correlations);
		for (int k = 0; k < size; k++) {
			code.add(chosen[k], (float) coefficients[k]);
			places[chosen[k]] = 0;
		}
		return reason;
	}

	private StopReason pursue(final float[] signals, final int offset, final float noise, final float[] correlations) {
		for (int step = 1;; step++) {
			final int best = select(correlations);
			if (best < 0) return StopReason.STALLED;
			final float correlation = correlations[best];
			if (!counts(best, correlation, 0) || !counts(best, correlation, noise) && !anyCounts(correlations, noise)) return StopReason.STALLED;
			if (!take(best, correlation)) return StopReason.STALLED;
			if (tracker.isWithin(() -> Energy.ofResidual(signals, offset, atoms, chosen, coefficients, size))) return StopReason.TOLERANCE;
			if (step == maxSteps) return StopReason.MAX_NONZEROS;
			Correlations.subtract(correlations, correlations, atoms.count, correlation, atoms.gram[best]);
		}
	}

	/** -1 if no score is positive; with signs, any atom then. */
	private int select(final float[] correlations) {
		if (gains != null) Correlations.weigh(correlations, gains, atoms.count, scores);
		final float[] weighed = gains == null ? correlations : scores;
		return signed ? search.magnitude(weighed) : search.positive(weighed);
	}

	private boolean counts(final int atom, final float correlation, final float limit) {
		return (signed ? Math.abs(correlation) : correlation) > (weighting == null ? limit : limit * weighting.norms[atom]) && (gains == null || gains[atom] > 0);
	}

	private boolean anyCounts(final float[] correlations, final float limit) {
		for (int i = 0; i < atoms.count; i++) if (counts(i, correlations[i], limit)) return true;
		return false;
	}

	/** Adds to an atom's coefficient; false if that left the range of float32, as weighted steps could that do not converge. */
	private boolean take(final int atom, final float correlation) {
		final double step = weighting == null ? correlation : correlation * weighting.coefficients[atom];
		final double coefficient = places[atom] == 0 ? step : coefficients[places[atom] - 1] + step;
		if (!(Math.abs(coefficient) <= Float.MAX_VALUE)) return false;
		if (places[atom] == 0) {
			chosen[size] = atom;
			places[atom] = ++size;
		}
		coefficients[places[atom] - 1] = coefficient;
		if (weighting == null) tracker.lower(correlation);
		else tracker.forget();
		return true;
	}
}
