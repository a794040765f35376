package io.github.sparsej.autoencoder.sigmoid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.github.sparsej.autoencoder.error.GaussianError;
import io.github.sparsej.autoencoder.error.GaussianOutputs;
import io.github.sparsej.autoencoder.error.NoisyLabels;
import io.github.sparsej.autoencoder.error.SquaredError;
import io.github.sparsej.autoencoder.error.TangentPropagation;
import io.github.sparsej.autoencoder.net.TwoLayerWeights;
import io.github.sparsej.encode.feedforward.Activation;
import io.github.sparsej.linalg.GradientCheck;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.PatchShape;
import io.github.sparsej.model.Progress;

class SigmoidObjectiveTest {

	private static final int UNITS = 3, LENGTH = 6;

	/** More than one block. */
	private static double[][] signals(final int count) {
		final SplittableRandom random = new SplittableRandom(1);
		return Stream.generate(() -> random.doubles(LENGTH, 0.1, 0.9).toArray()).limit(count).toArray(double[][]::new);
	}

	private static double[] weights() {
		return new SplittableRandom(2).doubles(TwoLayerWeights.length(UNITS, LENGTH, LENGTH), -1, 1).toArray();
	}

	static Stream<SigmoidOptions> everyError() {
		final SigmoidOptions options = new SigmoidOptions(UNITS, 0.2, 0.5, 0.01, 10, Activation.LOGISTIC, new SquaredError(), 0);
		final TangentPropagation tangents = new TangentPropagation(0.7, new PatchShape(3, 2, 1, 1));
		return Stream.of(options, options.withOutput(Activation.LINEAR), options.withError(new NoisyLabels(0.1)), options.withError(new NoisyLabels(0)), options.withError(tangents), options.withError(tangents).withOutput(Activation.LINEAR),
			options.withError(new GaussianError(2, 0.01)), options.withError(new GaussianError(2, 0.01)).withOutput(Activation.LINEAR));
	}

	private static SigmoidObjective objective(final SigmoidOptions options, final int count, final Parallel parallel) {
		final SigmoidObjective objective = new SigmoidObjective(options, signals(count), parallel);
		if (options.error() instanceof GaussianError) objective.setError(GaussianOutputs.likeliest(objective.residualProducts(weights(), Progress.NONE), LENGTH, 1e-6, Progress.NONE, 0));
		return objective;
	}

	@ParameterizedTest
	@MethodSource("everyError")
	void theGradientAgreesWithDifferences(final SigmoidOptions options) {
		assertThat(GradientCheck.relativeDifference(objective(options, 300, Parallel.SERIAL), weights())).isLessThan(1e-7);
	}

	@ParameterizedTest
	@MethodSource("everyError")
	void threadsDoNotChangeABit(final SigmoidOptions options) {
		final double[] gradient = new double[weights().length];
		final double value = objective(options, 17_000, Parallel.SERIAL).evaluate(weights(), gradient, Progress.NONE);
		for (final int threads : new int[] { 2, 8 }) {
			final double[] other = new double[gradient.length];
			assertThat(objective(options, 17_000, Parallel.of(threads)).evaluate(weights(), other, Progress.NONE)).isEqualTo(value);
			assertThat(other).isEqualTo(gradient);
		}
	}

	/** With a tangent weight of 0 it is the squared error; with another one more than that. */
	@Test
	void tangentsAddToTheSquaredError() {
		final SigmoidOptions options = everyError().findFirst().orElseThrow();
		final double[] gradient = new double[weights().length];
		final double squared = objective(options, 300, Parallel.SERIAL).evaluate(weights(), gradient, Progress.NONE);
		final PatchShape shape = new PatchShape(3, 2, 1, 1);
		assertThat(objective(options.withError(new TangentPropagation(0, shape)), 300, Parallel.SERIAL).evaluate(weights(), gradient, Progress.NONE)).isEqualTo(squared);
		final double once = objective(options.withError(new TangentPropagation(1, shape)), 300, Parallel.SERIAL).evaluate(weights(), gradient, Progress.NONE);
		final double twice = objective(options.withError(new TangentPropagation(2, shape)), 300, Parallel.SERIAL).evaluate(weights(), gradient, Progress.NONE);
		assertThat(once).isGreaterThan(squared);
		assertThat(twice - once).isCloseTo(once - squared, within(1e-12));
	}

