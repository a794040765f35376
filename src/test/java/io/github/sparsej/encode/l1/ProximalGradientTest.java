package io.github.sparsej.encode.l1;

import static io.github.sparsej.encode.Fixtures.dictionary;
import static io.github.sparsej.encode.Fixtures.signals;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import io.github.sparsej.encode.Fixtures;
import io.github.sparsej.encode.Golden;
import io.github.sparsej.encode.WarmStartEncoder;
import io.github.sparsej.encode.l1.Convergence.Criterion;
import io.github.sparsej.encode.l1.ProximalGradientOptions.Method;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.Dictionary;
import io.github.sparsej.model.PatchShape;
import io.github.sparsej.model.Progress;
import io.github.sparsej.model.Signals;
import io.github.sparsej.model.SparseCodes;
import io.github.sparsej.model.StopReason;

class ProximalGradientTest {

	private final Dictionary dictionary = dictionary(60, 30, 1);
	private final Signals signals = signals(100, 30, 2);
	private final Penalty lasso = Penalty.lasso(0.4);

	private static ProximalGradientEncoder prepare(final Method method, final Penalty penalty, final Criterion criterion, final double tolerance, final int iterations, final Dictionary d) {
		return new ProximalGradient(new ProximalGradientOptions(method, penalty, new Convergence(criterion, tolerance, iterations)), Parallel.of(2)).prepare(d);
	}

	private ProximalGradientEncoder all(final Method method, final Penalty penalty, final int iterations) {
		return prepare(method, penalty, Criterion.OPTIMALITY, 0, iterations, dictionary);
	}

	private static JsonObject results() throws IOException {
		try (Reader reader = new InputStreamReader(ProximalGradientTest.class.getResourceAsStream("/golden/encoders/results.json"), StandardCharsets.UTF_8)) {
			return JsonParser.parseReader(reader).getAsJsonObject().getAsJsonObject("64x128");
		}
	}

	@ParameterizedTest
	@CsvSource({ "0.02, FISTA, fista_step_1_over_L_from_zero_objective_sum", "0.1, FISTA, fista_step_1_over_L_from_zero_objective_sum", "0.3, FISTA, fista_step_1_over_L_from_zero_objective_sum",
		"0.02, ISTA, ista_objective_sum", "0.1, ISTA, ista_objective_sum", "0.3, ISTA, ista_objective_sum" })
	void objectivesComeDownAsThoseOfTheReference(final String lambda, final Method method, final String name) throws IOException {
		final JsonObject marks = results().getAsJsonObject("lasso_lam" + lambda).getAsJsonObject(name);
		final TracedCodes traced = prepare(method, Penalty.lasso(Double.parseDouble(lambda)), Criterion.OPTIMALITY, 0, 2000, Golden.dictionary()).trace(Golden.signals(), Progress.NONE);
		assertThat(traced.objectives()).hasSize(2001);
		assertThat(marks.size()).isEqualTo(12);
		for (final Map.Entry<String, JsonElement> mark : marks.entrySet()) {
			final double expected = mark.getValue().getAsDouble();
			assertThat(traced.objectives().get(Integer.parseInt(mark.getKey()))).as("iteration %s", mark.getKey()).isCloseTo(expected, within(1e-5 * expected));
		}
	}

	@Test
	void stepIsTheInverseOfTheLargestEigenvalue() throws IOException {
		final double expected = results().get("L_max_eig_Gram").getAsDouble();
		assertThat(prepare(Method.FISTA, lasso, Criterion.OPTIMALITY, 0, 1, Golden.dictionary()).lipschitz()).isBetween(expected, expected * (1 + 3e-6));
	}

	@Test
	void gramMatrixSmallerOrLargerThanTheSignalsGivesTheSameStep() {
		final double[] bounds = IntStream.of(20, 21, 22).mapToDouble(length -> prepare(Method.ISTA, lasso, Criterion.OPTIMALITY, 0, 1, padded(dictionary(21, 20, 3), length)).lipschitz()).toArray();
		assertThat(bounds[1]).isCloseTo(bounds[0], within(1e-5));
		assertThat(bounds[2]).isCloseTo(bounds[0], within(1e-5));
	}

