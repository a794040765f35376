package io.github.sparsej.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.concurrent.CancellationException;

import org.junit.jupiter.api.Test;

import io.github.sparsej.model.Progress;

class GradientCheckTest {

	/** The quadratic function of the tutorial, x^2 + 3 x y, at (4, 10): gradient (38, 12). */
	private static double quadratic(final double[] at, final double[] gradient, final Progress progress) {
		gradient[0] = 2 * at[0] + 3 * at[1];
		gradient[1] = 3 * at[0];
		return at[0] * at[0] + 3 * at[0] * at[1];
	}

	@Test
	void theQuadraticOfTheTutorialAgrees() {
		final double[] at = { 4, 10 };
		assertThat(GradientCheck.relativeDifference(GradientCheckTest::quadratic, at)).isLessThan(2.2e-12);
		final double[] numerical = GradientCheck.numericalGradient(GradientCheckTest::quadratic, at, GradientCheck.STEP, Progress.NONE);
		assertThat(numerical[0]).isCloseTo(38, within(1e-9));
		assertThat(numerical[1]).isCloseTo(12, within(1e-9));
		assertThat(at).containsExactly(4, 10);
	}

	@Test
	void aWrongGradientIsSeen() {
		final DifferentiableFunction wrong = (at, gradient, progress) -> {
			final double value = quadratic(at, gradient, progress);
			gradient[1] *= 1.01;
			return value;
		};
		assertThat(GradientCheck.relativeDifference(wrong, new double[] { 4, 10 })).isCloseTo(0.12 / Math.hypot(76, 24.12), within(1e-6));
	}

	@Test
	void differencesOfCubesAreExactButForTheSquareOfTheStep() {
		final DifferentiableFunction cube = (at, gradient, progress) -> at[0] * at[0] * at[0];
		assertThat(GradientCheck.numericalGradient(cube, new double[] { 2 }, 0.5, Progress.NONE)[0]).isEqualTo(12 + 0.25);
	}

	@Test
	void equalGradientsDoNotDifferEvenWhereTheyAreZero() {
		assertThat(GradientCheck.relativeDifference(new double[2], new double[2])).isZero();
		assertThat(GradientCheck.relativeDifference(new double[] { 1, 2 }, new double[] { 1, 2 })).isZero();
	}

	@Test
	void itStopsWhereItIsAskedToAndRefusesAStepOfZero() {
		assertThatThrownBy(() -> GradientCheck.numericalGradient(GradientCheckTest::quadratic, new double[2], 1e-4, (fraction, what) -> fraction < 0.5)).isInstanceOf(CancellationException.class);
		assertThatThrownBy(() -> GradientCheck.numericalGradient(GradientCheckTest::quadratic, new double[2], 0, Progress.NONE)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("0.0");
	}
}
