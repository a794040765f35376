package io.github.sparsej.convolve.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.Dictionary;
import io.github.sparsej.model.PatchShape;
import io.github.sparsej.model.Progress;
import io.github.sparsej.model.Volume;
import io.github.sparsej.testing.Npy;

/** 500 epochs of the published system on ten photographs of 65 x 65 px, from its own first atoms. */
class PublishedRunTest {

	private static final String RUN = "champ/n10_K20_w9_HAP/";
	private static final int SIDE = 65;

	private static List<Volume> images() {
		final float[] all = Npy.reference(RUN + "input_filtered.npy").floats();
		return IntStream.range(0, 10).mapToObj(n -> Volume.plane(SIDE, SIDE, Arrays.copyOfRange(all, n * SIDE * SIDE, (n + 1) * SIDE * SIDE))).toList();
	}

	private static ConvolutionalResult learn(final int epochs, final ConvolutionalHomeostasis homeostasis) {
		final ConvolutionalOptions options = ConvolutionalPreset.LOW.options(1).withEpochs(epochs).withHomeostasis(homeostasis);
		final Dictionary start = Dictionary.ofUnitAtoms(PatchShape.square(9), 20, Npy.reference(RUN + "dico_init.npy").floats());
		return new ConvolutionalLearner(options, start, options.homeostasis().initial(20), Parallel.of(2)).learn(images(), Progress.NONE);
	}

	private static void assertResiduals(final ConvolutionalResult result, final int... epochs) {
		final Npy recorded = Npy.reference(RUN + "res_per_epoch.npy"), energies = Npy.reference(RUN + "energyfrac_per_epoch.npy");
		for (final int epoch : epochs) {
			final double expected = recorded.values()[epoch - 1], energy = energies.values()[epoch - 1];
			assertThat(result.curve(ConvolutionalResult.RESIDUAL).values().get(epoch - 1)).as("residual of epoch %d", epoch).isCloseTo(expected, within(0.01 * expected));
			assertThat(result.curve(ConvolutionalResult.ENERGY_LEFT).values().get(epoch - 1)).as("energy left of epoch %d", epoch).isCloseTo(energy, within(0.02 * energy));
		}
	}

	private static double spreadOfUse(final ConvolutionalResult result, final int epoch) {
		final double[] uses = result.uses().values().get(epoch - 1).stream().mapToDouble(Double::doubleValue).toArray();
		final double mean = Arrays.stream(uses).average().orElseThrow();
		return Math.sqrt(Arrays.stream(uses).map(use -> (use - mean) * (use - mean)).average().orElseThrow()) / mean;
	}

	@Test
	void firstEpochsUseAtomsAsRecorded() {
		final ConvolutionalResult result = learn(10, ConvolutionalHomeostasis.PUBLISHED);
		assertResiduals(result, 1, 2, 5, 10);
		final Npy uses = Npy.reference(RUN + "activation_per_epoch.npy");
		// Atoms without use are recorded as used once.
		for (int epoch = 0; epoch < 10; epoch++)
			for (int k = 0; k < 20; k++) assertThat(Math.max(1, result.uses().values().get(epoch).get(k))).as("uses of atom %d in epoch %d", k, epoch + 1).isEqualTo(uses.at(epoch, k));
	}

	@Test
	@Tag("long")
	void residualAndUseAreThoseRecordedIn500Epochs() {
		final ConvolutionalResult result = learn(500, ConvolutionalHomeostasis.PUBLISHED);
		assertResiduals(result, 1, 10, 50, 100, 500);
		assertThat(spreadOfUse(result, 500)).as("spread of use").isLessThan(0.15);
	}

	@Test
	@Tag("long")
	void countingNoUseAsNoneLeavesNoMoreResidual() {
		final ConvolutionalResult result = learn(500, ConvolutionalHomeostasis.STANDARD);
		final double recorded = Npy.reference(RUN + "res_per_epoch.npy").values()[499];
		assertThat(result.curve(ConvolutionalResult.RESIDUAL).values().get(499)).isLessThan(1.001 * recorded);
		assertThat(spreadOfUse(result, 500)).as("spread of use").isLessThan(0.15);
		// Without homeostasis a quarter of the atoms is hardly used.
		assertThat(spreadOfUse(learn(500, ConvolutionalHomeostasis.NONE), 500)).as("spread of use without").isGreaterThan(0.5);
	}
}
