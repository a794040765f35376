package io.github.sparsej.encode.greedy;

import io.github.sparsej.encode.Encoder;
import io.github.sparsej.encode.EncoderOptions;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.HomeostasisState;

/**
 * Options of orthogonal matching pursuit, which stops at whichever of the two comes first.
 *
 * @param maxNonzeros       most atoms per signal, at least 1
 * @param residualTolerance l2 norm of the residual (in the units of the signals, not squared) that is good enough, 0 or
 *                          more; a signal within it already takes no atom
 */
public record OmpOptions(int maxNonzeros, double residualTolerance) implements EncoderOptions {

	public static final String NAME = "Orthogonal matching pursuit";

	public OmpOptions {
		GreedyChecks.check("maxNonzeros", maxNonzeros, residualTolerance);
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
