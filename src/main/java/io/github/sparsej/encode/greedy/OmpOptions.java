package io.github.sparsej.encode.greedy;

import io.github.sparsej.encode.Encoder;
import io.github.sparsej.encode.EncoderOptions;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.HomeostasisState;
import io.github.sparsej.model.Require;

/**
 * Options of orthogonal matching pursuit, which stops at whichever of the two comes first.
 *
 * @param maxNonzeros       most atoms per signal, at least 1
 * @param residualTolerance l2 norm of the residual (in the units of the signals, not squared) that is good enough, 0 or
 *                          more
 * @param atLeastOne        whether a signal that is within the tolerance as it is takes one atom nevertheless, as in
 *                          scikit-learn, or none; a signal of zeros takes none in any case
 * @param nonnegative       whether coefficients are held at 0 or more: each step takes the atom of the largest positive
 *                          correlation and fits by nonnegative least squares
 */
public record OmpOptions(int maxNonzeros, double residualTolerance, boolean atLeastOne, boolean nonnegative) implements EncoderOptions {

	public static final String NAME = "Orthogonal matching pursuit";

	public OmpOptions {
		Require.atLeastOne("maxNonzeros", maxNonzeros);
		Require.notNegative("residualTolerance", residualTolerance);
	}

	/** With signs, and no atom for a signal within the tolerance. */
	public OmpOptions(final int maxNonzeros, final double residualTolerance) {
		this(maxNonzeros, residualTolerance, false, false);
	}

	@Override
	public String name() {
		return NAME;
	}

	@Override
	public Encoder encoder(final HomeostasisState homeostasis, final Parallel parallel) {
		return new BatchOmp(this, parallel);
	}

	@Override
	public int mostNonzeros(final int atomCount) {
		return Math.min(maxNonzeros, atomCount);
	}
}
