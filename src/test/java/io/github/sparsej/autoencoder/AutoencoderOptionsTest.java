package io.github.sparsej.autoencoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

import io.github.sparsej.autoencoder.energy.EnergyOptions;
import io.github.sparsej.autoencoder.energy.EnergyVariant;
import io.github.sparsej.autoencoder.relu.ReluOptions;
import io.github.sparsej.encode.feedforward.Activation;
import io.github.sparsej.encode.feedforward.EnergyWeights;
import io.github.sparsej.encode.feedforward.FeedForward;
import io.github.sparsej.encode.feedforward.FeedForwardModel;
import io.github.sparsej.model.PatchShape;
import io.github.sparsej.model.Provenance;
import io.github.sparsej.model.Signals;
import io.github.sparsej.model.SparseModel;
import io.github.sparsej.whiten.NoFilter;
import io.github.sparsej.whiten.PatchCentering;

/** What auto-encoders are given, and what they say of it before they begin and in the model. */
class AutoencoderOptionsTest {

	private static final PatchShape SHAPE = new PatchShape(2, 1, 1, 1);

	@Test
	void signalsAreTheWhitenedPatches() {
		final Signals patches = Signals.of(2, 2, new float[] { 1, 3, 5, 1 });
		final AutoencoderData data = new AutoencoderData(patches, SHAPE, NoFilter.INSTANCE, PatchCentering.INSTANCE);
		assertThat(data.signals()).isDeepEqualTo(new double[][] { { -1, 1 }, { 2, -2 } });
		assertThat(data.signals()).isNotSameAs(data.signals());
		assertThat(patches.values()).containsExactly(1, 3, 5, 1);
		assertThat(data.inWords()).containsEntry("patch", "2 x 1").containsEntry("patches", "2").containsEntry("whitening", PatchCentering.NAME);
		assertThat(AutoencoderData.bytesNeeded(1L << 20, 1L << 12)).isEqualTo(12L << 32);
		assertThatIllegalArgumentException().isThrownBy(() -> new AutoencoderData(patches, PatchShape.square(2), NoFilter.INSTANCE, PatchCentering.INSTANCE)).withMessage("patches of 2 values are none of 2 x 2");
	}

	@Test
	void theModelTreatsPatchesAsTheSignalsWere() {
		final AutoencoderData data = new AutoencoderData(Signals.zeros(1, 2), SHAPE, NoFilter.INSTANCE, PatchCentering.INSTANCE);
		final FeedForwardModel network = FeedForwardModel.of(new FeedForward(new double[][] { { 1, 2 } }, new double[1], Activation.RELU, new double[][] { { 3, 4 } }, new double[2], Activation.LINEAR), SHAPE);
		final SparseModel model = data.model(network, Provenance.UNKNOWN);
		assertThat(model.whitening()).isEqualTo(PatchCentering.INSTANCE);
		assertThat(model.dictionary().toArray()).containsExactly(0.6f, 0.8f);
		assertThat(model.encoder()).isEqualTo(network.settings());
		assertThat(model.homeostasis().isNeutral()).isTrue();
	}

	@Test
	void optionsOfEnergyAutoencodersInWordsAndBytes() {
		final EnergyOptions options = new EnergyOptions(200, 10, 5, 20, 1e-3, 150, EnergyVariant.AS_PUBLISHED, 42);
		assertThat(options.weights()).isEqualTo(new EnergyWeights(10, 5));
		assertThat(options.inWords().values()).containsExactly("200", "10.0", "5.0", "20", "0.001", "150", "As published");
		assertThat(options.bytesNeeded(100_000_000, 144)).as("beyond 32 bits").isEqualTo(8L * (9L * 100_000_000 * 200 + 24L * 200 * 200));
	}

	@Test
	void memoryOfReluAutoencodersIsThatOfTheirMatricesAndABatch() {
		final ReluOptions options = new ReluOptions(300, 0.1, 0, 0, 0.1, 0.9, 0.99, 1e-8, 50, 10, 10, 1);
		assertThat(options.bytesNeeded(20, 144)).isEqualTo(8L * (9 * 300 * 144 + 20 * (4 * 144 + 4 * 300)));
		assertThat(options.bytesNeeded(1 << 30, 144)).as("a batch is at most as large as was said").isEqualTo(8L * (9 * 300 * 144 + 50 * (4 * 144 + 4 * 300)));
	}
}
