package io.github.sparsej.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.sparsej.linalg.LbfgsResult.Stop;
import io.github.sparsej.model.Progress;

class LbfgsTest {

	private static final LbfgsOptions TO_THE_END = new LbfgsOptions(10, 1000, 1e-7, 0);

	/** Sum over pairs of 100 (y - x^2)^2 + (1 - x)^2; the minimum, 0, is at ones. */
	private static double rosenbrock(final double[] at, final double[] gradient, final Progress progress) {
		double value = 0;
		for (int i = 0; i < at.length; i += 2) {
			final double bend = at[i + 1] - at[i] * at[i], rest = 1 - at[i];
			value += 100 * bend * bend + rest * rest;
			gradient[i] = -400 * bend * at[i] - 2 * rest;
			gradient[i + 1] = 200 * bend;
		}
		return value;
	}

	/** 1/2 x'Ax - b'x with a diagonal A. */
	private static DifferentiableFunction quadratic(final double[] diagonal, final double[] b) {
		return (at, gradient, progress) -> {
			double value = 0;
			for (int i = 0; i < at.length; i++) {
				gradient[i] = diagonal[i] * at[i] - b[i];
				value += (0.5 * diagonal[i] * at[i] - b[i]) * at[i];
			}
			return value;
		};
	}

	private static LbfgsResult minimize(final DifferentiableFunction function, final double[] start, final LbfgsOptions options) {
		return Lbfgs.minimize(function, start, options, Progress.NONE, "Minimising");
	}

