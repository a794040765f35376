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
 *                          more
 * @param selection         whether atoms may be taken with a negative sign
 * @param atLeastOne        whether a signal that is within the tolerance as it is takes one atom nevertheless, or none;
 *                          a signal of zeros takes none in any case
 */
public record MatchingPursuitOptions(int maxSteps, double residualTolerance, Selection selection, boolean atLeastOne) implements EncoderOptions {

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

	/** No atom for a signal within the tolerance. */
	public MatchingPursuitOptions(final int maxSteps, final double residualTolerance, final Selection selection) {
		this(maxSteps, residualTolerance, selection, false);
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
