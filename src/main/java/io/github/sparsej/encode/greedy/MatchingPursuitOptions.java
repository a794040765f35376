package io.github.sparsej.encode.greedy;

import io.github.sparsej.encode.Encoder;
import io.github.sparsej.encode.EncoderOptions;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.HomeostasisState;
import io.github.sparsej.model.Require;

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
 * @param relaxation        share of the correlation that a step takes (alpha_MP), above 0, at most 1; as in the published
 *                          code it counts only where atoms are selected by quantile functions ({@link QuantilePursuit})
 */
public record MatchingPursuitOptions(int maxSteps, double residualTolerance, Selection selection, boolean atLeastOne, double relaxation) implements EncoderOptions {

	public static final String NAME = "Matching pursuit";

	/** Which correlations count when an atom is selected. */
	public enum Selection {
		/** The largest positive correlation: coefficients are positive (sparse Hebbian learning, Perrinet 2019). */
		RECTIFIED,
		/** The largest absolute correlation: an atom and its negative are one (Mallat &amp; Zhang 1993). */
		SIGNED
	}

	public MatchingPursuitOptions {
		Require.atLeastOne("maxSteps", maxSteps);
		Require.notNegative("residualTolerance", residualTolerance);
		if (selection == null) throw new IllegalArgumentException("selection must be RECTIFIED or SIGNED");
		if (!(relaxation > 0 && relaxation <= 1)) throw new IllegalArgumentException("relaxation must be above 0 and at most 1, got " + relaxation);
	}

	/** Steps take the whole correlation. */
	public MatchingPursuitOptions(final int maxSteps, final double residualTolerance, final Selection selection, final boolean atLeastOne) {
		this(maxSteps, residualTolerance, selection, atLeastOne, 1);
	}

	/** No atom for a signal within the tolerance. */
	public MatchingPursuitOptions(final int maxSteps, final double residualTolerance, final Selection selection) {
		this(maxSteps, residualTolerance, selection, false);
	}

	/** These options with steps that take another share of the correlation. */
	public MatchingPursuitOptions withRelaxation(final double other) {
		return new MatchingPursuitOptions(maxSteps, residualTolerance, selection, atLeastOne, other);
	}

	@Override
	public String name() {
		return NAME;
	}

	@Override
	public Encoder encoder(final HomeostasisState homeostasis, final Parallel parallel) {
		if (homeostasis == null || homeostasis.isNeutral()) return new MatchingPursuit(this, parallel);
		if (homeostasis.selectsByQuantiles()) return new QuantilePursuit(this, homeostasis.quantiles().orElseThrow(), parallel);
		return new MatchingPursuit(this, homeostasis.gains(), parallel);
	}

	/**
	 * The encoder that looks at pixels by precisions.
	 *
	 * @param homeostasis as in {@link #encoder(HomeostasisState, Parallel)}
	 * @param precision   as of {@link PrecisionWeightedPursuit}
	 */
	public Encoder encoder(final HomeostasisState homeostasis, final double[] precision, final Parallel parallel) {
		if (homeostasis == null || homeostasis.isNeutral()) return new PrecisionWeightedPursuit(this, precision, null, parallel);
		if (homeostasis.selectsByQuantiles()) return PrecisionWeightedPursuit.byQuantiles(this, precision, homeostasis.quantiles().orElseThrow(), parallel);
		return new PrecisionWeightedPursuit(this, precision, homeostasis.gains(), parallel);
	}

	@Override
	public int mostNonzeros(final int atomCount) {
		return Math.min(maxSteps, atomCount);
	}

	@Override
	public boolean nonnegative() {
		return selection == Selection.RECTIFIED;
	}
}
