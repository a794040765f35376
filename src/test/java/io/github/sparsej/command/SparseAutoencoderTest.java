package io.github.sparsej.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.scijava.Context;
import org.scijava.command.CommandService;
import org.scijava.module.Module;
import org.scijava.module.ModuleService;

import ij.ImagePlus;
import ij.WindowManager;
import ij.measure.ResultsTable;

import io.github.sparsej.encode.feedforward.FeedForwardSettings;
import io.github.sparsej.imagej.atoms.AtomStacks;
import io.github.sparsej.model.PatchShape;
import io.github.sparsej.model.Signals;
import io.github.sparsej.model.SparseModel;
import io.github.sparsej.testing.HeadlessImageJ;

class SparseAutoencoderTest {

	private static final String SETTING = "run('Open SparseJ Sample...', 'name=Microaneurysms'); rename('source');\n";
	private static final String FEW = " patchsize=4 patches=300 hidden=6 iterations=8 curves=false";

	@BeforeEach
	void imageJ() {
		HeadlessImageJ.reset();
	}

	private static ImagePlus learn(final String options) {
		return HeadlessImageJ.image("selectImage('source'); run('Sparse Autoencoder...', '" + options + "');");
	}

	private static double psnr() {
		HeadlessImageJ.image("run('Reconstruct Image...', 'dictionary=source-atoms'); run('Compare with Reference...', 'reference=source');");
		final ResultsTable results = ResultsTable.getResultsTable();
		return results.getValue("PSNR (dB)", results.size() - 1);
	}

