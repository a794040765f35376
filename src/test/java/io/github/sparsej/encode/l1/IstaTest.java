package io.github.sparsej.encode.l1;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.sparsej.encode.Encoder;
import io.github.sparsej.encode.Fixtures;
import io.github.sparsej.encode.l1.Convergence.Criterion;
import io.github.sparsej.encode.l1.ProximalGradientOptions.Method;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.Dictionary;
import io.github.sparsej.model.Signals;
import io.github.sparsej.model.SparseCodes;
import io.github.sparsej.model.StopReason;

/** Without momentum, coherent atoms or small penalties would take millions of iterations: there it need only come nearer. */
class IstaTest extends L1Contract {

	@Override
	protected Encoder encoder(final Penalty penalty, final Parallel parallel) {
		return new ProximalGradient(new ProximalGradientOptions(Method.ISTA, penalty, new Convergence(Criterion.OPTIMALITY, 1e-7, 20000)), parallel);
	}

	@Override
	protected boolean firstOfEqualAtomsIsTaken() {
		return false;
	}

	@Override
	@ParameterizedTest
	@ValueSource(doubles = { 2, 0.5 })
	void codesAreOptimalWhateverThePenalty(final double lambda) {
		super.codesAreOptimalWhateverThePenalty(lambda);
	}

	@Override
	@Test
	void moreAtomsThanPixelsConverge() {
		requireNearer(Penalty.lasso(0.05), Fixtures.dictionary(300, 12, 4), Fixtures.signals(10, 12, 5));
	}

	@Override
	@Test
	void coherentAtomsConverge() {
		requireNearer(Penalty.lasso(3), Fixtures.smoothDictionary(80, 40, 3), Signals.of(10, 40, Fixtures.smooth(10, 40, 4)));
	}

	private void requireNearer(final Penalty penalty, final Dictionary d, final Signals x) {
		final SparseCodes codes = encode(penalty, d, x);
		final double[] violations = Optimality.violations(x, codes, d, penalty, Parallel.SERIAL);
		for (int row = 0; row < violations.length; row++) {
			assertThat(codes.stopReason(row)).isIn(StopReason.MAX_ITERATIONS, StopReason.CONVERGED);
			assertThat(violations[row]).isLessThan(1e-2 * Fixtures.norm(x.row(row)));
		}
	}
}
