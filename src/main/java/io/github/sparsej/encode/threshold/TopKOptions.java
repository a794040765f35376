package io.github.sparsej.encode.threshold;

import io.github.sparsej.encode.Encoder;
import io.github.sparsej.encode.EncoderOptions;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.HomeostasisState;
import io.github.sparsej.model.Require;

/**
 * Options of taking the largest correlations.
 *
 * @param nonzeros    how many are taken, at least 1; more than there are atoms is all of them
 * @param nonnegative whether positive correlations alone are taken
 */
public record TopKOptions(int nonzeros, boolean nonnegative) implements EncoderOptions {

	public static final String NAME = "Top k";

	public TopKOptions {
		Require.atLeastOne("nonzeros", nonzeros);
	}

	@Override
	public String name() {
		return NAME;
	}

	@Override
	public Encoder encoder(final HomeostasisState homeostasis, final Parallel parallel) {
		return new TopK(this, parallel);
	}

	@Override
	public int mostNonzeros(final int atomCount) {
		return Math.min(nonzeros, atomCount);
	}
}
