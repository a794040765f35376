package io.github.sparsej.encode.l1;

import io.github.sparsej.encode.Encoder;
import io.github.sparsej.encode.EncoderOptions;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.HomeostasisState;

/**
 * Options of the lasso by its path.
 *
 * @param penalty what is minimised beside 1/2 |x - D a|^2
 */
public record LassoLarsOptions(Penalty penalty) implements EncoderOptions {

	public static final String NAME = "Lasso LARS";

	public LassoLarsOptions {
		if (penalty == null) throw new IllegalArgumentException("penalty must be given");
	}

	@Override
	public String name() {
		return NAME;
	}

	@Override
	public Encoder encoder(final HomeostasisState homeostasis, final Parallel parallel) {
		return new LassoLars(this, parallel);
	}

	@Override
	public int mostNonzeros(final int atomCount) {
		return atomCount;
	}

	@Override
	public boolean nonnegative() {
		return penalty.isNonnegative();
	}
}