	private static Dictionary padded(final Dictionary d, final int length) {
		final float[] atoms = new float[d.atomCount() * length];
		for (int i = 0; i < d.atomCount(); i++) System.arraycopy(d.atom(i), 0, atoms, i * length, d.signalLength());
		return Dictionary.normalized(new PatchShape(length, 1, 1, 1), d.atomCount(), atoms);
	}

	@Test
	void traceIsThatOfTheCodes() {
		for (final Penalty penalty : new Penalty[] { lasso, lasso.nonnegative(true), Penalty.elasticNet(0.4, 0.5) })
			for (final Method method : Method.values()) {
				final TracedCodes traced = all(method, penalty, 30).trace(signals, Progress.NONE);
				assertThat(traced.codes()).isEqualTo(all(method, penalty, 30).encode(signals, Progress.NONE));
				for (final int iterations : new int[] { 1, 2, 9, 17, 30 })
					assertThat(traced.objectives().get(iterations)).isCloseTo(sum(all(method, penalty, iterations).encode(signals, Progress.NONE), penalty), within(1e-3));
			}
	}

	private double sum(final SparseCodes codes, final Penalty penalty) {
		double sum = 0;
		for (final double objective : Optimality.objectives(signals, codes, dictionary, penalty, Parallel.SERIAL)) sum += objective;
		return sum;
	}

	@Test
	void traceDoesNotDependOnThreads() {
		final ProximalGradientOptions options = new ProximalGradientOptions(Method.FISTA, lasso, new Convergence(Criterion.OPTIMALITY, 1e-3, 100));
		final TracedCodes one = new ProximalGradient(options, Parallel.SERIAL).prepare(dictionary).trace(signals, Progress.NONE);
		assertThat(new ProximalGradient(options, Parallel.of(8)).prepare(dictionary).trace(signals, Progress.NONE)).isEqualTo(one);
	}

	@Test
	void signalsThatHaveConvergedKeepTheirObjective() {
		final TracedCodes traced = prepare(Method.FISTA, lasso, Criterion.OPTIMALITY, 1e-4, 5000, dictionary).trace(signals, Progress.NONE);
		assertThat(traced.codes().count(StopReason.CONVERGED)).isEqualTo(100);
		assertThat(traced.objectives().get(5000)).isEqualTo(traced.objectives().get(4000)).isCloseTo(sum(traced.codes(), lasso), within(1e-3));
	}

	@Test
	void cancelledTraceTellsOfTheSignalsEncoded() {
		final AtomicInteger calls = new AtomicInteger();
		final TracedCodes some = new ProximalGradient(new ProximalGradientOptions(Method.FISTA, lasso, new Convergence(Criterion.OPTIMALITY, 0, 20)), Parallel.SERIAL).prepare(dictionary)
			.trace(signals, (fraction, what) -> calls.incrementAndGet() <= 3);
		final int encoded = 100 - some.codes().count(StopReason.CANCELLED);
		assertThat(encoded).isBetween(1, 50);
		final Signals first = signals.select(IntStream.range(0, encoded).toArray());
		assertThat(some.objectives()).isEqualTo(all(Method.FISTA, lasso, 20).trace(first, Progress.NONE).objectives());
	}

	@Test
	void withoutMomentumTheObjectiveNeverRises() {
		for (final Penalty penalty : new Penalty[] { lasso, lasso.nonnegative(true), Penalty.elasticNet(0.4, 0.3) }) {
			final List<Double> objectives = all(Method.ISTA, penalty, 300).trace(signals, Progress.NONE).objectives();
			for (int k = 1; k < objectives.size(); k++) assertThat(objectives.get(k)).isLessThanOrEqualTo(objectives.get(k - 1) * (1 + 1e-7));
		}
	}

	@Test
	void momentumKeepsTheBoundOfItsTheorem() {
		final ProximalGradientEncoder encoder = all(Method.FISTA, lasso, 200);
		final SparseCodes best = prepare(Method.FISTA, lasso, Criterion.OPTIMALITY, 1e-7, 20000, dictionary).encode(signals, Progress.NONE);
		double squares = 0;
		for (int k = 0; k < best.nonzeros(); k++) squares += best.coefficient(k) * best.coefficient(k);
		final List<Double> objectives = encoder.trace(signals, Progress.NONE).objectives();
		final double least = sum(best, lasso);
		for (int k = 1; k <= 200; k++) assertThat(objectives.get(k) - least).isBetween(-1e-3, 2 * encoder.lipschitz() * squares / ((k + 1) * (k + 1)) + 1e-3);
	}

