package io.github.sparsej.encode.l1;



import org.junit.jupiter.api.Test;

import io.github.sparsej.encode.Encoder;
import io.github.sparsej.linalg.Parallel;

class CoordinateDescentTest extends L1Contract {

	@Override
	protected Encoder encoder(final Penalty penalty, final Parallel parallel) {
		return new CoordinateDescent(new CoordinateDescentOptions(penalty, Convergence.DEFAULT), parallel);
	}
}
