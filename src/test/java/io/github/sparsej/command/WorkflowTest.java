package io.github.sparsej.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ij.IJ;
import ij.ImagePlus;
import ij.Prefs;
import ij.WindowManager;
import ij.measure.Calibration;
import ij.measure.ResultsTable;

import io.github.sparsej.testing.HeadlessImageJ;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Images through the commands as macros call them, in the real ImageJ without a screen. */
class WorkflowTest {

	private static final String LEARN = "run('Learn Dictionary...', 'patchsize=6 atoms=36 patches=3000 nonzeros=4 signed=true initial=DCT iterations=10 curves=false %s');\n";
	private static final String ENCODE = "run('Encode Image...', 'dictionary=%s encoder=[Orthogonal matching pursuit] nonzeros=36 stride=3 %s');\n";

	@BeforeEach
	void imageJ() {
		HeadlessImageJ.reset();
	}

	private static String sample(final String more) {
		return "run('Open SparseJ Sample...', 'name=Microaneurysms'); " + more + " rename('source');\n";
	}

	@ParameterizedTest
	@CsvSource({ "Compact", "Maps" })
	void aCompleteDictionaryBringsTheImageBack(final String output) {
		final ImagePlus back = HeadlessImageJ.image(sample("") + LEARN.formatted("") + "selectImage('source');\n" + ENCODE.formatted("source-atoms", "output=" + output) + "run('Reconstruct Image...', 'dictionary=source-atoms');");
		assertThat(back.getTitle()).isEqualTo("source-reconstruction");
		final float[] expected = (float[]) WindowManager.getImage("source").getProcessor().convertToFloatProcessor().getPixels();
		assertThat((float[]) back.getProcessor().getPixels()).usingComparatorWithPrecision(0.05f).containsExactly(expected);
	}

	@Test
	void theCompactCodeIsAtomNumbersThenCoefficientsByFallingMagnitudeThenMeans() {
		final ImagePlus code = HeadlessImageJ.image(sample("") + LEARN.formatted("") + "selectImage('source');\nrun('Encode Image...', 'dictionary=source-atoms encoder=[Matching pursuit] nonzeros=3 stride=6');");
		assertThat(code.getTitle()).isEqualTo("source-code");
		assertThat(new int[] { code.getWidth(), code.getHeight(), code.getStackSize() }).containsExactly(17, 17, 7);
		assertThat(code.getStack().getSliceLabel(7)).isEqualTo("patch mean");
		for (int y = 0; y < 17; y++)
			for (int x = 0; x < 17; x++) {
				assertThat(code.getStack().getVoxel(x, y, 0)).isBetween(0.0, 36.0);
				assertThat(Math.abs(code.getStack().getVoxel(x, y, 3))).isGreaterThanOrEqualTo(Math.abs(code.getStack().getVoxel(x, y, 4)));
			}
		final ImagePlus source = WindowManager.getImage("source");
		source.setRoi(0, 0, 6, 6);
		assertThat(code.getStack().getVoxel(0, 0, 6)).isCloseTo(source.getStatistics().mean, within(1e-4));
	}

	@Test
	void resultsAreCalibratedLikeTheirSource() {
		final String macro = sample("setVoxelSize(0.5, 0.5, 1, 'um');") + LEARN.formatted("") + "selectImage('source');\n" + ENCODE.formatted("source-atoms", "") + "run('Reconstruct Image...', 'dictionary=source-atoms');";
		final Calibration back = HeadlessImageJ.image(macro).getCalibration();
		assertThat(back.pixelWidth).isCloseTo(0.5, within(1e-12));
		assertThat(back.getUnit()).isEqualTo("µm");
		assertThat(back.xOrigin).isCloseTo(0, within(1e-9));
		final Calibration code = WindowManager.getImage("source-code").getCalibration();
		assertThat(code.pixelWidth).isCloseTo(1.5, within(1e-12));
		assertThat(code.getX(0)).as("the middle of the first patch").isCloseTo(2.5 * 0.5, within(1e-12));
		assertThat(WindowManager.getImage("source-atoms").getCalibration().pixelWidth).isEqualTo(0.5);
	}