	@ParameterizedTest
	@EnumSource(Method.class)
	void gapBoundsTheWayToTheMinimum(final Method method) {
		for (final Penalty penalty : new Penalty[] { lasso, lasso.nonnegative(true), Penalty.elasticNet(0.4, 0.5).nonnegative(true), Penalty.elasticNet(0.4, 0.5) }) {
			final double tolerance = 1e-2;
			final SparseCodes codes = prepare(method, penalty, Criterion.DUALITY_GAP, tolerance, 20000, dictionary).encode(signals, Progress.NONE);
			final SparseCodes best = prepare(Method.FISTA, penalty, Criterion.OPTIMALITY, 1e-7, 20000, dictionary).encode(signals, Progress.NONE);
			assertThat(codes.count(StopReason.CONVERGED)).isEqualTo(100);
			final double[] objectives = Optimality.objectives(signals, codes, dictionary, penalty, Parallel.SERIAL), least = Optimality.objectives(signals, best, dictionary, penalty, Parallel.SERIAL);
			double most = 0;
			for (int row = 0; row < 100; row++) {
				final double share = (objectives[row] - least[row]) / (Math.pow(Fixtures.norm(signals.row(row)), 2) / 2);
				assertThat(share).isLessThanOrEqualTo(tolerance);
				most = Math.max(most, share);
			}
			assertThat(most).as("stops no later than need be").isGreaterThan(tolerance / 10000);
		}
	}

	@Test
	void startAtTheMinimumStaysThere() {
		final SparseCodes codes = prepare(Method.FISTA, lasso, Criterion.OPTIMALITY, 1e-6, 5000, dictionary).encode(signals, Progress.NONE);
		final WarmStartEncoder encoder = prepare(Method.FISTA, lasso, Criterion.OPTIMALITY, 1e-5, 5000, dictionary);
		assertThat(encoder.encode(signals, codes, Progress.NONE)).isEqualTo(codes);
	}

	@Test
	void startNearTheMinimumIsSoonerDone() {
		final Penalty more = Penalty.lasso(0.44);
		final SparseCodes start = prepare(Method.FISTA, lasso, Criterion.OPTIMALITY, 1e-6, 5000, dictionary).encode(signals, Progress.NONE);
		for (final Method method : Method.values()) {
			final ProximalGradientEncoder encoder = all(method, more, 10);
			assertThat(sum(encoder.encode(signals, start, Progress.NONE), more)).isLessThan(sum(encoder.encode(signals, Progress.NONE), more));
		}
	}

	@Test
	void startThatIsNotAllowedOrWorseThanNoneIsNotUsed() {
		final SparseCodes signed = prepare(Method.FISTA, lasso, Criterion.OPTIMALITY, 1e-6, 5000, dictionary).encode(signals, Progress.NONE);
		final Penalty nonnegative = lasso.nonnegative(true);
		final SparseCodes codes = all(Method.FISTA, nonnegative, 1).encode(signals, signed, Progress.NONE);
		for (int k = 0; k < codes.nonzeros(); k++) assertThat(codes.coefficient(k)).isPositive();
		for (final float bad : new float[] { Float.NaN, Float.POSITIVE_INFINITY, 3e38f, -1e30f, 1e5f }) {
			final SparseCodes start = SparseCodes.of(60, new int[] { 0, 2 }, new int[] { 4, 9 }, new float[] { bad, -bad }, new StopReason[] { StopReason.CONVERGED });
			final Signals one = signals(signals.row(0));
			assertThat(all(Method.FISTA, lasso, 7).encode(one, start, Progress.NONE)).isEqualTo(all(Method.FISTA, lasso, 7).encode(one, Progress.NONE));
		}
	}

	@Test
	void startIsForgottenAfterItsSignal() {
		final ProximalGradientEncoder encoder = all(Method.FISTA, lasso, 5);
		final SparseCodes start = encoder.encode(signals, Progress.NONE);
		final Signals last = signals(signals.row(99));
		final SparseCodes started = encoder.encode(signals, start, Progress.NONE);
		assertThat(encoder.encode(last, start.rows(99, 1), Progress.NONE)).isEqualTo(started.rows(99, 1));
	}

