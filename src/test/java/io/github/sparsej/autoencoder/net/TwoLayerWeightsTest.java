package io.github.sparsej.autoencoder.net;

import static io.github.sparsej.testing.Close.assertClose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import java.util.stream.DoubleStream;

import org.junit.jupiter.api.Test;

import io.github.sparsej.encode.feedforward.Activation;
import io.github.sparsej.encode.feedforward.FeedForward;

class TwoLayerWeightsTest {

	private static final int UNITS = 2, INPUTS = 3, OUTPUTS = 4;

	/** E, D, b, a in this order. */
	private static TwoLayerWeights counting() {
		return new TwoLayerWeights(DoubleStream.iterate(1, i -> i + 1).limit(TwoLayerWeights.length(UNITS, INPUTS, OUTPUTS)).toArray(), UNITS, INPUTS, OUTPUTS);
	}

	@Test
	void theVectorHoldsBothMatricesAndThenBothBiases() {
		final TwoLayerWeights weights = counting();
		assertThat(weights.decoder()).isEqualTo(6);
		assertThat(weights.encoderBias()).isEqualTo(14);
		assertThat(weights.decoderBias()).isEqualTo(16);
		assertThat(weights.encoderBias(1)).isEqualTo(16);
		assertThat(weights.decoderBias(3)).isEqualTo(20);
		assertThat(weights.vector()).hasSize(20);
	}

	@Test
	void productsAreThoseOfTheMatrices() {
		final double[][] x = { { 1, 0 }, { 10, 0 }, { 100, 1 } }, hidden = new double[2][2];
		counting().encode(x, 2, hidden);
		assertThat(hidden[0]).containsExactly(1 + 20 + 300, 3);
		assertThat(hidden[1]).containsExactly(4 + 50 + 600, 6);
		final double[][] outputs = new double[4][2];
		counting().decode(new double[][] { { 1, 0 }, { 100, 1 } }, 2, outputs);
		assertThat(outputs[0]).containsExactly(7 + 1100, 11);
		assertThat(outputs[3]).containsExactly(10 + 1400, 14);
		counting().decodeBack(new double[][] { { 1, 0 }, { 10, 0 }, { 0, 0 }, { 0, 1 } }, 2, hidden);
		assertThat(hidden[0]).containsExactly(7 + 80, 10);
		assertThat(hidden[1]).containsExactly(11 + 120, 14);
	}

	@Test
	void gradientsOfTheMatricesStandInTheirPlaces() {
		final double[] gradient = new double[20];
		final GradientSums sums = new GradientSums(UNITS, INPUTS, OUTPUTS, 5);
		sums.addToEncoder(new double[][] { { 1, 2, 9 }, { 0, 1, 9 } }, new double[][] { { 1, 2, 3 }, { 10, 20, 30 } }, 2, gradient);
		sums.addToDecoder(new double[][] { { 1, 0, 9 }, { 0, 1, 9 } }, new double[][] { { 1, 2, 3, 4 }, { 5, 6, 7, 8 } }, 2, gradient);
		GradientSums.addToBiases(new double[][] { { 1, 2, 9 }, { 3, 4, 9 } }, 2, gradient, 14);
		sums.addToEncoder(new double[][] { { 1 }, { 1 } }, new double[][] { { 0, 0, 0.5 } }, 1, gradient);
		assertThat(gradient).containsExactly(21, 42, 63.5, 10, 20, 30.5, 1, 2, 3, 4, 5, 6, 7, 8, 3, 7, 0, 0, 0, 0);
	}

	@Test
	void aNetComesBackAsItWas() {
		final SplittableRandom random = new SplittableRandom(1);
		final double[][] encoder = { random.doubles(3).toArray(), random.doubles(3).toArray() }, decoder = { random.doubles(3).toArray(), random.doubles(3).toArray() };
		final FeedForward network = new FeedForward(encoder, random.doubles(2).toArray(), Activation.LOGISTIC, decoder, random.doubles(3).toArray(), Activation.LINEAR);
		final FeedForward back = TwoLayerWeights.of(network).network(network.hidden(), network.output());
		for (int k = 0; k < 2; k++) {
			assertThat(back.encoder(k)).isEqualTo(encoder[k]);
			assertThat(back.decoder(k)).isEqualTo(decoder[k]);
		}
		assertThat(back.encoderBias()).isEqualTo(network.encoderBias());
		assertThat(back.decoderBias()).isEqualTo(network.decoderBias());
		final double[][] outputs = new double[3][1];
		TwoLayerWeights.of(network).decode(new double[][] { { 1 }, { 0 } }, 1, outputs);
		assertClose(new double[] { outputs[0][0], outputs[1][0], outputs[2][0] }, decoder[0], 0);
	}

	@Test
	void aVectorOfAnotherLengthIsRefused() {
		assertThatThrownBy(() -> new TwoLayerWeights(new double[19], UNITS, INPUTS, OUTPUTS)).isInstanceOf(IllegalArgumentException.class).hasMessageContainingAll("20 weights", "got 19");
		assertThatThrownBy(() -> TwoLayerWeights.length(1 << 20, 1 << 11, 1 << 11)).isInstanceOf(IllegalArgumentException.class).hasMessageContainingAll("too many weights", "4296017920");
	}

	@Test
	void unitsAddTheirBiasFirst() {
		for (final SmoothUnit unit : new SmoothUnit[] { new LinearUnit(), new LogisticUnit() }) {
			final double[] inputs = { 1, -2, 7 }, values = new double[3];
			unit.apply(inputs, 0.5, 2, values);
			assertThat(inputs).containsExactly(1.5, -1.5, 7);
			for (int i = 0; i < 2; i++) {
				final double a = inputs[i], h = 1e-4;
				final double[] near = { a + h, a, a - h };
				unit.apply(near, 0, 3, near);
				assertThat(near[1]).isEqualTo(values[i]);
				assertClose(new double[] { (near[0] - near[2]) / (2 * h), (near[0] - 2 * near[1] + near[2]) / (h * h) }, new double[] { unit.slope(values[i]), unit.curvature(values[i]) }, 1e-7);
			}
			assertThat(values[2]).isZero();
		}
	}
}
