package io.github.sparsej.encode.l1;

import io.github.sparsej.encode.Encoder;
import io.github.sparsej.encode.EncoderOptions;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.HomeostasisState;
import io.github.sparsej.model.Require;

/**
 * Options of least angle regression.
 *
 * @param steps       atoms that join a code, at least 1
 * @param nonnegative whether coefficients are 0 or more: atoms of positive correlations alone join, and leave when their coefficient is
 *                    0 again
 */
public record LarsOptions(int steps, boolean nonnegative) implements EncoderOptions {

	public static final String NAME = "LARS";

	public LarsOptions {
		Require.atLeastOne("steps", steps);
	}

	@Override
	public String name() {
		return NAME;
	}

	@Override
	public Encoder encoder(final HomeostasisState homeostasis, final Parallel parallel) {
		return new Lars(this, parallel);
	}

	@Override
	public int mostNonzeros(final int atomCount) {
		return Math.min(steps, atomCount);
	}
}
