package io.github.sparsej.encode.l1;

import io.github.sparsej.encode.Encoder;
import io.github.sparsej.encode.EncoderOptions;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.HomeostasisState;

/**
 * Options of {@link CoordinateDescent}.
 *
 * @param penalty what is minimised beside 1/2 |x - D a|^2
 * @param stop    when a code is good enough; an iteration is an atom that joins or leaves the code
 */
public record CoordinateDescentOptions(Penalty penalty, Convergence stop) implements EncoderOptions {

	public static final String LASSO_NAME = "Lasso coordinate descent";
	public static final String ELASTIC_NET_NAME = "Elastic net";

	public CoordinateDescentOptions {
		if (penalty == null) throw new IllegalArgumentException("coordinate descent needs a penalty, got none");
		if (stop == null) throw new IllegalArgumentException("coordinate descent needs to know when to stop, got nothing");
	}

	@Override
	public String name() {
		return penalty.mixing() < 1 ? ELASTIC_NET_NAME : LASSO_NAME;
	}

	@Override
	public Encoder encoder(final HomeostasisState homeostasis, final Parallel parallel) {
		return new CoordinateDescent(this, parallel);
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