	@Test
	void startOfOtherSizesIsRefused() {
		final ProximalGradientEncoder encoder = all(Method.FISTA, lasso, 5);
		final SparseCodes start = encoder.encode(signals, Progress.NONE);
		assertThatIllegalArgumentException().isThrownBy(() -> encoder.encode(signals, start.rows(0, 7), Progress.NONE)).withMessageContainingAll("7", "100");
	}

	@Test
	void iterationsThatDoNotDoAreTold() {
		final SparseCodes codes = prepare(Method.FISTA, lasso, Criterion.OPTIMALITY, 1e-7, 3, dictionary).encode(signals, Progress.NONE);
		assertThat(codes.count(StopReason.MAX_ITERATIONS)).isEqualTo(100);
	}

	@Test
	void atomsThatAreNotLookedAtChangeNothing() {
		final Dictionary large = Fixtures.smoothDictionary(150, 40, 5);
		final Signals some = Signals.of(6, 40, Fixtures.smooth(6, 40, 6));
		for (final int iterations : new int[] { 10, 30, 100, 200, 300 })
			for (final double lambda : new double[] { 3, 30 }) {
				// Coherent atoms blow the rounding of float32 up on the way: to 5e-4 of the signal with all atoms, too.
				final double rounding = iterations < 50 ? 1e-6 : 1.5e-3;
				final ProximalGradientEncoder encoder = prepare(Method.FISTA, Penalty.lasso(lambda), Criterion.OPTIMALITY, 0, iterations, large);
				final SparseCodes codes = encoder.encode(some, Progress.NONE);
				for (int row = 0; row < 6; row++) {
					final double[] expected = plainFista(large, some.row(row), lambda, iterations, encoder.lipschitz());
					final float[] code = codes.dense(row);
					for (int i = 0; i < code.length; i++) assertThat((double) code[i]).as("%d iterations, signal %d, atom %d", iterations, row, i).isCloseTo(expected[i], within(rounding * Fixtures.norm(some.row(row))));
				}
			}
	}

	/** The method as it is written down, in float64. */
	private static double[] plainFista(final Dictionary d, final float[] signal, final double lambda, final int iterations, final double lipschitz) {
		final float[] atoms = d.toArray();
		double[] a = new double[d.atomCount()], y = a.clone();
		double t = 1;
		for (int k = 0; k < iterations; k++) {
			final double[] residual = new double[signal.length], next = new double[a.length];
			for (int j = 0; j < signal.length; j++) residual[j] = signal[j];
			for (int i = 0; i < a.length; i++) if (y[i] != 0) for (int j = 0; j < signal.length; j++) residual[j] -= y[i] * atoms[i * signal.length + j];
			for (int i = 0; i < a.length; i++) {
				double slope = 0;
				for (int j = 0; j < signal.length; j++) slope += residual[j] * atoms[i * signal.length + j];
				final double v = y[i] + slope / lipschitz;
				next[i] = Math.signum(v) * Math.max(Math.abs(v) - lambda / lipschitz, 0);
			}
			final double last = t;
			t = (1 + Math.sqrt(1 + 4 * t * t)) / 2;
			for (int i = 0; i < a.length; i++) y[i] = next[i] + (last - 1) / t * (next[i] - a[i]);
			a = next;
		}
		return a;
	}

	@Test
	void optionsSayWhatIsMissingAndMakeTheirEncoder() {
		assertThatIllegalArgumentException().isThrownBy(() -> new ProximalGradientOptions(null, lasso, Convergence.DEFAULT)).withMessageContaining("FISTA or ISTA");
		assertThatIllegalArgumentException().isThrownBy(() -> new ProximalGradientOptions(Method.FISTA, null, Convergence.DEFAULT)).withMessageContaining("penalty");
		assertThatIllegalArgumentException().isThrownBy(() -> new ProximalGradientOptions(Method.FISTA, lasso, null)).withMessageContaining("stops");
		final ProximalGradientOptions options = new ProximalGradientOptions(Method.ISTA, lasso, Convergence.DEFAULT);
		assertThat(options.name()).isEqualTo("ISTA");
		assertThat(options.mostNonzeros(60)).isEqualTo(60);
		assertThat(options.encoder(null, Parallel.SERIAL)).isInstanceOf(ProximalGradient.class);
	}
}
