package io.github.sparsej.autoencoder.error;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.sparsej.autoencoder.net.LinearUnit;
import io.github.sparsej.autoencoder.net.LogisticUnit;
import io.github.sparsej.autoencoder.net.SmoothUnit;
import io.github.sparsej.linalg.DifferentiableFunction;
import io.github.sparsej.linalg.GradientCheck;
import io.github.sparsej.model.PatchShape;
import io.github.sparsej.model.Progress;

class ErrorFunctionTest {

	private static final int OUTPUTS = 3, COUNT = 7;

	private static double[][] random(final long seed) {
		final SplittableRandom random = new SplittableRandom(seed);
		final double[][] rows = new double[OUTPUTS][COUNT];
		for (final double[] row : rows) Arrays.setAll(row, i -> random.nextDouble());
		return rows;
	}

	private static GaussianOutputs gaussian() {
		return GaussianOutputs.likeliest(new double[] { 1, 0.3, 0.1, 0.3, 0.5, -0.2, 0.1, -0.2, 0.8 }, OUTPUTS, 1e-9, Progress.NONE, 0);
	}

	static Stream<OutputError> errors() {
		return Stream.of(new SquaredError(), gaussian(), new NoisyLabels(0), new NoisyLabels(0.1));
	}

	/** The error as a function of what output units get. */
	private static DifferentiableFunction byInputs(final OutputError error, final SmoothUnit unit) {
		return (at, gradient, progress) -> {
			final double[][] inputs = new double[OUTPUTS][], outputs = new double[OUTPUTS][COUNT];
			for (int j = 0; j < OUTPUTS; j++) {
				inputs[j] = Arrays.copyOfRange(at, j * COUNT, (j + 1) * COUNT);
				unit.apply(inputs[j], 0, COUNT, outputs[j]);
			}
			final double sum = error.evaluate(inputs, outputs, random(3), COUNT, unit);
			for (int j = 0; j < OUTPUTS; j++) System.arraycopy(inputs[j], 0, gradient, j * COUNT, COUNT);
			return sum;
		};
	}

	@ParameterizedTest
	@MethodSource("errors")
	void slopesAgreeWithDifferences(final OutputError error) {
		final double[] at = new SplittableRandom(5).doubles(OUTPUTS * COUNT, -2, 2).toArray();
		assertThat(GradientCheck.relativeDifference(byInputs(error, new LogisticUnit()), at)).isLessThan(1e-8);
		if (!(error instanceof NoisyLabels)) assertThat(GradientCheck.relativeDifference(byInputs(error, new LinearUnit()), at)).isLessThan(1e-9);
	}

	@Test
	void aGaussianErrorBeginsAsTheSquaredOneInUnitsOfTheVariance() {
		final double[][] ofGaussian = new double[OUTPUTS][COUNT], ofSquared = new double[OUTPUTS][COUNT];
		final double variance = 0.25, constant = OUTPUTS * Math.log(2 * Math.PI * variance) / 2;
		final double[][] signals = { { 1, 2, 2 }, { 2, 2, 3 }, { 1, 3, 3 }, { 2, 3, 2 } };
		final double sum = new GaussianError(1, 0.1).initial(signals).evaluate(ofGaussian, random(1), random(2), COUNT, new LogisticUnit());
		assertThat(sum - COUNT * constant).isCloseTo(new SquaredError().evaluate(ofSquared, random(1), random(2), COUNT, new LogisticUnit()) / variance, within(1e-12));
		for (int j = 0; j < OUTPUTS; j++) for (int i = 0; i < COUNT; i++) assertThat(ofGaussian[j][i]).isCloseTo(ofSquared[j][i] / variance, within(1e-14));
	}

	/** Any other covariance of no smaller eigenvalue has a smaller likelihood. */
	@Test
	void aSingularCovarianceIsRaisedToTheLikeliestThatIsAllowed() {
		final double[][] y = random(1), t = random(2);
		y[2] = new double[COUNT];
		t[2] = new double[COUNT];
		final double[] products = new double[OUTPUTS * OUTPUTS];
		for (int i = 0; i < COUNT; i++) for (int j = 0; j < OUTPUTS; j++) for (int k = 0; k < OUTPUTS; k++) products[j * OUTPUTS + k] += (y[j][i] - t[j][i]) * (y[k][i] - t[k][i]) / COUNT;
		final GaussianOutputs likeliest = GaussianOutputs.likeliest(products, OUTPUTS, 1e-3, Progress.NONE, 0);
		assertThat(likeliest.raisedEigenvalues()).isEqualTo(1);
		assertThat(likeliest.covariance()[8]).isCloseTo(1e-3, within(1e-12));
		final double sum = likeliest.evaluate(new double[OUTPUTS][COUNT], y, t, COUNT, new LinearUnit());
		for (int entry = 0; entry < 9; entry += 4) {
			final double[] other = likeliest.covariance();
			other[entry] += 1e-4;
			assertThat(GaussianOutputs.likeliest(other, OUTPUTS, 1e-9, Progress.NONE, 0).evaluate(new double[OUTPUTS][COUNT], y, t, COUNT, new LinearUnit())).isGreaterThan(sum);
		}
	}