	@ParameterizedTest
	@ValueSource(strings = { "8-bit", "16-bit", "32-bit", "RGB Color" })
	void everyKindOfImageIsLearnedFromEncodedAndReconstructed(final String kind) {
		HeadlessImageJ.macro(sample(""));
		final ImagePlus source = WindowManager.getImage("source");
		switch (kind) {
			case "16-bit" -> source.setProcessor(source.getProcessor().convertToShortProcessor());
			case "32-bit" -> source.setProcessor(source.getProcessor().convertToFloatProcessor());
			case "RGB Color" -> source.setProcessor(source.getProcessor().convertToRGB());
			default -> {}
		}
		final ImagePlus back = HeadlessImageJ.image(LEARN.formatted("") + "selectImage('source');\n" + ENCODE.formatted("source-atoms", "") + "run('Reconstruct Image...', 'dictionary=source-atoms'); run('Compare with Reference...', 'reference=source peak=255');");
		assertThat(back.getBitDepth()).isEqualTo(32);
		assertThat(ResultsTable.getResultsTable().getValue("PSNR (dB)", 0)).isGreaterThan(60);
	}

	@Test
	void jointColorsHaveAtomsOfThreeChannels() {
		HeadlessImageJ.macro(sample(""));
		final ImagePlus source = WindowManager.getImage("source");
		source.setProcessor(source.getProcessor().convertToRGB());
		final ImagePlus back = HeadlessImageJ.image("run('Learn Dictionary...', 'patchsize=4 atoms=48 patches=2000 nonzeros=4 initial=DCT iterations=0 color=Joint curves=false');\nselectImage('source');\n"
			+ "run('Encode Image...', 'dictionary=source-atoms encoder=[Orthogonal matching pursuit] nonzeros=48 stride=2'); run('Reconstruct Image...', 'dictionary=source-atoms');");
		assertThat(WindowManager.getImage("source-atoms").getNChannels()).isEqualTo(3);
		assertThat(back.getNChannels()).isEqualTo(3);
		HeadlessImageJ.image("run('Compare with Reference...', 'reference=source');");
		assertThat(ResultsTable.getResultsTable().getValue("PSNR (dB)", 0)).as("of all three channels").isGreaterThan(60);
		assertThat(back.getStack().getVoxel(50, 50, 1)).isCloseTo((source.getProcessor().getPixel(50, 50) >> 8) & 255, within(0.5));
	}

	@Test
	void patchesWithDepthComeFromTheStackAndGoBack() {
		HeadlessImageJ.macro(sample("run('Open SparseJ Sample...', 'name=Microaneurysms');"));
		final ImagePlus source = WindowManager.getImage("source");
		for (int i = 0; i < 4; i++) {
			source.getStack().addSlice(source.getStack().getProcessor(1).duplicate());
			source.getStack().getProcessor(i + 2).add(3 * i);
		}
		source.setStack(source.getStack());
		source.setDimensions(1, 5, 1);
		final ImagePlus back = HeadlessImageJ.image("selectImage('source');\nrun('Learn Dictionary...', 'patchsize=4 depth=2 atoms=32 patches=2000 nonzeros=4 initial=DCT iterations=0 curves=false');\nselectImage('source');\n"
			+ "run('Encode Image...', 'dictionary=source-atoms encoder=[Orthogonal matching pursuit] nonzeros=32 stride=2'); run('Reconstruct Image...', 'dictionary=source-atoms');");
		assertThat(back.getNSlices()).isEqualTo(5);
		source.setSlice(2);
		HeadlessImageJ.image("selectImage('source-reconstruction'); run('Compare with Reference...', 'reference=source');");
		assertThat(ResultsTable.getResultsTable().getValue("PSNR (dB)", 0)).as("of all slices, whichever is shown").isGreaterThan(60);
		assertThat(back.getStack().getVoxel(40, 40, 4)).isCloseTo(source.getStack().getVoxel(40, 40, 4), within(0.05));
	}

