package io.github.sparsej.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.sparsej.imagej.file.Samples;
import io.github.sparsej.testing.HeadlessImageJ;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.gui.Plot;
import ij.io.FileSaver;
import ij.measure.ResultsTable;
import ij.process.ImageProcessor;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The macros of the menu run from the jar, as a user would start them. */
class MacrosTest {

	@BeforeEach
	void imageJ() {
		HeadlessImageJ.reset();
	}

	private static double result(final String column, final int row) {
		return ResultsTable.getResultsTable().getValue(column, row);
	}

	@Test
	void learnEncodeReconstruct() {
		final String open = HeadlessImageJ.macro("run('SparseJ Learn Encode Reconstruct'); return String.join(getList('image.titles'));");
		assertThat(open.split(", ")).contains("camera.png", "camera-learning-curve", "camera-atoms", "camera-mosaic", "camera-code", "camera-reconstruction");
		assertThat(result("PSNR (dB)", 0)).isGreaterThan(35);
		assertThat(result("SSIM", 0)).isGreaterThan(0.95);
	}

	@Test
	void visualCortexAtoms() {
		assertThat(HeadlessImageJ.macro("run('SparseJ Visual Cortex Atoms'); return getTitle();")).isEqualTo("raccoon-mosaic");
		assertThat(result("Atoms", 0)).isEqualTo(144);
		assertThat(result("Entropy of use (0-1)", 0)).as("homeostasis spreads the use of atoms").isGreaterThan(0.95);
	}

	@Test
	void whitenAndUnwhiten() {
		assertThat(HeadlessImageJ.macro("run('SparseJ Whiten and Unwhiten'); return getTitle();")).isEqualTo("cell-unwhitened");
		assertThat(result("PSNR (dB)", 0)).isGreaterThan(60);
	}

	@Test
	void atomsAgainstCosines() {
		assertThat(HeadlessImageJ.macro("run('SparseJ Atoms Against Cosines'); return '' + nResults;")).isEqualTo("2");
		assertThat(result("PSNR (dB)", 0)).as("learned atoms against cosines").isGreaterThan(result("PSNR (dB)", 1));
	}

	@Test
	void encodersSideBySide() {
		assertThat(HeadlessImageJ.macro("run('SparseJ Encoders Side By Side'); return '' + nResults;")).isEqualTo("25");
		for (int point = 0; point < 5; point++) {
			final double mp = result("Residual (share of l2 norm)", point), omp = result("Residual (share of l2 norm)", 5 + point), ormp = result("Residual (share of l2 norm)", 10 + point);
			assertThat(omp).isLessThanOrEqualTo(mp * 1.0001);
			assertThat(ormp).isLessThanOrEqualTo(omp * 1.0001);
		}
	}

	@Test
	void learnersSideBySide() throws Exception {
		final String macro = Files.readString(Path.of("macros", "Learners_Side_By_Side.ijm")).replace("newArray(300, 300, 10, 10)", "newArray(40, 40, 2, 2)").replace("patches=20000", "patches=4000");
		assertThat(macro).contains("newArray(40,", "patches=4000");
		assertThat(HeadlessImageJ.macro(macro + "return '' + nResults;")).isEqualTo("4");
		for (int row = 0; row < 4; row++) assertThat(result("PSNR (dB)", row)).as("learner %d", row).isGreaterThan(33);
	}

	@Test
	void convolutionalHomeostasis() throws Exception {
		final String macro = Files.readString(Path.of("macros", "Convolutional_Homeostasis.ijm")).replace("epochs = 100;", "epochs = 40;");
		assertThat(macro).contains("epochs = 40;");
		final String open = HeadlessImageJ.macro(macro + "return String.join(getList('image.titles'));");
		assertThat(open.split(", ")).contains("natural", "without-atoms", "without-mosaic", "without-use", "without-where", "with-atoms", "with-mosaic", "with-use", "with-residual-norm", "with-energy-left");
		assertThat(result("Spread of use", 1)).as("homeostasis evens the use of atoms").isLessThan(0.15).isLessThan(0.4 * result("Spread of use", 0));
		assertThat(result("Residual norm", 1)).as("at no cost").isLessThan(1.01 * result("Residual norm", 0));
	}

	@Test
	void denoiseSideBySide() {
		final String open = HeadlessImageJ.macro("run('SparseJ Denoise Side By Side'); return String.join(getList('image.titles'));");
		assertThat(open.split(", ")).contains("clean", "noisy", "denoised-as-gaussian", "denoised");
		assertThat(result("PSNR (dB)", 3)).as("as Gaussian").isGreaterThan(result("PSNR (dB)", 2) + 5);
		assertThat(result("PSNR (dB)", 4)).as("as what it is").isGreaterThan(result("PSNR (dB)", 3) + 0.3);
	}

