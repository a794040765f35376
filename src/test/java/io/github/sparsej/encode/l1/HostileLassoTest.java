package io.github.sparsej.encode.l1;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.github.sparsej.encode.EncoderOptions;
import io.github.sparsej.encode.Fixtures;
import io.github.sparsej.encode.SignalMask;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.Dictionary;
import io.github.sparsej.model.PatchShape;
import io.github.sparsej.model.Progress;
import io.github.sparsej.model.Signals;
import io.github.sparsej.model.SparseCodes;

/** Nearly dependent atoms with penalties of almost nothing: codes may be far from the minimum, but never worse than none. */
class HostileLassoTest {

	record Case(Dictionary dictionary, Signals signals, Penalty penalty) {}

	static List<Case> cases() {
		return List.of(new Case(Fixtures.smoothDictionary(20, 11, 1160), Fixtures.signals(40, 11, 1163), Penalty.lasso(6.03e-7)),
			new Case(Fixtures.smoothDictionary(22, 14, 1975), Fixtures.signals(40, 14, 1978), Penalty.lasso(8.14e-7)),
			new Case(near(18, 14, 1.8e-5f), Fixtures.signals(40, 14, 3), Penalty.lasso(1.6e-7)),
			new Case(near(18, 14, 1e-4f), Fixtures.signals(40, 14, 3), Penalty.elasticNet(1e-5, 0.9)),
			new Case(near(3, 14, 1e-4f), Fixtures.signals(40, 14, 3), Penalty.lasso(1e-5).nonnegative(true)));
	}

	/** Atoms that differ from one another by so much. */
	private static Dictionary near(final int atoms, final int length, final float distance) {
		final float[] values = Fixtures.gaussian(atoms * length, 5);
		for (int i = 1; i < atoms; i++) for (int j = 0; j < length; j++) values[i * length + j] = values[j] + distance * values[i * length + j];
		return Dictionary.normalized(new PatchShape(length, 1, 1, 1), atoms, values);
	}

	private static void requireBetterThanNone(final Case hostile, final SparseCodes codes) {
		final double[] objectives = Optimality.objectives(hostile.signals, codes, hostile.dictionary, hostile.penalty, Parallel.SERIAL);
		for (int row = 0; row < objectives.length; row++) {
			final double norm = Fixtures.norm(hostile.signals.row(row));
			assertThat(objectives[row]).as("signal %d", row).isLessThanOrEqualTo(norm * norm / 2 * 1.001);
		}
	}

	@ParameterizedTest
	@MethodSource("cases")
	void codesAreNeverWorseThanNone(final Case hostile) {
		final List<EncoderOptions> encoders = List.of(new CoordinateDescentOptions(hostile.penalty, Convergence.DEFAULT), new LassoLarsOptions(hostile.penalty),
			new ProximalGradientOptions(ProximalGradientOptions.Method.FISTA, hostile.penalty, new Convergence(Convergence.Criterion.OPTIMALITY, 1e-6, 300)));
		for (final EncoderOptions options : encoders) requireBetterThanNone(hostile, options.encoder(null, Parallel.SERIAL).prepare(hostile.dictionary).encode(hostile.signals, Progress.NONE));
	}

	@ParameterizedTest
	@MethodSource("cases")
	void norWhereValuesAreMissing(final Case hostile) {
		final Signals known = hostile.signals;
		final SignalMask mask = SignalMask.of(known.count(), known.length(), (row, j) -> (row + j) % 5 != 0);
		final SparseCodes codes = new MaskedLasso(new CoordinateDescentOptions(hostile.penalty, Convergence.DEFAULT), Parallel.SERIAL).prepare(hostile.dictionary).encode(known, mask, Progress.NONE);
		for (int row = 0; row < known.count(); row++) {
			double residual = 0, none = 0;
			final double[] whole = Fixtures.residual(known, row, codes, hostile.dictionary);
			for (int j = 0; j < known.length(); j++)
				if (mask.isKnown(row, j)) {
					residual += whole[j] * whole[j] / 2;
					none += (double) known.value(row, j) * known.value(row, j) / 2;
				}
			assertThat(residual + hostile.penalty.of(codes, row)).as("signal %d", row).isLessThanOrEqualTo(none * 1.001);
		}
	}
}
