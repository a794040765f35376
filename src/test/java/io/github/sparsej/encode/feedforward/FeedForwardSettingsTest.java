package io.github.sparsej.encode.feedforward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;

import org.junit.jupiter.api.Test;

import io.github.sparsej.model.Dictionary;
import io.github.sparsej.model.PatchShape;

/** A network of 2 units for signals of 3 values. */
class FeedForwardSettingsTest {

	private final float[] encoder = { 1, 2, 3, 4, 5, 6 };
	private final double[] encoderBias = { 0.1, 0.2 }, norms = { 1, 2 }, decoderBias = { 0, 0, 0 };

	private FeedForwardSettings network(final Activation hidden, final Activation output) {
		return new FeedForwardSettings(encoder, encoderBias, hidden, norms, decoderBias, output);
	}

	private void refused(final String said) {
		assertThatIllegalArgumentException().isThrownBy(() -> network(Activation.RELU, Activation.LINEAR)).withMessageContaining(said);
	}

	@Test
	void equalWhereAllPartsAre() {
		final FeedForwardSettings network = network(Activation.RELU, Activation.LINEAR), again = network(Activation.RELU, Activation.LINEAR);
		assertThat(again).isEqualTo(network).hasSameHashCodeAs(network);
		assertThat(network).isNotEqualTo("network").isNotEqualTo(network(Activation.LOGISTIC, Activation.LINEAR)).isNotEqualTo(network(Activation.RELU, Activation.LOGISTIC)).isNotEqualTo(network.withEnergy(new EnergyWeights(1, 2)));
		for (final double[] part : new double[][] { encoderBias, norms, decoderBias }) {
			final double before = part[1];
			part[1] = 7;
			assertThat(network(Activation.RELU, Activation.LINEAR)).isNotEqualTo(network);
			part[1] = before;
			assertThat(network(Activation.RELU, Activation.LINEAR)).isEqualTo(network);
		}
		encoder[5]++;
		assertThat(network(Activation.RELU, Activation.LINEAR)).isNotEqualTo(network);
	}

	@Test
	void linearWhereAPatchIsASumOfAtoms() {
		assertThat(network(Activation.RELU, Activation.LINEAR).isLinear()).isTrue();
		assertThat(network(Activation.RELU, Activation.LOGISTIC).isLinear()).isFalse();
		decoderBias[2] = 1e-300;
		assertThat(network(Activation.RELU, Activation.LINEAR).isLinear()).isFalse();
	}

	@Test
	void codesAreNonnegativeUnlessUnitsAreLinear() {
		assertThat(network(Activation.RELU, Activation.LINEAR).nonnegative()).isTrue();
		assertThat(network(Activation.LOGISTIC, Activation.LINEAR).nonnegative()).isTrue();
		assertThat(network(Activation.LINEAR, Activation.LINEAR).nonnegative()).isFalse();
	}

	@Test
	void sizesFitAndValuesAreFinite() {
		assertThatIllegalArgumentException().isThrownBy(() -> new FeedForwardSettings(new float[0], new double[0], Activation.RELU, new double[0], decoderBias, Activation.LINEAR)).withMessageContaining("got 0 and 3");
		assertThatIllegalArgumentException().isThrownBy(() -> new FeedForwardSettings(new float[0], encoderBias, Activation.RELU, norms, new double[0], Activation.LINEAR)).withMessageContaining("got 2 and 0");
		assertThatIllegalArgumentException().isThrownBy(() -> new FeedForwardSettings(new float[5], encoderBias, Activation.RELU, norms, decoderBias, Activation.LINEAR)).withMessageContaining("2 x 3 values, got 5");
		assertThatIllegalArgumentException().isThrownBy(() -> new FeedForwardSettings(encoder, encoderBias, Activation.RELU, new double[1], decoderBias, Activation.LINEAR)).withMessageContaining("2 units need as many atom norms, got 1");
		encoder[3] = Float.NaN;
		refused("the encoder has a value that is NaN");
		encoder[3] = 0;
		norms[1] = -1;
		refused("atom norms must be finite and 0 or more, got -1.0");
		norms[1] = 0;
		encoderBias[0] = Double.POSITIVE_INFINITY;
		refused("the encoder bias must be finite, got Infinity");
	}

	@Test
	void fitsADictionaryOfItsSize() {
		final FeedForwardSettings network = network(Activation.RELU, Activation.LINEAR);
		network.requireFit(Dictionary.normalized(new PatchShape(3, 1, 1, 1), 2, new float[] { 1, 1, 1, 1, 1, 1 }));
		for (final int[] size : new int[][] { { 3, 3 }, { 2, 4 } }) {
			final float[] ones = new float[size[0] * size[1]];
			Arrays.fill(ones, 1);
			assertThatIllegalArgumentException().isThrownBy(() -> network.requireFit(Dictionary.normalized(new PatchShape(size[1], 1, 1, 1), size[0], ones)))
				.withMessage("a network of 2 units for signals of length 3 does not fit " + size[0] + " atoms of length " + size[1]);
		}
	}

	@Test
	void aNetworkInFloat64IsAsStrict() {
		final double[][] rows = { { 1, 2, 3 }, { 4, 5, 6 } }, narrow = { { 1, 2, 3 }, { 4, 5 } }, one = { { 1, 2, 3 } }, odd = { { 1, 2, 3 }, { 4, Double.NaN, 6 } };
		for (final double[][] wrong : new double[][][] { narrow, one, odd }) {
			final String said = wrong == odd ? "values that are NaN or infinite" : "needs 2 rows of 3 values";
			assertThatIllegalArgumentException().isThrownBy(() -> new FeedForward(wrong, encoderBias, Activation.RELU, rows, decoderBias, Activation.LINEAR)).withMessage("the encoder " + (wrong == odd ? "has " : "") + said);
			assertThatIllegalArgumentException().isThrownBy(() -> new FeedForward(rows, encoderBias, Activation.RELU, wrong, decoderBias, Activation.LINEAR)).withMessage("the decoder " + (wrong == odd ? "has " : "") + said);
		}
		assertThatIllegalArgumentException().isThrownBy(() -> new FeedForward(new double[0][], new double[0], Activation.RELU, new double[0][], decoderBias, Activation.LINEAR)).withMessageContaining("got 0 and 3");
		assertThatIllegalArgumentException().isThrownBy(() -> new FeedForward(rows, encoderBias, Activation.RELU, rows, new double[0], Activation.LINEAR)).withMessageContaining("got 2 and 0");
	}
}