	@Test
	void learningStaysInsideTheSelection() {
		// left half constant, right half structure: patches of the left would be constant
		final ImagePlus atoms = HeadlessImageJ.image("newImage('source', '8-bit black', 60, 30, 1); for (y = 0; y < 30; y++) for (x = 30; x < 60; x++) setPixel(x, y, 255 * random()); makeRectangle(30, 0, 30, 30);\n"
			+ "run('Sample Patches...', 'patchsize=5 patches=200 removemean=false');");
		for (int i = 1; i <= 200; i++) assertThat(atoms.getStack().getProcessor(i).getStatistics().stdDev).isPositive();
	}

	@ParameterizedTest
	@ValueSource(strings = { "Olshausen-Field", "ZCA" })
	void whiteningIsTakenBackAlsoAfterSaving(final String method, @TempDir final Path folder) {
		HeadlessImageJ.image(sample("") + "run('Whiten Image...', 'method=[" + method + "]');");
		final Path file = folder.resolve("white.tif");
		IJ.saveAsTiff(WindowManager.getImage("source-whitened"), file.toString());
		HeadlessImageJ.macro("selectImage('white.tif'); close();");
		final ImagePlus back = HeadlessImageJ.image("open('" + file + "'); run('Whiten Image...', 'inverse=true'); run('Compare with Reference...', 'reference=source');");
		assertThat(back.getTitle()).isEqualTo("white-unwhitened");
		assertThat(ResultsTable.getResultsTable().getValue("PSNR (dB)", 0)).isGreaterThan(60);
	}

	@Test
	void allSlicesAndChannelsAreWhitenedAsTheyAreAlone() {
		final ImagePlus white = HeadlessImageJ.image("newImage('source', '16-bit ramp', 40, 30, 6); for (s = 1; s <= 6; s++) { setSlice(s); setPixel(s, s, 60000); }\n"
			+ "run('Whiten Image...', 'scope=[All slices]');");
		assertThat(white.getStackSize()).isEqualTo(6);
		final ImagePlus one = HeadlessImageJ.image("selectImage('source'); setSlice(4); run('Whiten Image...'); rename('one');");
		assertThat(one.getStackSize()).isEqualTo(1);
		assertThat((float[]) one.getProcessor().getPixels()).isEqualTo(white.getStack().getPixels(4));
	}

	@Test
	void aDictionaryComesBackFromItsFileBitByBit(@TempDir final Path folder) throws Exception {
		final Path file = folder.resolve("atoms.tif");
		HeadlessImageJ.image(sample("") + LEARN.formatted("whitening=ZCA homeostasis=HAP") + "run('Save Dictionary...', 'path=[" + file + "]');");
		final ImagePlus saved = WindowManager.getImage("source-atoms");
		final ImagePlus opened = HeadlessImageJ.image("close('source-atoms'); run('Open Dictionary...', 'path=[" + file + "]');");
		assertThat(opened.getProperty("Info")).isEqualTo(saved.getProperty("Info"));
		for (int i = 1; i <= 36; i++) assertThat((float[]) opened.getStack().getPixels(i)).isEqualTo(saved.getStack().getPixels(i));
		try (var files = Files.list(folder)) {
			assertThat(files).as("nothing else is left").containsExactly(file);
		}
		final ImagePlus asTiff = HeadlessImageJ.image("rename('again');");
		IJ.saveAsTiff(asTiff, folder.resolve("saveas.tif").toString());
		assertThat(HeadlessImageJ.image("run('Open Dictionary...', 'path=[" + folder.resolve("saveas.tif") + "]');").getProperty("Info")).isEqualTo(saved.getProperty("Info"));
	}

