package io.github.sparsej.encode.greedy;

import io.github.sparsej.encode.Encoder;
import io.github.sparsej.encode.EncoderOptions;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.HomeostasisState;
import io.github.sparsej.model.Require;

/**
 * Options of order recursive matching pursuit, which stops at whichever of the two comes first.
 *
 * @param maxNonzeros       most atoms per signal, at least 1
 * @param residualTolerance l2 norm of the residual (in the units of the signals, not squared) that is good enough, 0 or
 *                          more
 * @param atLeastOne        whether a signal that is within the tolerance as it is takes one atom nevertheless, or none;
 *                          a signal of zeros takes none in any case
 */
public record OrmpOptions(int maxNonzeros, double residualTolerance, boolean atLeastOne) implements EncoderOptions {

	public static final String NAME = "Order recursive matching pursuit";

	public OrmpOptions {
		Require.atLeastOne("maxNonzeros", maxNonzeros);
		Require.notNegative("residualTolerance", residualTolerance);
	}

	/** No atom for a signal within the tolerance. */
	public OrmpOptions(final int maxNonzeros, final double residualTolerance) {
		this(maxNonzeros, residualTolerance, false);
	}

	@Override
	public String name() {
		return NAME;
	}

	@Override
	public Encoder encoder(final HomeostasisState homeostasis, final Parallel parallel) {
		return new OrderRecursivePursuit(this, parallel);
	}

	@Override
	public int mostNonzeros(final int atomCount) {
		return Math.min(maxNonzeros, atomCount);
	}

	@Override
	public boolean nonnegative() {
		return false;
	}
}