	/** In small: two frames of fewer pixels. The noise is that of photons: its variance grows with brightness. */
	@Test
	void lowLightSeries() throws Exception {
		final String macro = Files.readString(Path.of("macros", "Low_Light_Series.ijm")).replace("frames = 5;", "frames = 2;").replace("side = 240;", "side = 60;");
		assertThat(macro).contains("frames = 2;", "side = 60;");
		final ImagePlus noisy = HeadlessImageJ.image(macro);
		final ImagePlus clean = WindowManager.getImage("clean");
		assertThat(noisy.getTitle()).isEqualTo("noisy");
		assertThat(noisy.getStackSize()).isEqualTo(2);
		double max = 0;
		for (int slice = 1; slice <= 2; slice++) max = Math.max(max, clean.getStack().getProcessor(slice).getStats().max);
		double relative = 0;
		int count = 0;
		for (int slice = 1; slice <= 2; slice++)
			for (int i = 0; i < 3600; i++) {
				final double mean = clean.getStack().getProcessor(slice).getf(i), step = max / 20, difference = noisy.getStack().getProcessor(slice).getf(i) - mean;
				if (mean == 0) continue;
				relative += difference * difference / (mean * step);
				count++;
			}
		assertThat(relative / count).as("variance in units of that of photons").isCloseTo(1, within(0.1));
	}

	/** Those that take little time; each is to be as it is shown, but for how a font is drawn. */
	@Tag("long")
	@Test
	void thePicturesOfTheGuideAreWhatTheirMacroMakes(@TempDir final Path folder) throws Exception {
		final String pictures = "learn encode residuals whiten denoising series convolutional points";
		final String macro = Files.readString(Path.of("macros", "Guide_Pictures.ijm")).replace("getArgument()", "'" + folder + "|" + pictures + "'");
		assertThat(HeadlessImageJ.macro(macro + "\nreturn 'done';")).isEqualTo("done");
		for (final String picture : pictures.split(" ")) {
			final ImageProcessor made = IJ.openImage(folder.resolve(picture + ".png").toString()).getProcessor().convertToByte(false);
			final ImageProcessor shown = IJ.openImage(Path.of("src", "site", "resources", "images", picture + ".png").toString()).getProcessor().convertToByte(false);
			assertThat(new int[] { made.getWidth(), made.getHeight() }).as(picture).containsExactly(shown.getWidth(), shown.getHeight());
			final double difference = IntStream.range(0, made.getPixelCount()).mapToDouble(i -> Math.abs(made.getf(i) - shown.getf(i))).average().orElseThrow();
			assertThat(difference).as("mean difference of %s in grey values", picture).isLessThan(3);
		}
	}

	/** In small: a smaller image. */
	@Test
	void inpaintMissingPixels() throws Exception {
		final String macro = Files.readString(Path.of("macros", "Inpaint_Missing_Pixels.ijm")).replace("name=Raccoon", "name=Microaneurysms").replace("mask=missing\"", "mask=missing patches=5000 iterations=3\"");
		assertThat(macro).contains("Microaneurysms", "iterations=3");
		assertThat(HeadlessImageJ.macro(macro + "return '' + nResults;")).isEqualTo("4");
		assertThat(result("PSNR (dB)", 2)).as("by cosines").isGreaterThan(26);
		assertThat(result("PSNR (dB)", 3)).as("by learned atoms").isGreaterThan(26);
	}

	/** In small: fewer patches, units and steps. */
	@Test
	void sparseAutoencoders() throws Exception {
		final String macro = Files.readString(Path.of("macros", "Sparse_Autoencoders.ijm")).replace("patches=10000 hidden=25 iterations=400", "patches=1000 hidden=9 iterations=30")
			.replace("patchsize=12 patches=10000 hidden=144 iterations=10000", "patchsize=8 patches=2000 hidden=64 iterations=1000")
			.replace("patchsize=8 patches=10000 hidden=16", "patchsize=6 patches=2000 hidden=8").replace("patchsize=12 patches=5000 atoms=100", "patchsize=6 patches=500 atoms=20");
		assertThat(macro).contains("hidden=9", "hidden=64", "hidden=8", "atoms=20");
		final String open = HeadlessImageJ.macro(macro + "\nreturn String.join(getList('image.titles'));");
		assertThat(open.split(", ")).contains("sigmoid-filters", "sigmoid-encoder", "lambda-0-mosaic", "lambda-1-mosaic", "lambda-0", "lambda-1", "lambda-1-sorted-activations", "tied-J", "energy-convergence", "energy-mosaic", "sparsification-weights-left", "sparsification-weights");
		assertThat(result("Active (%)", 2)).as("share of activities with the penalty").isLessThan(result("Active (%)", 1));
		assertThat(result("Reconstruction error", 2)).as("what it costs").isGreaterThan(result("Reconstruction error", 1));
		final Plot activities = (Plot) WindowManager.getImage("lambda-1-sorted-activations").getProperty(Plot.PROPERTY_KEY);
		assertThat(activities.getDataObjectArrays(1)[1]).as("those of lambda-0 beside").hasSize(25 * 64);
		assertThat(result("J", 3)).as("linear units against principal components").isCloseTo(result("Sum of remaining eigenvalues", 3), within(1e-6 * result("J", 3)));
		assertThat(result("Objective", 4)).as("of the energy auto-encoder").isPositive();
		assertThat(result("Weights left", ResultsTable.getResultsTable().size() - 1)).isEqualTo(1);
	}

