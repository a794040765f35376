package io.github.sparsej.encode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.github.sparsej.encode.l1.Convergence;
import io.github.sparsej.encode.l1.Convergence.Criterion;
import io.github.sparsej.encode.l1.CoordinateDescentOptions;
import io.github.sparsej.encode.l1.Penalty;
import io.github.sparsej.encode.l1.ProximalGradientOptions;
import io.github.sparsej.encode.l1.ProximalGradientOptions.Method;
import io.github.sparsej.encode.threshold.LcaOptions;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.Dictionary;
import io.github.sparsej.model.Progress;
import io.github.sparsej.model.Signals;
import io.github.sparsej.model.SparseCodes;
import io.github.sparsej.model.StopReason;

/** Codes to start from, of all encoders that minimise the lasso and take one. */
class WarmStartTest {

	private static final int ATOMS = 30, LENGTH = 20, COUNT = 60;
	private static final Convergence FINE = new Convergence(Criterion.OPTIMALITY, 1e-6, 20000);

	private final Dictionary dictionary = Fixtures.dictionary(ATOMS, LENGTH, 1);
	private final Signals signals = Fixtures.signals(COUNT, LENGTH, 2);

	static List<EncoderOptions> encoders() {
		final Penalty penalty = Penalty.lasso(0.5);
		return List.of(new CoordinateDescentOptions(penalty, FINE), new CoordinateDescentOptions(penalty.nonnegative(true), FINE), new ProximalGradientOptions(Method.FISTA, penalty, FINE),
			new ProximalGradientOptions(Method.ISTA, penalty, FINE), new LcaOptions(0.5, LcaOptions.Threshold.SOFT, false));
	}

	private WarmStartEncoder prepare(final EncoderOptions options) {
		return (WarmStartEncoder) options.encoder(null, Parallel.of(2)).prepare(dictionary);
	}

	/** The same two nonzeros for every signal. */
	private static SparseCodes start(final float first, final float second) {
		final int[] starts = new int[COUNT + 1], atoms = new int[2 * COUNT];
		final float[] coefficients = new float[2 * COUNT];
		for (int row = 0; row < COUNT; row++) {
			starts[row + 1] = 2 * row + 2;
			atoms[2 * row] = 3;
			atoms[2 * row + 1] = 17;
			coefficients[2 * row] = first;
			coefficients[2 * row + 1] = second;
		}
		final StopReason[] reasons = new StopReason[COUNT];
		Arrays.fill(reasons, StopReason.CONVERGED);
		return SparseCodes.of(ATOMS, starts, atoms, coefficients, reasons);
	}

	@ParameterizedTest
	@MethodSource("encoders")
	void theMinimumDoesNotDependOnTheStart(final EncoderOptions options) {
		final WarmStartEncoder encoder = prepare(options);
		final SparseCodes cold = encoder.encode(signals, Progress.NONE);
		for (final SparseCodes start : List.of(cold, start(1, -2), start(Float.NaN, 1), start(Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY), start(1e30f, -1e30f))) {
			final SparseCodes warm = encoder.encode(signals, start, Progress.NONE);
			for (int row = 0; row < COUNT; row++) {
				final float[] expected = cold.dense(row), actual = warm.dense(row);
				for (int i = 0; i < ATOMS; i++) assertThat(actual[i]).as("signal %d, atom %d", row, i).isCloseTo(expected[i], within(1e-3f));
			}
		}
	}

	@ParameterizedTest
	@MethodSource("encoders")
	void startsOfAnotherSizeAreRefusedNamingBoth(final EncoderOptions options) {
		final WarmStartEncoder encoder = prepare(options);
		assertThatIllegalArgumentException().isThrownBy(() -> encoder.encode(Signals.zeros(7, LENGTH), start(1, 1), Progress.NONE)).withMessageContainingAll("7", "" + COUNT);
	}
}
