package io.github.sparsej.encode.greedy;

import io.github.sparsej.encode.Encoder;
import io.github.sparsej.encode.EncoderOptions;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.HomeostasisState;

/**
 * Options of matching pursuit, which stops at whichever of the two comes first.
 *
 * @param maxSteps          most steps per signal, at least 1; a step may choose an atom again, so that a code has at
 *                          most this many nonzeros
 * @param residualTolerance l2 norm of the residual (in the units of the signals, not squared) that is good enough, 0 or
 *                          more; a signal within it already takes no atom
 * @param selection         whether atoms may be taken with a negative sign
 */
public record MatchingPursuitOptions(int maxSteps, double residualTolerance, Selection selection) implements EncoderOptions {

	public static final String NAME = "Matching pursuit";

	/** Which correlations count when an atom is selected. */
	public enum Selection {
		/** The largest positive correlation: coefficients are positive (sparse Hebbian learning, Perrinet 2019). */
		RECTIFIED,
		/** The largest absolute correlation: an atom and its negative are one (Mallat &amp; Zhang 1993). */
		SIGNED
	}

	public MatchingPursuitOptions {
		GreedyChecks.check("maxSteps", maxSteps, residualTolerance);
		if (selection == null) throw new IllegalArgumentException("selection must be RECTIFIED or SIGNED");
	}

	@Override
	public String name() {
		return NAME;
	}

	@Override
	public Encoder encoder(final HomeostasisState homeostasis, final Parallel parallel) {
		return homeostasis == null || homeostasis.isNeutral() ? new MatchingPursuit(this, parallel) : new MatchingPursuit(this, homeostasis.gains(), parallel);
	}

	@Override
	public int mostNonzeros(final int atomCount) {
		return Math.min(maxSteps, atomCount);
	}
}
