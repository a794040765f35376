package io.github.sparsej.encode.greedy;

import io.github.sparsej.encode.block.CodeBlock;
import io.github.sparsej.encode.block.PreparedAtoms;
import io.github.sparsej.encode.block.SignalEncoder;
import io.github.sparsej.linalg.Correlations;
import io.github.sparsej.linalg.LargestValue;
import io.github.sparsej.model.StopReason;

/**
 * Orthogonal matching pursuit with nonnegative coefficients: each step takes the atom of the largest positive d'r and
 * solves the nonnegative least-squares problem on the atoms chosen, by the inner loop of Lawson &amp; Hanson (Solving Least
 * Squares Problems, 1974, chapter 23). It fits them without bounds; where a coefficient would not be positive, goes from
 * the last code towards that fit until the first is 0, leaves its atom out, and fits the others again. An atom left out
 * may be taken again later.
 * <p>
 * Rounding could make a pursuit go round: an atom whose own coefficient would not be positive is passed over, and
 * correlations are formed anew from the residual before the pursuit stalls. Steps are limited to 3 per atom of the
 * dictionary, as is usual.
 */
final class NonnegativeOmp implements SignalEncoder {

	private static final int STEPS_PER_ATOM = 3;
	/** Squared distance of an atom from the span of those chosen up to which it depends on them, in float64. */
	private static final double DEPENDENT = 1e-10;

	private final PreparedAtoms atoms;
	private final int maxNonzeros;
	private final LeastSquaresFit fit;
	private final LargestValue search;
	private final float[] current;
	private final float[] changes;
	/** The code on its way from one fit to the next. */
	private final double[] feasible;
	private final int[] left;

	NonnegativeOmp(final PreparedAtoms atoms, final OmpOptions options) {
		this.atoms = atoms;
		maxNonzeros = options.maxNonzeros();
		fit = new LeastSquaresFit(atoms, maxNonzeros, options.residualTolerance(), options.atLeastOne(), DEPENDENT);
		final int most = Math.min(maxNonzeros, atoms.count);
		search = new LargestValue(atoms.count);
		current = new float[LargestValue.room(atoms.count)];
		changes = new float[most];
		feasible = new double[most];
		left = new int[most];
	}

	@Override
	public StopReason encode(final float[] signals, final int offset, final double energy, final float[] correlations, final CodeBlock code) {
		if (!fit.begin(signals, offset, energy, correlations)) return StopReason.TOLERANCE;
		System.arraycopy(correlations, 0, current, 0, atoms.count);
		final StopReason reason = pursue(Math.sqrt(energy));
		fit.writeTo(code);
		return reason;
	}

	private StopReason pursue(final double norm) {
		double noise = ResidualTracker.ROUNDING * norm;
		boolean refreshed = false;
		for (int step = 0; step < STEPS_PER_ATOM * atoms.count; step++) {
			final int best = search.positive(current);
			final boolean found = best >= 0 && current[best] > noise;
			if (found && take(best)) {
				if (fit.isWithin()) return StopReason.TOLERANCE;
				if (fit.size() == maxNonzeros) return StopReason.MAX_NONZEROS;
				if (fit.size() == atoms.count) return StopReason.STALLED;
				fit.takeChanges(changes);
				Correlations.subtract(current, current, atoms.count, atoms.gram, fit.chosen(), changes, fit.size());
				refreshed = false;
				noise = ResidualTracker.ROUNDING * norm;
			}
			else if (refreshed && found) current[best] = 0;
			else if (refreshed || fit.size() == 0) return StopReason.STALLED;
			else {
				final double left = refresh();
				if (!(left > ResidualTracker.ROUNDING * norm)) return StopReason.STALLED;
				refreshed = true;
				noise = ResidualTracker.ROUNDING * left;
			}
		}
		return StopReason.MAX_ITERATIONS;
	}

	/** Takes an atom and makes the fit nonnegative; false, with the fit as it was, if its coefficient would not be positive. */
	private boolean take(final int atom) {
		if (!fit.take(atom)) return false;
		final int last = fit.size() - 1;
		if (fit.coefficients()[last] > 0) {
			makeNonnegative();
			return true;
		}
		System.arraycopy(fit.before(), 0, feasible, 0, last + 1);
		fit.retain(feasible);
		return false;
	}

	/** Forms the correlations anew, all of it exactly; returns the norm of the residual. */
	private double refresh() {
		fit.makeExact();
		makeNonnegative();
		fit.takeChanges(changes);
		return fit.correlate(current);
	}

	private void makeNonnegative() {
		if (isPositive(fit.coefficients(), fit.size())) return;
		System.arraycopy(fit.before(), 0, feasible, 0, fit.size());
		while (moveTowardsFit()) leave();
	}

	private static boolean isPositive(final double[] values, final int count) {
		for (int k = 0; k < count; k++) if (!(values[k] > 0)) return false;
		return true;
	}

	/** Moves until the first coefficient is 0; false if the fit is reached before. */
	private boolean moveTowardsFit() {
		final double[] aim = fit.coefficients();
		double share = 1;
		int first = -1;
		for (int k = 0; k < fit.size(); k++) {
			if (aim[k] > 0) continue;
			final double reach = aim[k] < 0 ? feasible[k] / (feasible[k] - aim[k]) : 1;
			if (reach > share) continue;
			share = reach;
			first = k;
		}
		if (first < 0) return false;
		for (int k = 0; k < fit.size(); k++) feasible[k] += share * (aim[k] - feasible[k]);
		feasible[first] = 0;
		return true;
	}

	/** Takes the atoms whose coefficient came to 0 out of the fit and of the correlations. */
	private void leave() {
		int count = 0;
		for (int k = 0; k < fit.size(); k++) {
			if (feasible[k] > 0) continue;
			left[count] = fit.chosen()[k];
			changes[count++] = (float) -fit.before()[k];
		}
		Correlations.subtract(current, current, atoms.count, atoms.gram, left, changes, count);
		fit.retain(feasible);
	}
}