	@Test
	void aCodeIsReconstructedAlsoAfterSaving(@TempDir final Path folder) {
		final ImagePlus direct = HeadlessImageJ.image(sample("") + LEARN.formatted("") + "selectImage('source');\n" + ENCODE.formatted("source-atoms", "") + "run('Reconstruct Image...', 'dictionary=source-atoms'); rename('direct');");
		final Path file = folder.resolve("code.tif");
		IJ.saveAsTiff(WindowManager.getImage("source-code"), file.toString());
		final ImagePlus again = HeadlessImageJ.image("open('" + file + "'); run('Reconstruct Image...', 'dictionary=source-atoms');");
		assertThat((float[]) again.getProcessor().getPixels()).isEqualTo(direct.getProcessor().getPixels());
	}

	@Test
	void anImageWithoutStructureHasAnEmptyCodeAndComesBack() {
		final ImagePlus back = HeadlessImageJ.image(sample("") + LEARN.formatted("removemean=false") + "newImage('flat', '32-bit black', 30, 20, 1);\n" + ENCODE.formatted("source-atoms", "") + "run('Reconstruct Image...', 'dictionary=source-atoms');");
		assertThat((float[]) back.getProcessor().getPixels()).containsOnly(0f);
	}

	@Test
	void theOnlyOpenModelIsTheDictionaryWhereNoneIsNamed() {
		assertThat(HeadlessImageJ.image(sample("") + LEARN.formatted("") + "selectImage('source'); run('Encode Image...');").getTitle()).isEqualTo("source-code");
		assertThat(HeadlessImageJ.image("run('Reconstruct Image...');").getTitle()).isEqualTo("source-reconstruction");
	}

	@Test
	void ofSeveralDictionariesOfOneTitleTheNewestIsUsed() {
		final ImagePlus code = HeadlessImageJ.image(sample("") + LEARN.formatted("") + "selectImage('source');\nrun('Learn Dictionary...', 'patchsize=6 atoms=20 patches=500 iterations=0 curves=false');\nselectImage('source');\n"
			+ "run('Encode Image...', 'dictionary=source-atoms output=Maps');");
		assertThat(code.getStackSize()).isEqualTo(20 + 1);
	}

	@ParameterizedTest
	@CsvSource({ "'', 4", "nonzeros=10, 10", "nonzeros=2, 2" })
	void asLearnedMeansAsManyNonzerosUnlessTheMacroNamesThem(final String given, final int nonzeros) {
		final ImagePlus code = HeadlessImageJ.image(sample("") + LEARN.formatted("") + "selectImage('source');\nrun('Encode Image...', 'dictionary=source-atoms " + given + "');");
		assertThat(code.getStackSize()).isEqualTo(2 * nonzeros + 1);
	}

	@Test
	void valuesInBracketsHideNoKeys(@TempDir final Path folder) {
		final Path odd = folder.resolve("d dictionary=3.tif");
		HeadlessImageJ.image(sample("") + LEARN.formatted("") + "run('Save Dictionary...', 'path=[" + odd + "]');");
		assertThat(odd).exists();
		assertThat(HeadlessImageJ.image("run('Open Dictionary...', 'path=[" + odd + "]');").getStackSize()).isEqualTo(36);
	}

	@Test
	void aTableOfTheUserKeepsItsDigits() {
		final ResultsTable table = ResultsTable.getResultsTable();
		table.setPrecision(9);
		HeadlessImageJ.image(sample("") + "setResult('Pi', 0, PI); run('Compare with Reference...', 'reference=source');");
		assertThat(table.getStringValue("Pi", 0)).isEqualTo("3.141592654");
		assertThat(table.getStringValue("RMSE", 1)).isEqualTo("0.0000");
	}

	@Test
	void calibratedGreyValuesAreComparedInTheirOwnRange() {
		HeadlessImageJ.macro(sample(""));
		final ImagePlus source = WindowManager.getImage("source");
		source.getCalibration().setFunction(Calibration.STRAIGHT_LINE, new double[] { 0, 0.01 }, "OD");
		final ImagePlus moved = source.duplicate();
		moved.setTitle("moved");
		moved.getProcessor().add(1);
		moved.show();
		HeadlessImageJ.image("selectImage('moved'); run('Compare with Reference...', 'reference=source');");
		assertThat(ResultsTable.getResultsTable().getValue("PSNR (dB)", 0)).as("1 of 255 grey values").isCloseTo(48.13, within(0.1));
	}

