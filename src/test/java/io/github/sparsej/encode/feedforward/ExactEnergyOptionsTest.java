package io.github.sparsej.encode.feedforward;

import static io.github.sparsej.encode.Fixtures.gaussian;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

import io.github.sparsej.encode.Fixtures;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.PatchShape;
import io.github.sparsej.model.Progress;
import io.github.sparsej.model.Signals;
import io.github.sparsej.model.SparseCodes;

class ExactEnergyOptionsTest {

	private static final int UNITS = 9, LENGTH = 4;
	private static final double DATA = 7, ENCODER = 3;

	private static FeedForwardModel model() {
		final double[][] encoder = new double[UNITS][LENGTH], decoder = new double[UNITS][LENGTH];
		final float[] random = gaussian(2 * UNITS * LENGTH, 1);
		for (int i = 0, k = 0; i < UNITS; i++)
			for (int j = 0; j < LENGTH; j++) {
				encoder[i][j] = 0.3 * random[k++];
				decoder[i][j] = i == 5 ? 0 : (0.2 + 0.1 * i) * random[k++];
			}
		return FeedForwardModel.of(new FeedForward(encoder, new double[UNITS], Activation.LINEAR, decoder, new double[LENGTH], Activation.LINEAR), PatchShape.square(2)).withEnergy(new EnergyWeights(DATA, ENCODER));
	}

	private static double energy(final FeedForward network, final Signals x, final int row, final double[] z) {
		double data = 0, code = 0, absolute = 0;
		for (int j = 0; j < LENGTH; j++) {
			double rest = x.value(row, j);
			for (int i = 0; i < UNITS; i++) rest -= z[i] * network.decoder(i)[j];
			data += rest * rest;
		}
		for (int i = 0; i < UNITS; i++) {
			double foretold = 0;
			for (int j = 0; j < LENGTH; j++) foretold += network.encoder(i)[j] * x.value(row, j);
			code += (z[i] - foretold) * (z[i] - foretold);
			absolute += Math.abs(z[i]);
		}
		return DATA / 2 * data + ENCODER / 2 * code + absolute;
	}

	/** Of coefficients |D_j| z_j; what unit 5 writes nothing by does not show, and is at its own minimum. */
	@Test
	void codesHaveTheLeastEnergyOfThisNetwork() {
		final FeedForwardModel model = model();
		final FeedForward network = model.settings().network(model.dictionary());
		final Signals x = Fixtures.signals(40, LENGTH, 3);
		final SparseCodes codes = new ExactEnergyOptions(model.settings()).encoder(null, Parallel.of(2)).prepare(model.dictionary()).encode(x, Progress.NONE);
		assertThat(codes.nonzeros()).isBetween(40, 40 * (UNITS - 2));
		for (int row = 0; row < x.count(); row++) {
			final double[] z = new double[UNITS];
			final float[] dense = codes.dense(row);
			for (int i = 0; i < UNITS; i++) z[i] = i == 5 ? alone(network, x, row) : dense[i] / model.settings().atomNorms()[i];
			final double least = energy(network, x, row, z);
			for (int i = 0; i < UNITS; i++)
				for (final double step : new double[] { -0.01, 0.01 }) {
					final double[] other = z.clone();
					other[i] += step;
					assertThat(energy(network, x, row, other)).isGreaterThan(least);
				}
		}
	}

	/** A unit that writes nothing has its minimum at what the encoder says, less its threshold. */
	private static double alone(final FeedForward network, final Signals x, final int row) {
		double foretold = 0;
		for (int j = 0; j < LENGTH; j++) foretold += network.encoder(5)[j] * x.value(row, j);
		return Math.signum(foretold) * Math.max(0, Math.abs(foretold) - 1 / ENCODER);
	}

	@Test
	void optionsTellWhatTheyAre() {
		final ExactEnergyOptions options = new ExactEnergyOptions(model().settings());
		assertThat(options.isLinear()).isTrue();
		assertThat(options.name()).isEqualTo("Energy");
		assertThat(options.nonnegative()).isFalse();
		assertThat(options.mostNonzeros(UNITS)).isEqualTo(UNITS);
	}

	@Test
	void otherNetworksHaveNone() {
		final FeedForwardSettings without = FeedForwardModel.of(model().settings().network(model().dictionary()), PatchShape.square(2)).settings();
		assertThatIllegalArgumentException().isThrownBy(() -> new ExactEnergyOptions(without)).withMessageContaining("no energy auto-encoder");
	}
}
