package io.github.sparsej.autoencoder.error;

import static io.github.sparsej.linalg.DoubleMatrices.transposed;
import static io.github.sparsej.testing.Close.assertClose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.sparsej.autoencoder.net.GradientSums;
import io.github.sparsej.autoencoder.net.LinearUnit;
import io.github.sparsej.autoencoder.net.LogisticUnit;
import io.github.sparsej.autoencoder.net.SmoothUnit;
import io.github.sparsej.autoencoder.net.TwoLayerWeights;
import io.github.sparsej.testing.GoldenJson;
import io.github.sparsej.model.Progress;

/** The exercises of Bishop 2006, section 5, as numpy has them (golden/README.md). */
class ErrorGoldenTest {

	private static final GoldenJson GOLDEN = GoldenJson.golden("sigmoid-autoencoder/bishop.json");

	private static double[] flat(final double[][] rows) {
		return Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray();
	}

	@Test
	void gaussianErrorsOfFullCovariance() {
		final GoldenJson golden = GOLDEN.part("5.3");
		final double[][] t = transposed(golden.matrix("T")), y = transposed(golden.matrix("Y")), slopes = new double[2][6];
		final GaussianOutputs error = GaussianOutputs.likeliest(flat(golden.matrix("Sigma")), 2, 1e-9, Progress.NONE, 0);
		final double sum = error.evaluate(slopes, y, t, 6, new LinearUnit());
		assertThat(sum).as("minus the log-likelihood").isCloseTo(-golden.number("loglik"), within(1e-12));
		assertThat(sum - 6 * error.constant()).isCloseTo(golden.number("E"), within(1e-12));
		assertClose(flat(transposed(slopes)), flat(golden.matrix("dE_dY")), 1e-12);
	}

	@Test
	void theLikeliestCovarianceIsTheMeanProductOfResiduals() {
		final GoldenJson golden = GOLDEN.part("5.3");
		final double[][] t = transposed(golden.matrix("T")), y = transposed(golden.matrix("Y"));
		final double[] products = new double[4];
		for (int i = 0; i < 6; i++) for (int j = 0; j < 2; j++) for (int k = 0; k < 2; k++) products[2 * j + k] += (t[j][i] - y[j][i]) * (t[k][i] - y[k][i]) / 6;
		final GaussianOutputs likeliest = GaussianOutputs.likeliest(products, 2, 1e-9, Progress.NONE, 0);
		assertClose(likeliest.covariance(), flat(golden.matrix("Sigma_ML")), 1e-12);
		assertThat(likeliest.raisedEigenvalues()).isZero();
		final double sum = likeliest.evaluate(new double[2][6], y, t, 6, new LinearUnit());
		assertThat(sum).isCloseTo(-golden.number("loglik_at_Sigma_ML"), within(1e-12));
		assertThat(sum - 6 * likeliest.constant()).as("N K / 2").isCloseTo(6, within(1e-12));
	}

	@ParameterizedTest
	@ValueSource(strings = { "0", "0.05", "0.2" })
	void crossEntropyOfNoisyLabels(final String eps) {
		final GoldenJson golden = GOLDEN.part("5.4"), expected = golden.part("eps=" + eps);
		final double[][] inputs = { golden.vector("logit_a") }, outputs = new double[1][5], t = { golden.vector("t") };
		new LogisticUnit().apply(inputs[0], 0, 5, outputs[0]);
		assertThat(new NoisyLabels(Double.parseDouble(eps)).evaluate(inputs, outputs, t, 5, new LogisticUnit())).isCloseTo(expected.number("E"), within(1e-12));
		assertClose(inputs[0], expected.vector("dE_da"), 1e-12);
	}

	/** A net of 4, 3 and 2 units, tanh and linear, one signal. */
	@Test
	void tangentPropagation() {
		final GoldenJson golden = GOLDEN.part("5.26");
		final double[][] encoder = golden.matrix("W1"), decoder = transposed(golden.matrix("W2"));
		final double[] vector = new double[TwoLayerWeights.length(3, 4, 2)];
		System.arraycopy(flat(encoder), 0, vector, 0, 12);
		System.arraycopy(flat(decoder), 0, vector, 12, 6);
		System.arraycopy(golden.vector("b1"), 0, vector, 18, 3);
		System.arraycopy(golden.vector("b2"), 0, vector, 21, 2);
		final TwoLayerWeights weights = new TwoLayerWeights(vector, 3, 4, 2);
		final double[][] x = transposed(new double[][] { golden.vector("x") }), tau = transposed(new double[][] { golden.vector("tau") });
		final double[][] z = new double[3][1], y = new double[2][1];
		weights.encode(x, 1, z);
		for (int k = 0; k < 3; k++) new Tanh().apply(z[k], weights.encoderBias(k), 1, z[k]);
		weights.decode(z, 1, y);
		for (int j = 0; j < 2; j++) new LinearUnit().apply(y[j], weights.decoderBias(j), 1, y[j]);

		final double[] gradient = new double[vector.length];
		final double[][] outputSlopes = new double[2][1], hiddenSlopes = new double[3][1];
		final GradientSums sums = new GradientSums(3, 4, 2, 1);
		final double omega = new TangentPenalty(weights, new Tanh(), new LinearUnit(), z, y, 1).add(tau, 1, outputSlopes, hiddenSlopes, sums, gradient);
		sums.addToEncoder(hiddenSlopes, transposed(x), 1, gradient);
		GradientSums.addToBiases(hiddenSlopes, 1, gradient, weights.encoderBias());

		assertThat(omega).isCloseTo(golden.number("Omega"), within(1e-12));
		assertClose(flat(outputSlopes), golden.vector("gb2"), 0);
		assertClose(Arrays.copyOfRange(gradient, 0, 12), flat(golden.matrix("gW1")), 1e-12);
		assertClose(Arrays.copyOfRange(gradient, 12, 18), flat(transposed(golden.matrix("gW2"))), 1e-12);
		assertClose(Arrays.copyOfRange(gradient, 18, 21), golden.vector("gb1"), 1e-12);
	}

	private record Tanh() implements SmoothUnit {

		@Override
		public void apply(final double[] inputs, final double bias, final int count, final double[] values) {
			for (int i = 0; i < count; i++) {
				inputs[i] += bias;
				values[i] = Math.tanh(inputs[i]);
			}
		}

		@Override
		public double slope(final double value) {
			return 1 - value * value;
		}

		@Override
		public double curvature(final double value) {
			return -2 * value * (1 - value * value);
		}
	}
}