	@Test
	void folderWithOneDictionary(@TempDir final Path folder) throws Exception {
		for (final String name : new String[] { "a.png", "b.png" }) new FileSaver(Samples.open(Samples.Sample.MICROANEURYSMS)).saveAsPng(folder.resolve(name).toString());
		final String macro = Files.readString(Path.of("macros", "Folder_With_One_Dictionary.ijm")).replace("getArgument()", "'" + folder + "'") + "\nreturn '' + nResults;";
		assertThat(HeadlessImageJ.macro(macro)).as("learned from, encoded, compared").isEqualTo("6");
		for (final String file : new String[] { "dictionary.tif", "a-code.tif", "a-reconstruction.tif", "b-reconstruction.tif" }) assertThat(folder.resolve("reconstructions").resolve(file)).exists();
		assertThat(result("PSNR (dB)", 5)).isGreaterThan(30);
		HeadlessImageJ.reset();
		HeadlessImageJ.macro(macro);
		assertThat(ResultsTable.getResultsTable().getStringValue("Status", 2)).isEqualTo("done before");
	}

	/** In small: the same commands, with fewer and shorter runs. */
	@Test
	void figuresOfSparseHebbianLearning(@TempDir final Path folder) throws Exception {
		final String macro = Files.readString(Path.of("macros", "SHL_Figures.ijm")).replace("patchsize=12 atoms=144 patches=20000 nonzeros=10 iterations=201 batch=512", "patchsize=5 atoms=20 patches=600 nonzeros=4 iterations=21 batch=100")
			.replace("seeds=3 every=20", "seeds=1 every=20").replace("points=5 every=100", "points=2 every=20").replace("getDirectory(\"temp\") + \"sparsej-figures\"", "'" + folder + "'");
		assertThat(macro).contains("iterations=21 ", "seeds=1 ", "points=2 ", folder.toString());
		final String open = HeadlessImageJ.macro(macro + "\nreturn String.join(getList('image.titles'));");
		assertThat(open.split(", ")).contains("HEH-atoms", "HEH-mosaic", "HEH-quantiles", "figure-1B", "figure-3B", "figure-2B-eta", "figure-2B-etahomeo", "control-eta", "control-etahomeo", "control-encoder", "control-initial", "control-adam");
		final ResultsTable table = ResultsTable.getResultsTable();
		assertThat(IntStream.range(0, table.size()).mapToObj(row -> table.getStringValue("From cache", row)).filter("yes"::equals)).as("runs that figures share are made once").hasSizeGreaterThan(10);
	}

	/** Named by a test, or run by another macro, which is. */
	@Test
	void allMacrosOfTheMenuAreRunHere() throws Exception {
		final StringBuilder texts = new StringBuilder(Files.readString(Path.of("src", "test", "java", "io", "github", "sparsej", "command", "MacrosTest.java")));
		try (Stream<Path> macros = Files.list(Path.of("macros"))) {
			for (final Path macro : macros.toList()) texts.append(Files.readString(macro).replace('"', '\''));
		}
		assertThat(HeadlessImageJ.menu().entrySet().stream().filter(entry -> entry.getValue().startsWith("ij.plugin.Macro_Runner"))).isNotEmpty()
			.allSatisfy(entry -> assertThat(texts.toString()).as(entry.getKey()).containsAnyOf("run('" + entry.getKey() + "'", "\"" + entry.getValue().replaceAll("^.*/([^/]*)\"\\)$", "$1") + "\""));
	}

	@Tag("long")
	@Test
	void theFiguresShowThatHomeostasisHelps() {
		assertThat(HeadlessImageJ.macro("run('SparseJ SHL Figures'); return 'done';")).isEqualTo("done");
		final ResultsTable table = ResultsTable.getResultsTable();
		final Map<String, Double> last = new HashMap<>();
		for (int row = 0; row < table.size(); row++) last.putIfAbsent(table.getStringValue("Method", row), table.getValue("F", row));
		assertThat(last.get("HEH")).isLessThan(last.get("None"));
		assertThat(last.get("HAP")).isLessThan(last.get("None"));
		assertThat(last.get("None")).isLessThan(last.get("OLS"));
	}
}