	@Test
	void theLeastEigenvalueIsAShareOfTheSignalsVariance() {
		final double[][] signals = { { 1, 5 }, { 3, 5 }, { 5, 5 } };
		assertThat(new GaussianError(1, 0.3).leastEigenvalue(signals)).isCloseTo(0.3 * 8 / 6, within(1e-15));
		assertThatThrownBy(() -> new GaussianError(1, 0.3).leastEigenvalue(new double[][] { { 1, 2 }, { 1, 2 } })).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("all the same");
	}

	/** Without flips the error of a value that is wrong grows without bound, also where the output is 1 to rounding. */
	@Test
	void flipsBoundWhatAWrongValueCosts() {
		for (final double input : new double[] { 10, 45, 800 }) {
			assertThat(ofOne(new NoisyLabels(0), input, 0)[0]).isCloseTo(input, within(1e-4));
			assertThat(ofOne(new NoisyLabels(0), input, 0)[1]).isCloseTo(1, within(1e-4));
			assertThat(ofOne(new NoisyLabels(0.1), input, 0)[0]).isCloseTo(-Math.log(0.1), within(1e-3));
			assertThat(ofOne(new NoisyLabels(0.1), input, 0)[1]).isBetween(0.0, 1e-3);
			assertThat(ofOne(new NoisyLabels(0), -input, 1)[0]).isCloseTo(input, within(1e-4));
			assertThat(ofOne(new NoisyLabels(0), -input, 1)[1]).isCloseTo(-1, within(1e-4));
		}
	}

	private static double[] ofOne(final NoisyLabels error, final double input, final double target) {
		final double[][] inputs = { { input } }, outputs = new double[1][1];
		new LogisticUnit().apply(inputs[0], 0, 1, outputs[0]);
		final double sum = error.evaluate(inputs, outputs, new double[][] { { target } }, 1, new LogisticUnit());
		return new double[] { sum, inputs[0][0] };
	}

	@Test
	void eachErrorAsksForItsSignals() {
		final double[][] outside = { { 0, 1, 0, 1 }, { 0, 0, 1.5, 0 } };
		for (final ErrorFunction any : List.of(new SquaredError(), new GaussianError(1, 0.1), new TangentPropagation(1, PatchShape.square(2)))) any.require(outside);
		assertThatThrownBy(() -> new NoisyLabels(0.1).require(outside)).isInstanceOf(IllegalArgumentException.class).hasMessageContainingAll("from 0 to 1", "signal 2", "1.5");
		new GaussianError(1, 0.1).require(new double[1][2352]);
		assertThatThrownBy(() -> new GaussianError(1, 0.1).require(new double[1][2353])).isInstanceOf(IllegalArgumentException.class).hasMessageContainingAll("at most 2352", "got 2353");
		assertThatThrownBy(() -> new TangentPropagation(1, PatchShape.square(3)).require(outside)).isInstanceOf(IllegalArgumentException.class).hasMessageContainingAll("3 x 3", "9 values", "got 4");
	}

	@ParameterizedTest
	@ValueSource(doubles = { -0.1, 0.5, 1, Double.NaN })
	void aShareOfFlipsIsBelowAHalf(final double share) {
		assertThatThrownBy(() -> new NoisyLabels(share)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("flipProbability").hasMessageContaining("" + share);
	}

	@Test
	void optionsNameWhatIsWrong() {
		assertThatThrownBy(() -> new GaussianError(0, 0.1)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("turns").hasMessageContaining("0");
		for (final double floor : new double[] { 0, -1, 1.5, Double.NaN }) assertThatThrownBy(() -> new GaussianError(1, floor)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("floor").hasMessageContaining("" + floor);
		for (final double weight : new double[] { -1, Double.NaN, Double.POSITIVE_INFINITY })
			assertThatThrownBy(() -> new TangentPropagation(weight, PatchShape.square(4))).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("weight").hasMessageContaining("" + weight);
		assertThatThrownBy(() -> new TangentPropagation(1, null)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("shape");
		assertThatThrownBy(() -> new TangentPropagation(1, new PatchShape(1, 1, 5, 1))).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("more than 1 px");
	}
}
