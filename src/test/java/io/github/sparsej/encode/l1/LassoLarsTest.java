package io.github.sparsej.encode.l1;

import io.github.sparsej.encode.Encoder;
import io.github.sparsej.linalg.Parallel;

class LassoLarsTest extends L1Contract {

	@Override
	protected Encoder encoder(final Penalty penalty, final Parallel parallel) {
		return new LassoLars(new LassoLarsOptions(penalty), parallel);
	}
}
