package io.github.sparsej.encode.l1;

import io.github.sparsej.encode.Encoder;
import io.github.sparsej.encode.l1.Convergence.Criterion;
import io.github.sparsej.encode.l1.ProximalGradientOptions.Method;
import io.github.sparsej.linalg.Parallel;

class FistaTest extends L1Contract {

	/** A third of the default tolerance: the references are held to 1e-4 of coefficients, which coherent atoms share at little cost. */
	@Override
	protected Encoder encoder(final Penalty penalty, final Parallel parallel) {
		return new ProximalGradient(new ProximalGradientOptions(Method.FISTA, penalty, new Convergence(Criterion.OPTIMALITY, 3e-7, 200000)), parallel);
	}

	@Override
	protected boolean firstOfEqualAtomsIsTaken() {
		return false;
	}
}
