package io.github.sparsej.encode.feedforward;

import static io.github.sparsej.encode.Fixtures.gaussian;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.github.sparsej.encode.Encoder;
import io.github.sparsej.encode.EncoderContract;
import io.github.sparsej.encode.Fixtures;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.PatchShape;
import io.github.sparsej.model.Progress;
import io.github.sparsej.model.Signals;
import io.github.sparsej.model.SparseCodes;
import io.github.sparsej.model.StopReason;

/** The contract holds for a network that thresholds the correlations with the atoms: E = D, one negative bias for all. */
class FeedForwardEncoderTest extends EncoderContract {

	private static final int UNITS = 7;

	private static double[] doubles(final int count, final long seed) {
		final float[] values = gaussian(count, seed);
		final double[] doubles = new double[count];
		Arrays.setAll(doubles, i -> values[i]);
		return doubles;
	}

	/** A network with weights of its own everywhere; unit 3 writes nothing. */
	private static FeedForward network(final int length, final Activation hidden, final Activation output) {
		final double[][] encoder = new double[UNITS][], decoder = new double[UNITS][];
		for (int i = 0; i < UNITS; i++) {
			encoder[i] = doubles(length, i);
			decoder[i] = i == 3 ? new double[length] : Arrays.stream(doubles(length, 100 + i)).map(v -> 3 * v).toArray();
		}
		return new FeedForward(encoder, doubles(UNITS, 50), hidden, decoder, doubles(length, 51), output);
	}

	private static double[] reconstructed(final FeedForward network, final double[] z) {
		final double[] sum = network.decoderBias();
		for (int i = 0; i < z.length; i++) for (int j = 0; j < sum.length; j++) sum[j] += z[i] * network.decoder(i)[j];
		return Arrays.stream(sum).map(network.output()::of).toArray();
	}

	private static double[] hidden(final FeedForward network, final Signals signals, final int row) {
		final double[] z = network.encoderBias();
		for (int i = 0; i < z.length; i++) {
			for (int j = 0; j < signals.length(); j++) z[i] += network.encoder(i)[j] * signals.value(row, j);
			z[i] = network.hidden().of(z[i]);
		}
		return z;
	}

	@Override
	protected Encoder encoder(final double scale, final Parallel parallel) {
		return atoms -> {
			final double[] bias = new double[atoms.atomCount()], norms = new double[atoms.atomCount()];
			Arrays.fill(bias, -0.8 * scale);
			Arrays.fill(norms, 1);
			return new FeedForwardEncoder(new FeedForwardSettings(atoms.toArray(), bias, Activation.RELU, norms, new double[atoms.signalLength()], Activation.LINEAR), parallel).prepare(atoms);
		};
	}

	@Override
	protected boolean firstOfEqualAtomsIsTaken() {
		return false;
	}

	@ParameterizedTest
	@EnumSource
	void codesAndWhatTheyStandForAreThoseOfTheNetwork(final Activation activation) {
		for (final Activation output : Activation.values()) {
			final FeedForward network = network(LENGTH, activation, output);
			final FeedForwardModel model = FeedForwardModel.of(network, dictionary.shape());
			final SparseCodes codes = model.settings().encoder(null, Parallel.of(2)).prepare(model.dictionary()).encode(signals, Progress.NONE);
			final Signals back = model.settings().output(codes.decode(model.dictionary()));
			for (int row = 0; row < signals.count(); row++) {
				final double[] z = hidden(network, signals, row), expected = reconstructed(network, z);
				final float[] code = codes.dense(row);
				for (int i = 0; i < UNITS; i++) assertThat((double) code[i]).isCloseTo(z[i] * Fixtures.norm(network.decoder(i)), within(1e-3));
				for (int j = 0; j < LENGTH; j++) assertThat((double) back.value(row, j)).isCloseTo(expected[j], within(1e-3));
			}
		}
	}

	@Test
	void zeroCoefficientsAreLeftOut() {
		final FeedForwardModel model = FeedForwardModel.of(network(LENGTH, Activation.RELU, Activation.LINEAR), dictionary.shape());
		final SparseCodes codes = model.settings().encoder(null, Parallel.SERIAL).prepare(model.dictionary()).encode(signals, Progress.NONE);
		assertThat(codes.nonzeros()).isBetween(signals.count(), signals.count() * (UNITS - 2));
		for (int k = 0; k < codes.nonzeros(); k++) {
			assertThat(codes.coefficient(k)).isPositive();
			assertThat(codes.atom(k)).isNotEqualTo(3);
		}
		assertThat(codes.count(StopReason.CONVERGED)).isEqualTo(signals.count());
	}