	@Test
	void theInputIsNeverChanged() {
		HeadlessImageJ.image(sample(""));
		final ImagePlus source = WindowManager.getImage("source");
		final byte[] before = ((byte[]) source.getProcessor().getPixels()).clone();
		HeadlessImageJ.image(LEARN.formatted("whitening=SHL") + "selectImage('source'); run('Whiten Image...', 'method=SHL'); selectImage('source');\n" + ENCODE.formatted("source-atoms", "") + "selectImage('source'); run('Sample Patches...', 'patches=10');");
		assertThat((byte[]) source.getProcessor().getPixels()).isEqualTo(before);
	}

	@Test
	void theSameMacroGivesTheSameBitsWithDecimalCommasAndOtherThreads() {
		final String macro = sample("") + LEARN.formatted("eta=0.01");
		final Locale locale = Locale.getDefault();
		final float[][] first = slices(HeadlessImageJ.image(macro));
		try {
			Locale.setDefault(Locale.GERMANY);
			HeadlessImageJ.reset();
			Prefs.setThreads(5);
			final ImagePlus again = HeadlessImageJ.image(macro);
			assertThat(Arrays.deepEquals(slices(again), first)).isTrue();
			assertThat((String) again.getProperty("Info")).contains("0.01");
		}
		finally {
			Locale.setDefault(locale);
			Prefs.setThreads(Runtime.getRuntime().availableProcessors());
		}
	}

	private static float[][] slices(final ImagePlus image) {
		final float[][] slices = new float[image.getStackSize()][];
		for (int i = 0; i < slices.length; i++) slices[i] = ((float[]) image.getStack().getPixels(i + 1)).clone();
		return slices;
	}

	@Test
	void anyStackServesAsADictionary() {
		final ImagePlus back = HeadlessImageJ.image(sample("") + "newImage('foreign', '32-bit black', 2, 2, 4); for (i = 0; i < 4; i++) { setSlice(i + 1); setPixel(i % 2, floor(i / 2), 5); }\nselectImage('source');\n"
			+ "run('Encode Image...', 'dictionary=foreign encoder=[Orthogonal matching pursuit] nonzeros=4 stride=1'); run('Reconstruct Image...', 'dictionary=foreign'); run('Compare with Reference...', 'reference=source');");
		assertThat(back.getTitle()).isEqualTo("source-reconstruction");
		assertThat(ResultsTable.getResultsTable().getValue("PSNR (dB)", 0)).isGreaterThan(80);
	}

	@Test
	void deletedSlicesMakeAForeignStackOfTheRest() {
		HeadlessImageJ.image(sample("") + LEARN.formatted(""));
		final ImagePlus atoms = WindowManager.getImage("source-atoms");
		atoms.getStack().deleteLastSlice();
		atoms.setStack(atoms.getStack());
		HeadlessImageJ.image("selectImage('source'); run('Encode Image...', 'dictionary=source-atoms output=Maps'); rename('maps');");
		assertThat(WindowManager.getImage("maps").getStackSize()).isEqualTo(35 + 1);
	}

	@Test
	void statisticsTellTheUseOfAtoms() {
		HeadlessImageJ.image(sample("") + LEARN.formatted("") + "run('Dictionary Statistics...', 'image=source');");
		final ResultsTable table = ResultsTable.getResultsTable();
		assertThat(table.getValue("Atoms", 0)).isEqualTo(36);
		assertThat(table.getValue("Coherence", 0)).isBetween(0.0, 1.0);
		assertThat(table.getValue("Entropy of use (0-1)", 0)).isBetween(0.5, 1.0);
		assertThat(WindowManager.getImage("source-use")).isNotNull();
	}
}