	/** Omega against outputs of signals that were moved along a tangent. */
	@Test
	void thePenaltyOnTangentsIsHowMuchOutputsChangeAlongThem() {
		final SigmoidOptions options = everyError().findFirst().orElseThrow();
		final PatchShape shape = new PatchShape(3, 2, 1, 1);
		final double[][] signal = { { 0.1, 0.4, 0.3, 0.8, 0.5, 0.2 } };
		final double[] gradient = new double[weights().length];
		final double penalty = new SigmoidObjective(options.withError(new TangentPropagation(1, shape)), signal, Parallel.SERIAL).evaluate(weights(), gradient, Progress.NONE)
			- new SigmoidObjective(options, signal, Parallel.SERIAL).evaluate(weights(), gradient, Progress.NONE);
		final double[] x = { 0.3, 0.1, -0.1, -0.3, -0.3, -0.3 }, y = { 0.7, 0.1, -0.1, 0.7, 0.1, -0.1 };
		final double radius = Math.sqrt(11 / 12.0);
		double expected = 0;
		for (int tangent = 0; tangent < 4; tangent++) {
			final double[] tau = new double[6];
			for (int i = 0; i < 6; i++) {
				final double u = (i % 3 - 1) / radius, v = (i / 3 - 0.5) / radius;
				tau[i] = tangent == 0 ? x[i] : tangent == 1 ? y[i] : tangent == 2 ? u * y[i] - v * x[i] : u * x[i] + v * y[i];
			}
			final double[][] moved = { signal[0].clone(), signal[0].clone() };
			for (int i = 0; i < 6; i++) {
				moved[0][i] += 1e-5 * tau[i];
				moved[1][i] -= 1e-5 * tau[i];
			}
			final double[][] outputs = new SigmoidObjective(options, moved, Parallel.SERIAL).outputs(weights(), Progress.NONE);
			for (int i = 0; i < 6; i++) expected += 0.5 * Math.pow((outputs[0][i] - outputs[1][i]) / 2e-5, 2);
		}
		assertThat(penalty).isCloseTo(expected, within(1e-8));
	}

	@Test
	void residualProductsAreTheirMean() {
		final SigmoidOptions options = everyError().findFirst().orElseThrow();
		final double[][] signals = signals(300), outputs = new SigmoidObjective(options, signals, Parallel.SERIAL).outputs(weights(), Progress.NONE);
		final double[] products = new SigmoidObjective(options, signals, Parallel.SERIAL).residualProducts(weights(), Progress.NONE);
		for (int j = 0; j < LENGTH; j++)
			for (int k = 0; k < LENGTH; k++) {
				double sum = 0;
				for (int i = 0; i < 300; i++) sum += (outputs[i][j] - signals[i][j]) * (outputs[i][k] - signals[i][k]);
				assertThat(products[j * LENGTH + k]).isCloseTo(sum / 300, within(1e-12));
			}
	}

	/** A unit that is always on or off: the cost is finite, and the slope draws it back. */
	@Test
	void aSaturatedUnitIsDrawnBack() {
		final SigmoidOptions options = everyError().findFirst().orElseThrow();
		for (final double bias : new double[] { -30, 30, -1000, 1000 }) {
			final double[] weights = weights(), gradient = new double[weights.length];
			final int at = new TwoLayerWeights(weights, UNITS, LENGTH, LENGTH).encoderBias();
			weights[at] = bias;
			assertThat(new SigmoidObjective(options, signals(50), Parallel.SERIAL).evaluate(weights, gradient, Progress.NONE)).isFinite();
			assertThat(gradient).doesNotContain(Double.NaN);
			if (Math.abs(bias) == 30) assertThat(gradient[at] * bias).as("the bias falls in size along the descent").isPositive();
		}
	}

	@Test
	void itStopsInTheMidstOfAnEvaluation() {
		final SigmoidObjective objective = objective(everyError().findFirst().orElseThrow(), 3000, Parallel.SERIAL);
		for (final double end : new double[] { 0, 0.1, 0.6 })
			assertThatThrownBy(() -> objective.evaluate(weights(), new double[weights().length], (fraction, what) -> fraction < end)).isInstanceOf(CancellationException.class);
	}
}