	@Test
	void aUnitThatWritesNothingHasAnAtomOfEqualValuesAndNoNorm() {
		final FeedForwardModel model = FeedForwardModel.of(network(4, Activation.RELU, Activation.LINEAR), new PatchShape(2, 2, 1, 1));
		assertThat(model.dictionary().atom(3)).containsExactly(0.5f, 0.5f, 0.5f, 0.5f);
		assertThat(model.settings().atomNorms()[3]).isZero();
		assertThat(model.settings().network(model.dictionary()).decoder(3)).containsOnly(0);
	}

	@Test
	void theNetworkComesBackRoundedToFloat32() {
		final FeedForward network = network(LENGTH, Activation.LOGISTIC, Activation.RELU);
		final FeedForwardModel model = FeedForwardModel.of(network, dictionary.shape());
		final FeedForward back = model.settings().network(model.dictionary());
		for (int i = 0; i < UNITS; i++) {
			assertThat(back.encoder(i)).containsExactly(network.encoder(i));
			assertThat(back.decoder(i)).containsExactly(network.decoder(i), within(1e-6));
		}
		assertThat(back.encoderBias()).containsExactly(network.encoderBias());
		assertThat(back.decoderBias()).containsExactly(network.decoderBias());
		assertThat(back.hidden()).isEqualTo(Activation.LOGISTIC);
		assertThat(back.output()).isEqualTo(Activation.RELU);
	}

	@Test
	void settingsTellWhatTheyAre() {
		final FeedForwardSettings settings = FeedForwardModel.of(network(LENGTH, Activation.RELU, Activation.LINEAR), dictionary.shape()).settings();
		assertThat(settings.name()).isEqualTo("Feed-forward");
		assertThat(settings.isLinear()).isFalse();
		assertThat(settings.nonnegative()).isTrue();
		assertThat(settings.mostNonzeros(UNITS)).isEqualTo(UNITS);
		assertThat(settings.energy()).isEmpty();
		final FeedForwardSettings energy = settings.withEnergy(new EnergyWeights(10, 5));
		assertThat(energy.energy()).contains(new EnergyWeights(10, 5));
		assertThat(energy).isNotEqualTo(settings).isEqualTo(settings.withEnergy(new EnergyWeights(10, 5))).hasSameHashCodeAs(settings.withEnergy(new EnergyWeights(10, 5)));
	}

	@Test
	void whatDoesNotFitIsRefusedNamingIt() {
		final FeedForward network = network(LENGTH, Activation.RELU, Activation.LINEAR);
		assertThatIllegalArgumentException().isThrownBy(() -> FeedForwardModel.of(network, PatchShape.square(4))).withMessageContainingAll("" + LENGTH, "4 x 4");
		final FeedForwardSettings settings = FeedForwardModel.of(network, dictionary.shape()).settings();
		assertThatIllegalArgumentException().isThrownBy(() -> settings.encoder(null, Parallel.SERIAL).prepare(dictionary)).withMessageContainingAll("7 units", ATOMS + " atoms");
		final Activation relu = Activation.RELU;
		assertThatIllegalArgumentException().isThrownBy(() -> new FeedForwardSettings(new float[6], new double[2], relu, new double[2], new double[4], relu)).withMessageContainingAll("2 x 4", "6");
		assertThatIllegalArgumentException().isThrownBy(() -> new FeedForwardSettings(new float[8], new double[2], relu, new double[3], new double[4], relu)).withMessageContainingAll("2 units", "3");
		assertThatIllegalArgumentException().isThrownBy(() -> new FeedForwardSettings(new float[8], new double[2], relu, new double[] { 1, -1 }, new double[4], relu)).withMessageContaining("-1");
		assertThatIllegalArgumentException().isThrownBy(() -> new FeedForwardSettings(new float[8], new double[] { 1, Double.NaN }, relu, new double[2], new double[4], relu)).withMessageContaining("NaN");
		assertThatIllegalArgumentException().isThrownBy(() -> new FeedForwardSettings(new float[] { Float.POSITIVE_INFINITY }, new double[1], relu, new double[1], new double[1], relu)).withMessageContaining("infinite");
		assertThatIllegalArgumentException().isThrownBy(() -> new FeedForwardSettings(new float[0], new double[0], relu, new double[0], new double[1], relu)).withMessageContaining("at least 1 unit");
		assertThatIllegalArgumentException().isThrownBy(() -> new EnergyWeights(0, 1)).withMessageContainingAll("dataLambda", "0");
		assertThatIllegalArgumentException().isThrownBy(() -> new EnergyWeights(1, Double.NaN)).withMessageContainingAll("encoderLambda", "NaN");
	}
}
