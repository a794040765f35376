package io.github.sparsej.encode.l1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.github.sparsej.encode.Encoder;
import io.github.sparsej.encode.Fixtures;
import io.github.sparsej.encode.MaskedContract;
import io.github.sparsej.encode.SignalMask;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.Dictionary;
import io.github.sparsej.model.Progress;
import io.github.sparsej.model.Signals;
import io.github.sparsej.model.SparseCodes;
import io.github.sparsej.model.StopReason;

class MaskedLassoTest extends MaskedContract {

	private static final double[] WEIGHTS = new double[ATOMS];

	static {
		for (int i = 0; i < ATOMS; i++) WEIGHTS[i] = 0.5 + i % 3;
	}

	private static CoordinateDescentOptions options(final Penalty penalty) {
		return new CoordinateDescentOptions(penalty, Convergence.DEFAULT);
	}

	@Override
	protected Encoder encoder(final double scale, final Parallel parallel) {
		return new MaskedLasso(options(Penalty.lasso(0.6 * scale)), parallel);
	}

	@Override
	protected Encoder unmasked(final double scale, final Parallel parallel) {
		return new CoordinateDescent(options(Penalty.lasso(0.6 * scale)), parallel);
	}

	static List<Penalty> penalties() {
		return List.of(Penalty.lasso(0.1), Penalty.lasso(1), Penalty.lasso(0.5).nonnegative(true), Penalty.lasso(0.5).weighted(WEIGHTS), Penalty.elasticNet(0.5, 0.5));
	}

	@ParameterizedTest
	@MethodSource("penalties")
	void optimalityConditionsHoldForTheKnownValues(final Penalty penalty) {
		final SparseCodes codes = new MaskedLasso(options(penalty), Parallel.of(2)).prepare(dictionary).encode(signals, MASK, Progress.NONE);
		assertThat(codes.count(StopReason.CONVERGED)).isEqualTo(signals.count());
		for (int row = 0; row < signals.count(); row++) assertThat(violation(dictionary, signals, MASK, codes, row, penalty)).as("signal %d", row).isLessThan(1e-5 * Fixtures.norm(signals.row(row)));
	}

	@Test
	void smoothSignalsConvergeToo() {
		final Dictionary smooth = Fixtures.smoothDictionary(80, 64, 21);
		final Signals x = Signals.of(40, 64, Fixtures.smooth(40, 64, 22));
		final SignalMask half = randomMask(40, 64, 0.5, 4);
		final Penalty penalty = Penalty.lasso(5);
		final SparseCodes codes = new MaskedLasso(options(penalty), Parallel.SERIAL).prepare(smooth).encode(x, half, Progress.NONE);
		for (int row = 0; row < 40; row++) assertThat(violation(smooth, x, half, codes, row, penalty)).as("signal %d", row).isLessThan(1e-5 * Fixtures.norm(x.row(row)));
	}

	/** As {@link Optimality#violations}, of the known values. */
	private static double violation(final Dictionary d, final Signals x, final SignalMask mask, final SparseCodes codes, final int row, final Penalty penalty) {
		final double[] residual = Fixtures.residual(x, row, codes, d);
		for (int j = 0; j < residual.length; j++) if (!mask.isKnown(row, j)) residual[j] = 0;
		final float[] code = codes.dense(row);
		double most = 0;
		for (int i = 0; i < code.length; i++) {
			final double slope = Fixtures.dot(residual, d.atom(i)) - penalty.ridge() * code[i];
			if (code[i] != 0) most = Math.max(most, Math.abs(slope - Math.signum(code[i]) * penalty.l1(i)));
			else most = Math.max(most, (penalty.isNonnegative() ? slope : Math.abs(slope)) - penalty.l1(i));
			if (penalty.isNonnegative()) assertThat(code[i]).isNotNegative();
		}
		return most;
	}

	@Test
	void weightsOfAnotherNumberAreRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> new MaskedLasso(options(Penalty.lasso(1).weighted(1, 2)), Parallel.SERIAL).prepare(dictionary)).withMessageContainingAll("2", "" + ATOMS);
	}
}