	@Test
	void aQuadraticIsSolved() {
		final SplittableRandom random = new SplittableRandom(1);
		final double[] diagonal = new double[40], b = new double[40];
		for (int i = 0; i < 40; i++) {
			diagonal[i] = Math.pow(1000, i / 39.0);
			b[i] = random.nextDouble(-1, 1);
		}
		final double[] start = new double[40];
		final LbfgsResult result = minimize(quadratic(diagonal, b), start, new LbfgsOptions(10, 1000, 1e-6, 0));
		assertThat(result.stop()).isEqualTo(Stop.GRADIENT);
		assertThat(result.iterations()).isLessThan(300);
		assertThat(start).containsOnly(0);
		for (int i = 0; i < 40; i++) assertThat(result.point()[i]).isCloseTo(b[i] / diagonal[i], within(1e-6));
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 3, 10 })
	void rosenbrocksValleyIsFollowedToItsEnd(final int history) {
		final LbfgsResult result = minimize(LbfgsTest::rosenbrock, new double[] { -1.2, 1, -1.2, 1.1, 2, -3 }, new LbfgsOptions(history, 1000, 1e-7, 0));
		assertThat(result.stop()).isEqualTo(Stop.GRADIENT);
		for (final double x : result.point()) assertThat(x).isCloseTo(1, within(1e-6));
		assertThat(result.values()).hasSize(result.iterations() + 1).isSortedAccordingTo((a, b) -> Double.compare(b, a));
		assertThat(result.evaluations()).isLessThan(2 * result.iterations());
	}

	/** Steepest descent needs thousands of iterations. */
	@Test
	void theHistoryMakesItFast() {
		assertThat(minimize(LbfgsTest::rosenbrock, new double[] { -1.2, 1 }, TO_THE_END).iterations()).isLessThan(60);
	}

	/** On a function with hills and flat places, and on a quadratic: every step against the conditions themselves. */
	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3, 4, 5, 6, 7, 8 })
	void everyStepKeepsTheStrongWolfeConditions(final long seed) {
		final SplittableRandom random = new SplittableRandom(seed);
		final double[] start = random.doubles(10, -5, 5).toArray();
		final DifferentiableFunction hills = (at, gradient, progress) -> {
			double value = 0;
			for (int i = 0; i < at.length; i++) {
				final double next = at[(i + 1) % at.length];
				value += Math.sqrt(1 + at[i] * at[i]) + 2 * Math.sin(3 * at[i]) + 0.3 * at[i] * next + 0.4 * at[i] * at[i];
				gradient[i] = at[i] / Math.sqrt(1 + at[i] * at[i]) + 6 * Math.cos(3 * at[i]) + 0.3 * (next + at[(i + at.length - 1) % at.length]) + 0.8 * at[i];
			}
			return value;
		};
		assertThat(GradientCheck.relativeDifference(hills, start)).isLessThan(1e-7);
		for (final DifferentiableFunction function : List.of(hills, (DifferentiableFunction) LbfgsTest::rosenbrock)) {
			final LbfgsRun run = new LbfgsRun(function, start, 4, Progress.NONE);
			run.begin();
			for (int iteration = 0; iteration < 400 && run.largestSlope() > 1e-5; iteration++) {
				final double[] before = run.point().clone(), slopes = gradient(function, before);
				final double value = run.value();
				assertThat(run.iterate()).isTrue();
				final double[] slopesThere = gradient(function, run.point());
				double slopeBefore = 0, slopeAfter = 0;
				for (int i = 0; i < before.length; i++) {
					slopeBefore += slopes[i] * (run.point()[i] - before[i]);
					slopeAfter += slopesThere[i] * (run.point()[i] - before[i]);
				}
				assertThat(slopeBefore).isNegative();
				assertThat(run.value()).isLessThanOrEqualTo(value + 1e-4 * slopeBefore + 1e-14 * Math.abs(value));
				assertThat(Math.abs(slopeAfter)).isLessThanOrEqualTo(0.9 * Math.abs(slopeBefore) * (1 + 1e-9));
			}
			assertThat(run.largestSlope()).isLessThanOrEqualTo(1e-5);
		}
	}

	private static double[] gradient(final DifferentiableFunction function, final double[] at) {
		final double[] gradient = new double[at.length];
		function.evaluate(at, gradient, Progress.NONE);
		return gradient;
	}

	@Test
	void aFunctionThatIsSomewhereNotFiniteIsMinimisedWhereItIs() {
		final DifferentiableFunction barrier = (at, gradient, progress) -> {
			gradient[0] = 1 - 1 / at[0];
			return at[0] - Math.log(at[0]);
		};
		assertThat(minimize(barrier, new double[] { 1e-3 }, TO_THE_END).point()[0]).isCloseTo(1, within(1e-6));
		assertThat(minimize(barrier, new double[] { 40 }, TO_THE_END).point()[0]).isCloseTo(1, within(1e-6));
		assertThatThrownBy(() -> minimize(barrier, new double[] { -1 }, TO_THE_END)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("not finite").hasMessageContaining("NaN");
	}

	@Test
	void eachWayToStopIsTold() {
		final double[] start = { -1.2, 1 };
		assertThat(minimize(LbfgsTest::rosenbrock, new double[] { 1, 1 }, TO_THE_END)).satisfies(result -> {
			assertThat(result.stop()).isEqualTo(Stop.GRADIENT);
			assertThat(result.iterations()).isZero();
			assertThat(result.evaluations()).isEqualTo(1);
		});
		assertThat(minimize(LbfgsTest::rosenbrock, start, LbfgsOptions.ofIterations(7))).satisfies(result -> {
			assertThat(result.stop()).isEqualTo(Stop.MAX_ITERATIONS);
			assertThat(result.iterations()).isEqualTo(7);
		});
		assertThat(minimize(LbfgsTest::rosenbrock, start, LbfgsOptions.ofIterations(0)).point()).containsExactly(start);
		assertThat(minimize(LbfgsTest::rosenbrock, start, new LbfgsOptions(10, 1000, 0, 1e-3)).stop()).isEqualTo(Stop.DECREASE);
		final DifferentiableFunction uphill = (at, gradient, progress) -> {
			gradient[0] = -1;
			return at[0];
		};
		assertThat(minimize(uphill, new double[] { 2 }, TO_THE_END)).satisfies(result -> {
			assertThat(result.stop()).isEqualTo(Stop.LINE_SEARCH);
			assertThat(result.point()).containsExactly(2);
		});
	}

	@Test
	void stoppedItKeepsTheLastPointAndItsProgressRises() {
		final List<Double> fractions = new ArrayList<>();
		final LbfgsResult stopped = Lbfgs.minimize(LbfgsTest::rosenbrock, new double[] { -1.2, 1 }, LbfgsOptions.ofIterations(40), (fraction, what) -> {
			assertThat(what).isEqualTo("Minimising");
			fractions.add(fraction);
			return fraction < 0.25;
		}, "Minimising");
		assertThat(stopped.stop()).isEqualTo(Stop.CANCELLED);
		assertThat(fractions).isSorted().startsWith(0.0).endsWith(0.25);
		assertThat(stopped.point()).containsExactly(minimize(LbfgsTest::rosenbrock, new double[] { -1.2, 1 }, LbfgsOptions.ofIterations(10)).point());
	}

	@Test
	void aFunctionMayStopInTheMidst() {
		final int[] evaluations = { 0 };
		final DifferentiableFunction slow = (at, gradient, progress) -> {
			if (++evaluations[0] == 9) throw new CancellationException();
			return rosenbrock(at, gradient, progress);
		};
		final LbfgsResult stopped = minimize(slow, new double[] { -1.2, 1 }, TO_THE_END);
		assertThat(stopped.stop()).isEqualTo(Stop.CANCELLED);
		assertThat(rosenbrock(stopped.point(), new double[2], Progress.NONE)).isEqualTo(stopped.values().get(stopped.iterations()));
		evaluations[0] = 8;
		final LbfgsResult atOnce = minimize(slow, new double[] { -1.2, 1 }, TO_THE_END);
		assertThat(atOnce.values()).isEmpty();
		assertThat(atOnce.iterations()).isZero();
		assertThat(atOnce.point()).containsExactly(-1.2, 1);
	}

	@Test
	void optionsNameWhatIsWrong() {
		assertThatThrownBy(() -> new LbfgsOptions(0, 1, 0, 0)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("history").hasMessageContaining("0");
		assertThatThrownBy(() -> LbfgsOptions.ofIterations(-1)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("maxIterations").hasMessageContaining("-1");
		assertThatThrownBy(() -> new LbfgsOptions(1, 1, Double.NaN, 0)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("gradientTolerance");
		assertThatThrownBy(() -> new LbfgsOptions(1, 1, 0, -1)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("decreaseTolerance").hasMessageContaining("-1.0");
	}
}
