package io.github.sparsej.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import ij.ImagePlus;
import ij.ImageStack;
import ij.WindowManager;
import ij.gui.PointRoi;
import ij.gui.Roi;
import ij.measure.ResultsTable;

import io.github.sparsej.convolve.learn.ConvolutionalPreset;
import io.github.sparsej.convolve.network.ConvolutionalNetwork;
import io.github.sparsej.convolve.network.ConvolutionalSettings;
import io.github.sparsej.convolve.window.AtomMask;
import io.github.sparsej.imagej.atoms.AtomStacks;
import io.github.sparsej.imagej.code.PlacedCodeImages;
import io.github.sparsej.model.SparseModel;
import io.github.sparsej.testing.HeadlessImageJ;
import io.github.sparsej.whiten.FilterChain;

class ConvolutionalTest {

	private static final String LEARN = "run('Learn Convolutional Dictionary...', 'atoms=6 atomsize=7 nonzeros=8 curves=false ";

	@BeforeEach
	void imageJ() {
		HeadlessImageJ.reset();
	}

	/** A stack of slices with some edges at places of their own, 0.25 um a pixel. */
	private static ImagePlus source(final int width, final int height, final int slices) {
		final SplittableRandom random = new SplittableRandom(1);
		final ImageStack stack = new ImageStack(width, height);
		for (int n = 0; n < slices; n++) {
			final float[] pixels = new float[width * height];
			for (int edge = 0; edge < 6; edge++) {
				final double cx = random.nextDouble(width), cy = random.nextDouble(height), angle = edge * Math.PI / 6;
				for (int i = 0; i < pixels.length; i++) {
					final double x = i % width - cx, y = i / width - cy, across = x * Math.cos(angle) + y * Math.sin(angle);
					pixels[i] += (float) (40 * across * Math.exp(-(x * x + y * y) / 12));
				}
			}
			for (int i = 0; i < pixels.length; i++) pixels[i] += (float) (100 + random.nextGaussian());
			stack.addSlice("edges " + n, pixels);
		}
		final ImagePlus image = new ImagePlus("source", stack);
		image.getCalibration().pixelWidth = 0.25;
		image.getCalibration().setUnit("um");
		image.show();
		WindowManager.setTempCurrentImage(image);
		return image;
	}

	private static ImagePlus run(final String title, final String macro) {
		return HeadlessImageJ.image("selectImage('" + title + "');\n" + macro);
	}

	private static double result(final String column) {
		final ResultsTable results = ResultsTable.getResultsTable();
		return results.getValue(column, results.size() - 1);
	}

	private static float[] pixels(final ImagePlus image) {
		return (float[]) image.getProcessor().getPixels();
	}

	private static float[] sum(final float[] a, final float[] b) {
		final float[] sum = new float[a.length];
		for (int i = 0; i < sum.length; i++) sum[i] = a[i] + b[i];
		return sum;
	}

	private static double distance(final float[] a, final float[] b) {
		double most = 0;
		for (int i = 0; i < a.length; i++) most = Math.max(most, Math.abs(a[i] - b[i]));
		return most;
	}

