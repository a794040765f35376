package io.github.sparsej.convolve.pursuit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.github.sparsej.convolve.CodedImage;
import io.github.sparsej.convolve.PlacedAtoms;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.Dictionary;
import io.github.sparsej.model.PatchShape;
import io.github.sparsej.model.Progress;
import io.github.sparsej.model.Volume;
import io.github.sparsej.testing.Npy;

/** All steps of the published pursuit on ten photographs, with random and with learned atoms, where the reference folder is there. */
class ChampReferenceTest {

	private static final int IMAGES = 10, SIDE = 65, STEPS = 20, ATOMS = 20, COLUMNS = 7;
	private static final PatchShape SHAPE = PatchShape.square(9);

	@ParameterizedTest
	@CsvSource({ "init,true,abs,0", "init,true,abs,1", "init,true,all,0", "init,true,all,1", "init,false,abs,0", "init,false,abs,1", "init,false,all,0", "init,false,all,1",
		"trained,true,abs,0", "trained,true,abs,1", "trained,true,all,0", "trained,true,all,1", "trained,false,abs,0", "trained,false,abs,1", "trained,false,all,0", "trained,false,all,1" })
	void placesTheSameAtomsInTheSameOrder(final String atoms, final boolean masked, final String matching, final int homeostasis) {
		final Npy events = Npy.reference("champ/step/events_" + atoms + (masked ? "_mask_" : "_nomask_") + matching + "_homeo" + homeostasis + ".npy");
		final Npy pixels = Npy.reference("champ/step/input.npy");
		final Npy dictionary = Npy.reference(atoms.equals("init") ? "champ/step/dico_init.npy" : "champ/n10_K20_w9_HAP/dico_final.npy");
		final float[] mask = Arrays.copyOf(Npy.reference("champ/n10_K20_w9_HAP/mask.npy").floats(), SHAPE.length());
		final double[] gains = new double[ATOMS];
		for (int k = 0; k < ATOMS; k++) gains[k] = 0.9 + 0.2 * k / (ATOMS - 1);
		final List<Volume> images = new ArrayList<>();
		for (int n = 0; n < IMAGES; n++) images.add(Volume.plane(SIDE, SIDE, Arrays.copyOfRange(pixels.floats(), n * SIDE * SIDE, (n + 1) * SIDE * SIDE)));
		final ConvolutionalPursuitOptions options = new ConvolutionalPursuitOptions(STEPS, 0, 0, matching.equals("all"), 1, MaskTreatment.APPROXIMATE);
		final List<CodedImage> coded = new ConvolutionalPursuit(options, Parallel.SERIAL).prepare(Dictionary.ofUnitAtoms(SHAPE, ATOMS, dictionary.floats()), masked ? mask : null, homeostasis == 1 ? gains : null)
			.encode(images, Progress.NONE);
		for (int n = 0; n < IMAGES; n++) {
			final PlacedAtoms code = coded.get(n).atoms();
			assertThat(code.count()).isEqualTo(STEPS);
			for (int i = 0; i < STEPS; i++) {
				final double[] event = Arrays.copyOfRange(events.values(), (n * STEPS + i) * COLUMNS, (n * STEPS + i + 1) * COLUMNS);
				assertThat(new int[] { code.atom(i), code.y(i), code.x(i) }).as("image %d, step %d", n, i).containsExactly((int) event[1], (int) event[2], (int) event[3]);
				assertThat((double) code.coefficient(i)).isCloseTo(event[4], within(1e-4));
			}
			assertThat(coded.get(n).residualNorm()).isCloseTo(events.values()[((n + 1) * STEPS - 1) * COLUMNS + 5], within(1e-4));
		}
	}
}