	/**
	 * Means of patches alone, of 8 x 8 px every 4 px, give 31.0 dB. Sums of the atoms of a network of logistic outputs are no more: its atoms
	 * add up to what these outputs are made of.
	 */
	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
		"[Sigmoid KL] | iterations=60 sparsity=0.05 | 35.5 | 30.9",
		"ReLU | iterations=800 eta=0.002 hidden=64 lambda=0.1 | 43 | 34",
		"[Tied linear] | hidden=16 | 44 | 34",
	})
	void everyKindLearnsEncodesAndReconstructs(final String kind, final String options, final double least, final double leastOfSums, @TempDir final Path folder) {
		HeadlessImageJ.image(SETTING);
		final ImagePlus atoms = learn("kind=" + kind + " patches=3000 " + options);
		assertThat(atoms.getTitle()).isEqualTo("source-atoms");
		final SparseModel model = AtomStacks.read(atoms);
		assertThat(model.provenance().learner()).isEqualTo(kind.replaceAll("[\\[\\]]", "") + " auto-encoder");
		assertThat(model.provenance().complete()).isTrue();
		assertThat(model.provenance().settings()).containsEntry("patches", "3000").containsKey("hidden units");
		HeadlessImageJ.image("selectImage('source'); run('Encode Image...', 'stride=4');");
		assertThat(psnr()).isGreaterThan(least);
		final String atomsFile = folder.resolve("atoms.tif").toString(), codeFile = folder.resolve("code.tif").toString();
		HeadlessImageJ.image("selectImage('source-code'); saveAs('Tiff', '" + codeFile + "'); close(); selectImage('source-atoms'); run('Save Dictionary...', 'path=" + atomsFile + "'); close('source-atoms');"
			+ "run('Open Dictionary...', 'path=" + atomsFile + "'); rename('source-atoms'); open('" + codeFile + "');");
		assertThat(psnr()).isGreaterThan(least);
		HeadlessImageJ.image("selectImage('source'); run('Encode Image...', 'dictionary=source-atoms stride=4 encoder=[Orthogonal matching pursuit] nonzeros=8');");
		assertThat(psnr()).as("sums of its atoms").isGreaterThan(leastOfSums);
	}

	@Test
	void theEncodersWeightsAreASliceAUnitAsTheyAre() {
		HeadlessImageJ.image("newImage('source', '16-bit ramp', 40, 30, 1);").getCalibration().pixelWidth = 0.25;
		final ImagePlus atoms = learn("kind=ReLU" + FEW), encoder = WindowManager.getImage("source-encoder");
		final FeedForwardSettings network = (FeedForwardSettings) AtomStacks.read(atoms).encoder();
		assertThat(new int[] { encoder.getWidth(), encoder.getHeight(), encoder.getStackSize(), encoder.getBitDepth() }).containsExactly(4, 4, 6, 32);
		for (int i = 0; i < 6; i++) assertThat((float[]) encoder.getStack().getPixels(i + 1)).containsExactly(network.encoder(i));
		assertThat(encoder.getStack().getSliceLabel(6)).isEqualTo("unit 6");
		assertThat(atoms.getStack().getSliceLabel(6)).isEqualTo("atom 6");
		for (final ImagePlus stack : List.of(atoms, encoder)) assertThat(stack.getCalibration().pixelWidth).isEqualTo(0.25);
	}

	@ParameterizedTest
	@ValueSource(strings = { "Squared", "[Gaussian covariance] turns=2", "[Noisy labels] flips=0.1", "Tangent tangents=0.5" })
	void everyErrorFunctionLearnsAnotherNetwork(final String error) {
		HeadlessImageJ.image("newImage('source', '8-bit noise', 40, 30, 1);");
		final SparseModel learned = AtomStacks.read(learn("error=" + error + FEW)), squared = AtomStacks.read(learn(FEW));
		if (error.equals("Squared")) assertThat(learned.dictionary().toArray()).isEqualTo(squared.dictionary().toArray());
		else assertThat(learned.dictionary().toArray()).isNotEqualTo(squared.dictionary().toArray());
	}

	@ParameterizedTest
	@ValueSource(strings = { "[Sigmoid KL]", "ReLU", "[Tied linear]" })
	void theSeedTellsWhatIsLearned(final String kind) {
		HeadlessImageJ.image("newImage('source', '8-bit noise', 40, 30, 1);");
		final float[] one = AtomStacks.read(learn("kind=" + kind + " seed=1" + FEW)).dictionary().toArray(), again = AtomStacks.read(learn("kind=" + kind + " seed=1" + FEW)).dictionary().toArray();
		assertThat(again).isEqualTo(one);
		assertThat(AtomStacks.read(learn("kind=" + kind + " seed=2" + FEW)).dictionary().toArray()).isNotEqualTo(one);
	}

	/** As many iterations more, on the same patches, come farther. */
	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "[Sigmoid KL] | sparsity=0.1 iterations=15 | Cost", "ReLU | lambda=0.1 eta=0.01 iterations=100 | Objective", "[Tied linear] | iterations=6 | J" })
	void learningGoesOnFromAnAutoencoder(final String kind, final String options, final String column) {
		HeadlessImageJ.image(SETTING);
		final String keys = "kind=" + kind + " patches=1000 hidden=16 curves=false " + options;
		final SparseModel first = AtomStacks.read(learn(keys));
		HeadlessImageJ.image("rename('first'); selectImage('source'); makeRectangle(0, 0, 50, 50);");
		final SparseModel[] second = new SparseModel[1];
		assertThat(HeadlessImageJ.log(() -> second[0] = AtomStacks.read(learn(keys + " start=first")))).contains("going on from first (checksum ").contains("patches are normalised as those that it was learned from");
		final Signals ramp = Signals.of(1, 64, new float[64]);
		for (int j = 0; j < 64; j++) ramp.values()[j] = j;
		assertThat(second[0].whitening().apply(ramp).values()).as("of other patches, and the same").isEqualTo(first.whitening().apply(ramp).values());
		assertThat(second[0].provenance().settings().get("start")).startsWith("going on from first (checksum ");
		assertThat(first.provenance().settings()).doesNotContainKey("start");
		WindowManager.getImage("source").deleteRoi();
		learn(keys + " start=first");
		final ResultsTable results = ResultsTable.getResultsTable();
		assertThat(results.getValue(column, 2)).isLessThan(results.getValue(column, 0));
	}

	@Test
	void wholeSlicesAreSignals() {
		HeadlessImageJ.image("newImage('source', '8-bit noise', 9, 7, 12); makeRectangle(1, 1, 4, 4);");
		final String log = HeadlessImageJ.log(() -> learn("kind=ReLU patchsize=0 hidden=12 iterations=20 curves=false"));
		final SparseModel model = AtomStacks.read(WindowManager.getCurrentImage());
		assertThat(model.shape()).isEqualTo(new PatchShape(9, 7, 1, 1));
		assertThat(model.dictionary().atomCount()).isEqualTo(12);
		assertThat(model.provenance().settings()).containsEntry("patches", "12");
		assertThat(log).contains("not used, since with patchsize=0 every slice is one signal: the selection of source");
		assertThat(HeadlessImageJ.log(() -> learn("kind=ReLU patchsize=0 scope=[All slices] patches=500 hidden=12 iterations=2 curves=false"))).contains("one signal: the selection of source, scope=[All slices], patches=500");
		WindowManager.getImage("source").deleteRoi();
		assertThat(HeadlessImageJ.log(() -> learn("kind=ReLU patchsize=0 hidden=12 iterations=2 curves=false"))).doesNotContain("not used");
	}

	@Test
	void theTiedKindIsPrincipalComponents() {
		HeadlessImageJ.image(SETTING);
		learn("kind=[Tied linear] patches=2000 hidden=10 curves=false");
		final ResultsTable results = ResultsTable.getResultsTable();
		final double cost = results.getValue("J", 0);
		assertThat(results.getValue("Sum of remaining eigenvalues", 0)).isPositive().isCloseTo(cost, within(1e-6 * cost));
		assertThat(results.getValue("Angle between spans (degrees)", 0)).isBetween(0.0, 0.1);
		for (final String column : List.of("J", "Sum of remaining eigenvalues", "Angle between spans (degrees)", "Largest entry of WW' - I"))
			assertThat(results.getStringValue(column, 0)).as("digits shown of " + column).matches("[1-9]\\.\\d{6}E-?\\d+");
		assertThat(results.getStringValue("Iterations", 0)).matches("\\d+");
	}

	@Test
	void patchesAreColouredWhereChannelsAreJointAndLieInTheSelection() {
		HeadlessImageJ.image("newImage('source', 'RGB ramp', 40, 30, 1); makeRectangle(3, 3, 20, 20);");
		assertThat(AtomStacks.read(learn("kind=ReLU color=Joint" + FEW)).shape()).isEqualTo(new PatchShape(4, 4, 1, 3));
		HeadlessImageJ.image("newImage('half', '32-bit noise', 40, 30, 1); for (y = 0; y < 30; y++) for (x = 20; x < 40; x++) setPixel(x, y, NaN); makeRectangle(0, 0, 20, 30);");
		assertThat(HeadlessImageJ.log(() -> HeadlessImageJ.image("selectImage('half'); run('Sparse Autoencoder...', 'kind=ReLU" + FEW + "');"))).doesNotContain("left out");
		WindowManager.getImage("half").deleteRoi();
		assertThat(HeadlessImageJ.log(() -> HeadlessImageJ.image("selectImage('half'); run('Sparse Autoencoder...', 'kind=ReLU" + FEW + "');"))).contains("places of patches were left out: pixels there are NaN or infinite");
	}

	@Test
	void picturesShowWhatWasLearned() {
		HeadlessImageJ.image("newImage('source', '8-bit noise', 40, 30, 1);");
		final String few = FEW.replace("curves=false", "");
		learn("kind=ReLU" + few);
		final String relu = String.join(",", WindowManager.getImageTitles());
		assertThat(relu).contains("source-reconstruction-error", "source-mean-l1-norm-of-codes", "source-sum-of-reciprocal-mean-activities", "source-squared-norm-of-the-decoder", "source-sorted-activations", "source-mosaic");
		assertThat(WindowManager.getImage("source-mosaic").getWidth()).as("6 atoms in 3 columns").isEqualTo(16);
		HeadlessImageJ.image("selectImage('source-atoms'); rename('first'); selectImage('source'); close('source-*');");
		learn("compare=first" + few);
		assertThat(Arrays.asList(WindowManager.getImageTitles())).contains("source-cost", "source-sorted-activations", "source-filters").doesNotContain("source-mosaic");
		HeadlessImageJ.image("selectImage('source'); close('source-*');");
		learn("kind=[Tied linear]" + few);
		assertThat(Arrays.asList(WindowManager.getImageTitles())).contains("source-sorted-activations");
	}

	@Test
	void keysThatAKindDoesNotUseAreToldInTheLog() {
		HeadlessImageJ.image("newImage('source', '8-bit noise', 40, 30, 1);");
		assertThat(HeadlessImageJ.log(() -> learn("kind=ReLU sparsity=0.5 beta=3 error=Tangent" + FEW))).contains("kind ReLU does not use sparsity=0.5, error=Tangent").doesNotContain("beta");
		assertThat(HeadlessImageJ.log(() -> learn("kind=[Sigmoid KL] eta=1" + FEW))).contains("kind Sigmoid KL does not use eta=1.0");
		assertThat(HeadlessImageJ.log(() -> learn("kind=ReLU turns=2 flips=0.1 tangents=0.1" + FEW))).contains("kind ReLU does not use turns=2, flips=0.1").doesNotContain("tangents");
		assertThat(HeadlessImageJ.log(() -> learn("error=Tangent turns=2 flips=0.1 tangents=0.2" + FEW))).contains("error Tangent does not use turns=2, flips=0.1").doesNotContain("tangents");
		assertThat(HeadlessImageJ.log(() -> learn("error=[Gaussian covariance] turns=2 tangents=0.2" + FEW))).contains("error Gaussian covariance does not use tangents=0.2").doesNotContain("turns");
		assertThat(HeadlessImageJ.log(() -> learn("error=[Noisy labels] flips=0.1" + FEW))).doesNotContain("does not use");
	}

	@Test
	void aKindSetsInTheDialogWhatSuitsIt() {
		try (Context context = new Context(CommandService.class, ModuleService.class)) {
			final Module module = context.service(ModuleService.class).createModule(context.service(CommandService.class).getCommand(SparseAutoencoder.class));
			assertThat(Arrays.stream(AutoencoderKind.values()).map(AutoencoderKind::label).toList()).isEqualTo(module.getInfo().getInput("kind").getChoices());
			final SparseAutoencoder dialog = (SparseAutoencoder) module.getDelegateObject();
			for (final AutoencoderKind kind : AutoencoderKind.values()) {
				dialog.setInput("kind", kind.label());
				dialog.takeKind();
				kind.shown().forEach((key, value) -> assertThat(dialog.getInput(key)).as(kind + " " + key).isEqualTo(value));
			}
		}
	}
}