	@Test
	void whatIsLearnedIsShownRememberedSavedAndOpened(@TempDir final Path folder) {
		source(33, 29, 12);
		final ImagePlus atoms = run("source", "run('Learn Convolutional Dictionary...', 'atoms=6 atomsize=7 nonzeros=8 epochs=12');");
		assertThat(atoms.getTitle()).isEqualTo("source-atoms");
		assertThat(new int[] { atoms.getWidth(), atoms.getHeight(), atoms.getStackSize() }).containsExactly(7, 7, 6);
		assertThat(atoms.getCalibration().pixelWidth).isEqualTo(0.25);
		assertThat(WindowManager.getImageTitles()).contains("source-residual-norm", "source-energy-left", "source-use", "source-where");
		final ImagePlus where = WindowManager.getImage("source-where");
		assertThat(new int[] { where.getWidth(), where.getHeight(), where.getStackSize() }).containsExactly(27, 23, 6);
		double placed = 0;
		for (int k = 1; k <= 6; k++) for (final float times : (float[]) where.getStack().getPixels(k)) placed += times;
		assertThat(placed).isEqualTo(12 * 8);
		assertThat(where.getCalibration().getX(0)).as("the middle of the first atom").isCloseTo(3 * 0.25, within(1e-9));
		assertThat(result("Epochs")).isEqualTo(12);
		assertThat(result("Energy left")).isBetween(0.05, 0.9);
		final SparseModel model = AtomStacks.read(atoms);
		assertThat(model.provenance().curves()).extracting(curve -> curve.quantity()).containsExactly("residual norm", "energy left");
		assertThat(model.provenance().curves().get(0).values().get(11)).isLessThan(model.provenance().curves().get(0).values().get(0)).isCloseTo(result("Residual norm"), within(1e-12));
		assertThat(FilterChain.links(model.filter())).isEqualTo(ConvolutionalPreset.LOW.filters());
		assertThat(((ConvolutionalSettings) model.encoder()).mask()).isEqualTo(AtomMask.STANDARD);
		final String file = folder.resolve("atoms.tif").toString();
		final SparseModel opened = AtomStacks.read(HeadlessImageJ.image("selectImage('source-atoms'); run('Save Dictionary...', 'path=" + file + "'); close('source-atoms'); run('Open Dictionary...', 'path=" + file + "');"));
		assertThat(opened.dictionary().toArray()).containsExactly(model.dictionary().toArray());
		assertThat(List.of(opened.encoder(), opened.filter(), opened.provenance())).isEqualTo(List.of(model.encoder(), model.filter(), model.provenance()));
		assertThat(opened.homeostasis().gains()).containsExactly(model.homeostasis().gains());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "Maps | | 1", "Points | | 1", "Maps | mask=Exact | 1", "Maps | scope=[All slices] | 3", "Points | scope=[All slices] residual=0.3 | 3", "Maps | lambda=0.3 | 1", "Points | lambda=0.3 refit=true | 1",
		"Maps | order=Local threshold=0.5 | 1" })
	void everyCodeIsReconstructedAlsoAfterItWasSaved(final String output, final String options, final int images, @TempDir final Path folder) {
		source(33, 29, 3);
		run("source", LEARN + "epochs=5');");
		final ImagePlus code = run("source", "run('Encode Convolutional...', 'dictionary=source-atoms filtered=true output=" + output + " " + (options == null ? "" : options) + "');");
		final double share = result("Residual (share of l2 norm)");
		assertThat(result("Placed atoms")).isPositive();
		final ImagePlus filtered = WindowManager.getImage("source-filtered");
		final ImagePlus rebuilt = run(code.getTitle(), "run('Reconstruct Convolutional...', 'dictionary=source-atoms');");
		assertThat(rebuilt.getTitle()).isEqualTo("source-reconstruction");
		assertThat(new int[] { rebuilt.getWidth(), rebuilt.getHeight(), rebuilt.getStackSize() }).containsExactly(33, 29, images);
		assertThat(rebuilt.getCalibration().pixelWidth).isEqualTo(0.25);
		assertThat(rebuilt.getCalibration().xOrigin).isCloseTo(0, within(1e-9));
		double energy = 0, left = 0;
		for (int n = 1; n <= images; n++) {
			final float[] x = (float[]) filtered.getStack().getPixels(n), y = (float[]) rebuilt.getStack().getPixels(n);
			for (int i = 0; i < x.length; i++) {
				energy += x[i] * x[i];
				left += (x[i] - y[i]) * (x[i] - y[i]);
			}
		}
		assertThat(share).isLessThan(0.95).isCloseTo(Math.sqrt(left / energy), within(1e-4));
		final String file = folder.resolve("code.tif").toString();
		final ImagePlus again = HeadlessImageJ.image("selectImage('source-code'); saveAs('Tiff', '" + file + "'); close(); open('" + file + "'); run('Reconstruct Convolutional...', 'dictionary=source-atoms');");
		for (int n = 1; n <= images; n++) assertThat((float[]) again.getStack().getPixels(n)).containsExactly((float[]) rebuilt.getStack().getPixels(n));
	}

	@Test
	void mapsHoldCoefficientsAndPointsTheMiddlesOfTheSameAtoms() {
		source(33, 29, 1);
		run("source", LEARN + "epochs=5');");
		final ImagePlus maps = run("source", "run('Encode Convolutional...', 'dictionary=source-atoms');"), points = run("source", "run('Encode Convolutional...', 'dictionary=source-atoms output=Points');");
		assertThat(new int[] { maps.getWidth(), maps.getHeight(), maps.getNSlices() }).containsExactly(27, 23, 6);
		assertThat(pixels(points)).containsExactly(pixels(WindowManager.getImage("source")));
		final var code = PlacedCodeImages.read(points).codes().get(0);
		assertThat(code.count()).isEqualTo(8);
		final var merged = code.merged();
		for (int i = 0; i < merged.count(); i++) {
			assertThat(maps.getStack().getVoxel(merged.x(i), merged.y(i), merged.atom(i))).isEqualTo(merged.coefficient(i));
			final String name = "atom " + (merged.atom(i) + 1);
			final double x = merged.x(i) + 3.5, y = merged.y(i) + 3.5;
			assertThat(Arrays.stream(points.getOverlay().toArray()).filter(roi -> roi.getName().startsWith(name)).map(Roi::getFloatPolygon)
				.anyMatch(p -> IntStream.range(0, p.npoints).anyMatch(j -> Math.abs(p.xpoints[j] - x) < 1e-4 && Math.abs(p.ypoints[j] - y) < 1e-4))).as(name).isTrue();
		}
		assertThat(Arrays.stream(points.getOverlay().toArray()).mapToInt(roi -> ((PointRoi) roi).size()).sum()).isEqualTo(8);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "Maps | the code 6 of 27 x 23", "Points | the code 1 of 33 x 29" })
	void aCodeThatWasChangedIsRefused(final String output, final String message) {
		source(33, 29, 1);
		run("source", LEARN + "epochs=1');");
		final ImagePlus code = run("source", "run('Encode Convolutional...', 'dictionary=source-atoms output=" + output + "');");
		code.setStack(code.getStack().crop(0, 0, 0, 20, 20, 1));
		final String error = HeadlessImageJ.macro("selectImage('source-code'); run('Reconstruct Convolutional...', 'dictionary=source-atoms');");
		assertThat(error).contains("source-code has been changed: it has 1 slices of 20 x 20, " + message);
	}

	@Test
	void aReconstructionIsTheSumOfWhatItsAtomsContribute() {
		source(33, 29, 2);
		run("source", LEARN + "epochs=5');");
		run("source", "run('Encode Convolutional...', 'dictionary=source-atoms scope=[All slices]');");
		final String reconstruct = "run('Reconstruct Convolutional...', 'dictionary=source-atoms ";
		final ImagePlus whole = run("source-code", reconstruct + "');"), without = run("source-code", reconstruct + "without=3');"), apart = run("source-code", reconstruct + "separate=true');"),
			apartWithout = run("source-code", reconstruct + "separate=true without=3');");
		assertThat(new int[] { apart.getNSlices(), apart.getNFrames(), apartWithout.getNSlices() }).containsExactly(6, 2, 5);
		assertThat(apartWithout.getStack().getSliceLabel(3)).isEqualTo("atom 4");
		for (int n = 0; n < 2; n++) {
			final float[] third = (float[]) apart.getStack().getPixels(6 * n + 3);
			float[] sum = new float[33 * 29];
			for (int k = 1; k <= 6; k++) sum = sum(sum, (float[]) apart.getStack().getPixels(6 * n + k));
			assertThat(distance(sum, (float[]) whole.getStack().getPixels(n + 1))).isLessThan(1e-4);
			assertThat(distance(sum((float[]) without.getStack().getPixels(n + 1), third), (float[]) whole.getStack().getPixels(n + 1))).isLessThan(1e-4);
			assertThat((float[]) apartWithout.getStack().getPixels(5 * n + 3)).containsExactly((float[]) apart.getStack().getPixels(6 * n + 4));
		}
	}

	@Test
	void learningGoesOnFromWhereItEnded() {
		source(33, 29, 6);
		run("source", LEARN + "epochs=6');").setTitle("six");
		run("source", LEARN + "epochs=4');").setTitle("four");
		final String log = HeadlessImageJ.log(() -> run("source", LEARN + "epochs=2 start=four atoms=99 taper=false');"));
		final SparseModel six = AtomStacks.read(WindowManager.getImage("six")), on = AtomStacks.read(WindowManager.getCurrentImage());
		assertThat(log).contains("going on from four: 6 atoms of 7 x 7");
		assertThat(on.filter()).isEqualTo(six.filter());
		assertThat(distance(on.dictionary().toArray(), six.dictionary().toArray())).isLessThan(1e-4);
		for (int k = 0; k < 6; k++) assertThat(on.homeostasis().gains()[k]).isCloseTo(six.homeostasis().gains()[k], within(1e-4));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "Low | 20 | 9 | 20", "High | 60 | 19 | 10", "Digits | 60 | 7 | 15" })
	void presetsFillInWhatAMacroDoesNotName(final String preset, final int atoms, final int size, final int placed) {
		source(33, 29, 2);
		final SparseModel model = AtomStacks.read(run("source", "run('Learn Convolutional Dictionary...', 'preset=" + preset + " epochs=1 curves=false');"));
		assertThat(new int[] { model.dictionary().atomCount(), model.shape().width(), ((ConvolutionalSettings) model.encoder()).pursuit().maxCount() }).containsExactly(atoms, size, placed);
		assertThat(model.provenance().settings()).containsEntry("rate of homeostasis", "0.0025").containsEntry("eta", "0.05");
		assertThat(HeadlessImageJ.log(() -> run("source", "run('Learn Convolutional Dictionary...', 'preset=" + preset + " epochs=1 curves=false');"))).contains("epochs=1 (500)").doesNotContain("atoms=");
	}

	@ParameterizedTest
	@ValueSource(strings = { "homeostasis=false", "mask=None", "mask=Disk", "mask=Polynomial", "treatment=[Tapered atoms]", "signed=false", "nonnegative=true", "zeromean=true", "normalize=false", "taper=false", "localmean=5", "batch=2", "threshold=2", "eta=0.1", "etahomeo=0.1", "seed=3", "tile=16", "window=[As published]" })
	void everyKeyChangesWhatIsLearned(final String option) {
		source(33, 29, 6);
		final float[] usual = AtomStacks.read(run("source", LEARN + "epochs=3');")).dictionary().toArray();
		assertThat(AtomStacks.read(run("source", LEARN + "epochs=3');")).dictionary().toArray()).containsExactly(usual);
		final SparseModel other = AtomStacks.read(run("source", LEARN + "epochs=3 " + option + "');"));
		assertThat(other.dictionary().toArray()).isNotEqualTo(usual);
		for (int k = 0; k < 6; k++) {
			final float[] atom = other.dictionary().atom(k);
			double sum = 0;
			for (final float value : atom) {
				sum += value;
				if (option.startsWith("nonnegative")) assertThat(value).isNotNegative();
			}
			if (option.startsWith("zeromean")) assertThat(sum).isCloseTo(0, within(1e-5));
		}
	}

	@Test
	void oneLargeSliceIsLearnedFromInTiles() {
		source(150, 97, 1);
		final String log = HeadlessImageJ.log(() -> run("source", "run('Learn Convolutional Dictionary...', 'preset=Micrograph epochs=3');"));
		final SparseModel model = AtomStacks.read(WindowManager.getImage("source-atoms"));
		assertThat(log).contains("epochs=3 (30)").doesNotContain("atoms=").doesNotContain("of the energy of source");
		assertThat(model.provenance().settings()).containsEntry("images", "6 of 64 x 64 px").containsEntry("filters", "Local mean removal").containsEntry("batch size", "10").containsEntry("taper", "gaussian, sigma 0.8");
		assertThat(new int[] { model.dictionary().atomCount(), model.shape().width(), ((ConvolutionalSettings) model.encoder()).pursuit().maxCount() }).containsExactly(32, 11, 60);
		assertThat(result("Images")).isEqualTo(6);
		final ImagePlus where = WindowManager.getImage("source-where");
		assertThat(new int[] { where.getWidth(), where.getHeight() }).containsExactly(54, 54);
		assertThat(HeadlessImageJ.log(() -> run("source", LEARN + "epochs=1');"))).contains("8 atoms placed in 150 x 97 px leave ").contains("% of the energy of source: raise nonzeros, or see preset=Micrograph");
	}

	@Test
	void withoutEpochsTheFirstAtomsAreShown() {
		source(33, 29, 2);
		final SparseModel model = AtomStacks.read(run("source", "run('Learn Convolutional Dictionary...', 'atoms=6 atomsize=7 epochs=0 layers=2');"));
		for (final float value : model.dictionary().toArray()) assertThat(value).as("uniform from 0 to 1, normalised").isNotNegative();
		assertThat(result("Epochs")).isZero();
		assertThat(WindowManager.getImageTitles()).containsExactlyInAnyOrder("source", "source-atoms");
	}

	@Test
	void coloursAreLearnedAndPlacedJointly() {
		HeadlessImageJ.image("newImage('source', 'RGB noise', 30, 24, 2);");
		final SparseModel joint = AtomStacks.read(run("source", LEARN + "color=Joint epochs=2');"));
		assertThat(joint.shape().channels()).isEqualTo(3);
		run("source", "run('Encode Convolutional...', 'dictionary=source-atoms');");
		final ImagePlus rebuilt = run("source-code", "run('Reconstruct Convolutional...', 'dictionary=source-atoms');");
		assertThat(new int[] { rebuilt.getNChannels(), rebuilt.getNSlices(), rebuilt.getWidth() }).containsExactly(3, 1, 30);
		assertThat(AtomStacks.read(run("source", LEARN + "color=Separate epochs=2');")).provenance().settings()).containsEntry("images", "6 of 30 x 24 px");
	}

	@Test
	void theRectangleAroundASelectionIsLearnedFrom() {
		source(33, 29, 2);
		final String log = HeadlessImageJ.log(() -> run("source", "makeOval(2, 3, 20, 15);" + LEARN + "epochs=1');"));
		assertThat(AtomStacks.read(WindowManager.getCurrentImage()).provenance().settings()).containsEntry("images", "2 of 20 x 15 px");
		assertThat(log).contains("the rectangle around the selection of source is learned from");
	}

	@Test
	void encodersOfPatchesAndOfWholeImagesUseEachOthersAtoms() {
		source(33, 29, 2);
		run("source", LEARN + "epochs=2');");
		final ImagePlus patches = run("source", "run('Encode Image...', 'dictionary=source-atoms encoder=[Matching pursuit] nonzeros=2');");
		assertThat(patches.getTitle()).isEqualTo("source-code");
		final String log = HeadlessImageJ.log(() -> run("source", "close('source-code'); close('source-atoms'); run('Learn Dictionary...', 'patchsize=5 atoms=9 patches=300 iterations=1 curves=false'); selectImage('source'); run('Encode Convolutional...', 'dictionary=source-atoms nonzeros=7');"));
		assertThat(log).containsOnlyOnce("the atoms of source-atoms are of patches without their mean, but whole images keep theirs");
		assertThat(result("Placed atoms")).isEqualTo(7);
	}

	@Test
	void aNetworkOfLayersTellsClassesAndRemembersHow() {
		final SplittableRandom random = new SplittableRandom(4);
		final ImageStack stack = new ImageStack(24, 24);
		for (int n = 0; n < 60; n++) {
			final float[] pixels = new float[24 * 24];
			final double x = random.nextDouble(8, 16), y = random.nextDouble(8, 16);
			for (int t = -5; t <= 5; t++) pixels[(int) (n % 2 == 0 ? y : y + t) * 24 + (int) (n % 2 == 0 ? x + t : x)] = 1;
			for (int i = 0; i < pixels.length; i++) pixels[i] += (float) (0.05 * random.nextGaussian());
			stack.addSlice(n % 2 == 0 ? "lying" : "standing\nof 60", pixels);
		}
		new ImagePlus("source", stack).show();
		final ImagePlus atoms = run("source", LEARN + "epochs=4 layers=2 nextatoms=5 batch=15');");
		final SparseModel model = AtomStacks.read(atoms);
		final ConvolutionalNetwork network = ((ConvolutionalSettings) model.encoder()).network(model);
		assertThat(network.layers().get(1).dictionary().shape().toString()).isEqualTo("4 x 4 in 12 channels");
		assertThat(result("Epochs of layer 2")).isEqualTo(4);
		final ImagePlus readout = run("source", "run('Train Read-out...', 'dictionary=source-atoms');");
		assertThat(readout.getTitle()).isEqualTo("source-readout");
		assertThat(result("Train images")).isEqualTo(48);
		assertThat(result("Test accuracy")).isGreaterThan(0.9);
		final ImagePlus confusion = WindowManager.getImage("source-confusion");
		assertThat(confusion.getStack().getSliceLabel(1)).isEqualTo("test: lying, standing");
		assertThat(IntStream.range(0, 4).mapToDouble(i -> ((float[]) confusion.getStack().getPixels(1))[i]).sum()).isEqualTo(12);
		run("source", "run('Train Read-out...', 'dictionary=source-readout test=1');");
		assertThat(result("Test images")).isEqualTo(60);
		assertThat(result("Test accuracy")).isGreaterThan(0.9);
		final ImagePlus deep = run("source", "run('Encode Convolutional...', 'dictionary=source-atoms layer=2');");
		assertThat(deep.getNSlices()).isEqualTo(5);
		assertThat(run(deep.getTitle(), "run('Reconstruct Convolutional...', 'dictionary=source-atoms');").getNChannels()).isEqualTo(12);
	}

	@Test
	void normalisedContrastIsThatOfWhitenImage() {
		source(33, 29, 2);
		final ImagePlus whitened = run("source", "run('Whiten Image...', 'method=[Local contrast normalization] scope=[All slices]');"), normalized = run("source", "run('Local Contrast Normalization...', 'scope=[All slices]');");
		assertThat(normalized.getTitle()).isEqualTo("source-normalized");
		assertThat(normalized.getStack().getSliceLabel(2)).isEqualTo("edges 1");
		for (int n = 1; n <= 2; n++) assertThat((float[]) normalized.getStack().getPixels(n)).containsExactly((float[]) whitened.getStack().getPixels(n));
		assertThat(pixels(run("source", "run('Local Contrast Normalization...', 'taps=5');"))).isNotEqualTo(pixels(normalized));
	}
}
