package io.github.sparsej.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import ij.ImagePlus;
import ij.WindowManager;
import ij.measure.ResultsTable;

import io.github.sparsej.encode.feedforward.EnergyWeights;
import io.github.sparsej.encode.feedforward.FeedForwardSettings;
import io.github.sparsej.imagej.atoms.AtomStacks;
import io.github.sparsej.model.LearningCurve;
import io.github.sparsej.model.PatchShape;
import io.github.sparsej.model.SparseModel;
import io.github.sparsej.testing.HeadlessImageJ;

class EnergyAutoencoderTest {

	private static final String SAMPLE = "run('Open SparseJ Sample...', 'name=Microaneurysms'); rename('source');\n";
	private static final String FEW = " patchsize=4 atoms=20 iterations=3 curves=false";

	@BeforeEach
	void imageJ() {
		HeadlessImageJ.reset();
	}

	private static ImagePlus learn(final String options) {
		return HeadlessImageJ.image("selectImage('source'); run('Energy Autoencoder...', '" + options + "');");
	}

	private static double psnr(final String encode) {
		HeadlessImageJ.image("selectImage('source'); run('Encode Image...', 'dictionary=source-atoms " + encode + "'); run('Reconstruct Image...', 'dictionary=source-atoms'); run('Compare with Reference...', 'reference=source');");
		final ResultsTable results = ResultsTable.getResultsTable();
		return results.getValue("PSNR (dB)", results.size() - 1);
	}

	@Test
	void imagesAreEncodedByTheEncoderAndExactly(@TempDir final Path folder) {
		HeadlessImageJ.image(SAMPLE);
		final ImagePlus atoms = learn("patchsize=6 atoms=60 curves=false");
		assertThat(atoms.getTitle()).isEqualTo("source-atoms");
		final SparseModel model = AtomStacks.read(atoms);
		assertThat(model.provenance().learner()).isEqualTo("Energy auto-encoder");
		assertThat(model.provenance().settings()).containsEntry("patches", "289").containsEntry("variant", "Correct").containsEntry("data lambda", "10.0");
		assertThat(model.provenance().curves()).extracting(LearningCurve::quantity).containsExactly("J after Z", "J after D", "J after E", "Nonzeros (%)");
		assertThat(((FeedForwardSettings) model.encoder()).energy()).contains(new EnergyWeights(10, 10));
		final double fast = psnr("stride=3"), exact = psnr("stride=3 encoder=Energy");
		assertThat(fast).isGreaterThan(32);
		assertThat(exact).isGreaterThan(32).isNotEqualTo(fast);
		final String file = folder.resolve("atoms.tif").toString();
		HeadlessImageJ.image("selectImage('source-atoms'); run('Save Dictionary...', 'path=" + file + "'); close('source-atoms'); run('Open Dictionary...', 'path=" + file + "'); rename('source-atoms');");
		assertThat(psnr("stride=3")).isEqualTo(fast);
		assertThat(psnr("stride=3 encoder=Energy")).isEqualTo(exact);
	}

	@Test
	void figuresGoIntoARow() {
		HeadlessImageJ.image(SAMPLE);
		learn(FEW);
		final ResultsTable results = ResultsTable.getResultsTable();
		final double objective = results.getValue("Objective", 0);
		assertThat(results.getValue("Data term", 0) + results.getValue("Encoder term", 0) + results.getValue("One-norm", 0)).isCloseTo(objective, within(1e-9 * objective));
		assertThat(results.getStringValue("Variant", 0)).isEqualTo("Correct");
		assertThat(results.getValue("Patches", 0)).isEqualTo(25 * 25);
		assertThat(results.getValue("Iterations", 0)).isEqualTo(3);
		assertThat(results.getValue("Nonzeros (%)", 0)).isBetween(1.0, 99.0);
	}

	/** Grey values of every kind of image are brought to 0 to 1, so that all of them are learned from alike, and codes bring back grey values of the image. */
	@ParameterizedTest
	@ValueSource(strings = { "16-bit", "32-bit" })
	void scaleOfGreyValuesIsThatOfTheImage(final String kind) {
		HeadlessImageJ.image(SAMPLE);
		final ImagePlus source = WindowManager.getImage("source");
		// So that it has the values 0 and 255, which are the range of an 8-bit image whatever it holds.
		source.getProcessor().set(0, 0, 0);
		source.getProcessor().set(1, 0, 255);
		final float[] expected = AtomStacks.read(learn(FEW)).dictionary().toArray();
		source.setProcessor(kind.equals("16-bit") ? source.getProcessor().convertToShortProcessor() : source.getProcessor().convertToFloatProcessor());
		source.getProcessor().multiply(8);
		source.getProcessor().add(1000);
		HeadlessImageJ.image("close('source-*'); selectImage('source');");
		assertThat(AtomStacks.read(learn(FEW)).dictionary().toArray()).usingComparatorWithPrecision(1e-4f).containsExactly(expected);
		assertThat(psnr("stride=2")).isGreaterThan(20);
	}

