package io.github.sparsej.encode.greedy;

import io.github.sparsej.encode.block.CodeBlock;
import io.github.sparsej.encode.block.PreparedAtoms;
import io.github.sparsej.encode.block.SignalEncoder;
import io.github.sparsej.encode.greedy.MatchingPursuitOptions.Selection;
import io.github.sparsej.linalg.Correlations;
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
	private final AtomSelection selection;
	private final double relaxation;
	/** The energy of the residual falls by the square of this times what a step takes. */
	private final double lowering;
	private final ResidualTracker tracker;
	private final int[] chosen;
	private final double[] coefficients;
	/** Where each atom stands among those chosen, from 1; 0 for those that are not. */
	private final int[] places;
	private int size;

	/**
	 * @param selection  of this run alone
	 * @param relaxation share of the correlation that a step takes
	 * @param weighting  null if correlations are those with the atoms
	 */
	MatchingPursuitRun(final PreparedAtoms atoms, final MatchingPursuitOptions options, final AtomSelection selection, final double relaxation, final Weighting weighting) {
		this.atoms = atoms;
		this.selection = selection;
		this.relaxation = relaxation;
		this.weighting = weighting;
		lowering = Math.sqrt((2 - relaxation) / relaxation);
		maxSteps = options.maxSteps();
		signed = options.selection() == Selection.SIGNED;
		tracker = new ResidualTracker(options.residualTolerance(), options.atLeastOne());
		chosen = new int[Math.min(maxSteps, atoms.count)];
		coefficients = new double[chosen.length];
		places = new int[atoms.count];
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
			int best = selection.select(correlations);
			if (best >= 0 && !counts(best, correlations[best], noise)) {
				forgetRounding(correlations, noise);
				best = selection.select(correlations);
			}
			if (best < 0 || !counts(best, correlations[best], 0)) return StopReason.STALLED;
			final float part = (float) (relaxation * correlations[best]);
			if (!take(best, part)) return StopReason.STALLED;
			if (tracker.isWithin(() -> atoms.residualEnergy(signals, offset, chosen, coefficients, size))) return StopReason.TOLERANCE;
			if (step == maxSteps) return StopReason.MAX_NONZEROS;
			Correlations.subtract(correlations, correlations, atoms.count, part, atoms.gram[best]);
		}
	}

	private boolean counts(final int atom, final float correlation, final float noise) {
		return (signed ? Math.abs(correlation) : correlation) > limit(atom, noise) && selection.admits(atom);
	}

	private float limit(final int atom, final float noise) {
		return weighting == null ? noise : noise * weighting.norms[atom];
	}

	/** What rounding leaves of an atom that was just taken, a large gain would take again and again. */
	private void forgetRounding(final float[] correlations, final float noise) {
		for (int i = 0; i < atoms.count; i++) if (Math.abs(correlations[i]) <= limit(i, noise)) correlations[i] = 0;
	}

	/** Adds to an atom's coefficient; false if that left the range of float32, as weighted steps could that do not converge. */
	private boolean take(final int atom, final float part) {
		final double step = weighting == null ? part : part * weighting.coefficients[atom];
		final double coefficient = places[atom] == 0 ? step : coefficients[places[atom] - 1] + step;
		if (!(Math.abs(coefficient) <= Float.MAX_VALUE)) return false;
		if (places[atom] == 0) {
			chosen[size] = atom;
			places[atom] = ++size;
		}
		coefficients[places[atom] - 1] = coefficient;
		if (weighting == null) tracker.lower(lowering * part);
		else tracker.forget();
		return true;
	}
}