	@Test
	void meansAreKeptApartWhereAskedTo() {
		HeadlessImageJ.image(SAMPLE);
		final SparseModel model = AtomStacks.read(learn("removemean=true" + FEW));
		assertThat(model.whitening().removesPatchMeans()).isTrue();
		assertThat(psnr("stride=2 encoder=Energy")).isGreaterThan(30);
	}

	@Test
	void patchesLieSideBySideInTheSelectionOrAreDrawn() {
		HeadlessImageJ.image("newImage('source', '8-bit noise', 42, 30, 1); makeRectangle(3, 0, 20, 30);");
		assertThat(HeadlessImageJ.log(() -> learn(FEW))).contains("42 of 70 patches side by side were left out");
		assertThat(AtomStacks.read(WindowManager.getImage("source-atoms")).provenance().settings()).containsEntry("patches", "28");
		assertThat(AtomStacks.read(learn("patches=123" + FEW)).provenance().settings()).containsEntry("patches", "123");
		HeadlessImageJ.image("newImage('source', 'RGB noise', 42, 30, 1); close('\\\\Others');");
		assertThat(AtomStacks.read(learn("color=Joint" + FEW)).shape()).isEqualTo(new PatchShape(4, 4, 1, 3));
		assertThat(AtomStacks.read(learn("color=Separate" + FEW)).provenance().settings()).containsEntry("patches", "210");
	}

	@Test
	void imageOfOneGreyValueIsRefused() {
		HeadlessImageJ.image("newImage('source', '8-bit black', 40, 30, 1);");
		assertThat(HeadlessImageJ.macro("run('Energy Autoencoder...', '" + FEW + "');")).contains("all the same");
		HeadlessImageJ.image("newImage('source', '32-bit black', 40, 30, 1);");
		assertThat(HeadlessImageJ.macro("run('Energy Autoencoder...', '" + FEW + "');")).contains("no two different finite grey values");
		HeadlessImageJ.image("newImage('source', '32-bit noise', 40, 30, 1); for (y = 0; y < 30; y++) for (x = 0; x < 40; x++) setPixel(x, y, NaN);");
		assertThat(HeadlessImageJ.macro("run('Energy Autoencoder...', '" + FEW + "');")).contains("no two different finite grey values");
	}

	@Test
	void seedAndVariantTellWhatIsLearned() {
		HeadlessImageJ.image("newImage('source', '8-bit noise', 40, 40, 1);");
		final float[] one = AtomStacks.read(learn("seed=1" + FEW)).dictionary().toArray();
		assertThat(AtomStacks.read(learn("seed=1" + FEW)).dictionary().toArray()).isEqualTo(one);
		assertThat(AtomStacks.read(learn("seed=2" + FEW)).dictionary().toArray()).isNotEqualTo(one);
		learn("seed=1 variant=[As published]" + FEW);
		final ResultsTable results = ResultsTable.getResultsTable();
		assertThat(results.getValue("Cosine of E and D'", results.size() - 1)).isCloseTo(1, within(1e-9));
	}

	@Test
	void curvesAndPicturesShowWhatWasLearned() {
		HeadlessImageJ.image("newImage('source', '8-bit noise', 40, 40, 1);");
		final ImagePlus atoms = learn(FEW.replace("curves=false", "")), encoder = WindowManager.getImage("source-encoder");
		assertThat(List.of(WindowManager.getImageTitles())).contains("source-steps", "source-convergence", "source-nonzeros", "source-norms", "source-encoder-and-atoms", "source-sparsity");
		final FeedForwardSettings network = (FeedForwardSettings) AtomStacks.read(atoms).encoder();
		for (int i = 0; i < 20; i++) assertThat((float[]) encoder.getStack().getPixels(i + 1)).containsExactly(network.encoder(i));
		final ImagePlus picture = WindowManager.getImage("source-sparsity");
		assertThat(new int[] { picture.getWidth(), picture.getHeight() }).containsExactly(100, 20);
		assertThat(picture.getStatistics().mean / 2.55).as("share of white pixels").isCloseTo(ResultsTable.getResultsTable().getValue("Nonzeros (%)", 0), within(1e-9));
	}
}
