package io.github.sparsej.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.nio.file.Path;
import java.util.Arrays;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.WindowManager;
import ij.measure.Calibration;
import ij.measure.ResultsTable;
import ij.process.ImageProcessor;

import io.github.sparsej.testing.HeadlessImageJ;
import io.github.sparsej.testing.KindsOfImages;

/** What results keep of the image they come from: where each slice lies, and how it looks. */
class ResultsOfStacksTest {

	private static final String DENOISE = "run('Sparse Denoise...', 'sigma=0.01 method=DCT patchsize=4 atoms=16 stride=2 %s');";
	private static final String INPAINT = "run('Inpaint Image...', 'patchsize=4 atoms=16 iterations=0 stride=4 %s');";
	/** As many atoms as pixels describe any patch. */
	private static final String ATOMS = "selectImage('T'); run('Learn Dictionary...', 'patchsize=4 atoms=%d patches=100 initial=DCT iterations=0 curves=false %s'); rename('atoms'); selectImage('T');\n";
	private static final String CODE = "run('Encode Image...', 'dictionary=atoms encoder=[Orthogonal matching pursuit] nonzeros=%d %s'); run('Reconstruct Image...', 'dictionary=atoms');";

	@BeforeEach
	void imageJ() {
		HeadlessImageJ.reset();
	}

	private static ImagePlus open(final String kind) {
		final ImagePlus image = KindsOfImages.make(kind);
		for (int i = 1; i <= image.getStackSize(); i++) image.getStack().setSliceLabel("label " + i, i);
		image.getCalibration().pixelWidth = 0.25;
		image.getCalibration().pixelDepth = 2;
		image.getCalibration().setUnit("um");
		image.getCalibration().frameInterval = 3;
		image.show();
		return image;
	}

	private static ImagePlus run(final ImagePlus image, final String macro) {
		return HeadlessImageJ.image("selectImage(" + image.getID() + ");\n" + macro);
	}

	private static double distance(final ImageProcessor one, final ImageProcessor other) {
		double largest = 0;
		for (int i = 0; i < one.getPixelCount(); i++) largest = Math.max(largest, Math.abs(one.getf(i) - other.getf(i)));
		return largest;
	}

	private static void assertSame(final ImagePlus result, final ImagePlus source, final double tolerance) {
		assertThat(result.getDimensions()).isEqualTo(source.getDimensions());
		for (int i = 1; i <= source.getStackSize(); i++) {
			assertThat(distance(result.getStack().getProcessor(i), source.getStack().getProcessor(i))).as("slice " + i).isLessThan(tolerance);
			assertThat(result.getStack().getSliceLabel(i)).isEqualTo("label " + i);
		}
		assertThat(result.getCalibration().equals(source.getCalibration())).isTrue();
		assertThat(result.getCalibration().frameInterval).isEqualTo(3);
		assertThat(result.getBitDepth()).isEqualTo(32);
	}

	@ParameterizedTest
	@ValueSource(strings = {
		"run('Whiten Image...', 'scope=[All slices] color=Separate'); run('Whiten Image...', 'inverse=true scope=[All slices] color=Separate');",
		"run('Sparse Denoise...', 'sigma=0.01 method=DCT patchsize=4 atoms=16 stride=2 scope=[All slices] color=Separate');",
		"run('Sparse Denoise...', 'sigma=0.01 method=DCT patchsize=4 atoms=32 stride=2 scope=[All slices] color=Joint');",
		"run('Sparse Denoise...', 'sigma=0.01 method=DCT patchsize=4 depth=2 atoms=32 stride=2 scope=[All slices] color=Separate');",
		"run('Sparse Denoise...', 'sigma=0.01 method=DCT patchsize=4 depth=2 atoms=64 stride=2 scope=[All slices] color=Joint');",
		"run('Inpaint Image...', 'patchsize=4 atoms=16 iterations=0 stride=4 scope=[All slices] color=Separate');",
		"run('Inpaint Image...', 'patchsize=4 atoms=16 iterations=0 stride=4 depth=2 scope=[All slices] color=Separate');",
		"run('Inpaint Image...', 'patchsize=4 atoms=16 iterations=0 stride=4 depth=3 scope=[All slices] color=Joint');" })
	void everySliceAndChannelComesBackToItsPlace(final String macro) {
		final ImagePlus source = open("hyperstack");
		final ImagePlus result = run(source, macro);
		assertSame(result, source, 0.2);
		assertThat(result).isInstanceOf(CompositeImage.class);
		assertThat(result.getLuts()[0].getRGB(255)).isEqualTo(Color.MAGENTA.getRGB());
		assertThat(result.getLuts()[1].getRGB(255)).isEqualTo(Color.CYAN.getRGB());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "16 | | color=Separate | Compact", "16 | | color=Separate | Maps", "32 | color=Joint | color=Joint | Compact", "32 | depth=2 | color=Separate | Compact", "64 | depth=2 color=Joint | | Maps" })
	void codesOfAllSlicesAndChannelsBecomeTheSameStackAgain(final int atoms, final String learned, final String encoded, final String output) {
		final ImagePlus source = open("hyperstack");
		assertSame(run(source, ATOMS.formatted(atoms, learned == null ? "" : learned) + CODE.formatted(atoms, "scope=[All slices] output=" + output + " " + (encoded == null ? "" : encoded))), source, 0.1);
	}

	@Test
	void aCodeRemembersItsSourceInAFile(@TempDir final Path folder) {
		final ImagePlus source = open("hyperstack");
		final String file = folder.resolve("code.tif").toString();
		assertSame(run(source, ATOMS.formatted(16, "") + CODE.formatted(16, "scope=[All slices] color=Separate").replace("run('Reconstruct", "saveAs('Tiff', '" + file + "'); close(); open('" + file + "'); run('Reconstruct")), source, 0.1);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "2 3 2 1 | 5 whole numbers are needed", "2 3 two 1 0 | 5 whole numbers are needed", "0 3 2 1 0 | is damaged", "2 3 2 2 0 | is damaged", "2 3 2 1 1 | is damaged", "2 3 1 1 0 | has been changed: it has" })
	void aDamagedMemoryOfTheSourceIsNamed(final String numbers, final String message) {
		final ImagePlus source = open("hyperstack");
		final ImagePlus code = run(source, ATOMS.formatted(16, "") + "run('Encode Image...', 'dictionary=atoms nonzeros=2 scope=[All slices] color=Separate');");
		code.setProp("sparsej.images", numbers);
		assertThat(HeadlessImageJ.macro("selectImage(" + code.getID() + "); run('Reconstruct Image...', 'dictionary=atoms');")).startsWith("[error] T-code ").contains(message);
	}

	@Test
	void placedAtomsOfAllSlicesAndChannelsLieInTheSameStack() {
		final ImagePlus source = open("hyperstack");
		final String learn = "run('Learn Convolutional Dictionary...', 'atoms=8 atomsize=5 nonzeros=40 epochs=3 taper=false curves=false'); rename('conv'); selectImage('T');\n";
		for (final String output : new String[] { "Maps", "Points" }) {
			final ImagePlus result = run(source, learn + "run('Encode Convolutional...', 'dictionary=conv nonzeros=150 mask=None scope=[All slices] color=Separate filtered=true output=" + output + "'); run('Reconstruct Convolutional...', 'dictionary=conv');");
			final ImagePlus filtered = WindowManager.getImage("T-filtered");
			assertThat(result.getDimensions()).isEqualTo(source.getDimensions());
			for (int i = 1; i <= 12; i++) {
				final double own = meanDistance(result, filtered, i, i);
				for (int other = 1; other <= 12; other++) if (other != i) assertThat(own).as(output + " " + i).isLessThan(meanDistance(result, filtered, i, other));
				assertThat(result.getStack().getSliceLabel(i)).isEqualTo("label " + i);
			}
			HeadlessImageJ.macro("selectImage('T-filtered'); close(); selectImage('conv'); close(); selectImage('T-code'); close();");
		}
	}

	private static double meanDistance(final ImagePlus one, final ImagePlus other, final int slice, final int otherSlice) {
		final float[] a = (float[]) one.getStack().getPixels(slice), b = (float[]) other.getStack().getPixels(otherSlice);
		double sum = 0;
		for (int i = 0; i < a.length; i++) sum += Math.abs(a[i] - b[i]);
		return sum / a.length;
	}

	@Test
	void currentSlicesAndStacksAreThoseThatAreShown() {
		final ImagePlus source = open("hyperstack");
		source.setPosition(2, 3, 2);
		final ImagePlus slice = run(source, DENOISE.formatted("color=Separate"));
		assertThat(slice.getDimensions()).containsExactly(40, 30, 2, 1, 1);
		assertThat(slice.getStack().getSliceLabel(2)).isEqualTo("label 12");
		assertThat(distance(slice.getStack().getProcessor(2), source.getStack().getProcessor(12))).isLessThan(0.2);
		final ImagePlus stack = run(source, INPAINT.formatted("depth=2"));
		assertThat(stack.getDimensions()).containsExactly(40, 30, 1, 3, 1);
		assertThat(stack.getStack().getSliceLabel(1)).isEqualTo("label 8");
		assertThat(stack.getLuts()[0].getRGB(255)).as("of the second channel").isEqualTo(Color.CYAN.getRGB());
		assertThat(distance(stack.getStack().getProcessor(3), source.getStack().getProcessor(12))).isLessThan(0.2);
	}

	@Test
	void displayRangesAreThoseOfTheSourceWhereValuesMeanTheSame() {
		for (final String macro : new String[] { DENOISE, INPAINT }) {
			final ImagePlus of16 = run(open("16-bit"), macro.formatted(""));
			assertThat(new double[] { of16.getDisplayRangeMin(), of16.getDisplayRangeMax() }).containsExactly(KindsOfImages.LEAST, KindsOfImages.MOST);
			final ImagePlus composite = run(open("composite of 3 channels"), macro.formatted("color=Joint"));
			for (int c = 0; c < 3; c++) assertThat(new double[] { composite.getLuts()[c].min, composite.getLuts()[c].max }).containsExactly(KindsOfImages.LEAST + c, KindsOfImages.MOST - c);
			final ImagePlus density = run(open("density calibration"), macro.formatted(""));
			assertThat(density.getDisplayRangeMax()).as("as the values are read").isEqualTo(10 + 0.5 * KindsOfImages.MOST);
			assertThat(density.getCalibration().calibrated()).isFalse();
			assertThat(run(open("inverted LUT"), macro.formatted("")).isInvertedLut()).isTrue();
		}
	}

	@Test
	void aDensityCalibrationThatFallsLooksTheSame() {
		final ImagePlus source = open("8-bit");
		source.getCalibration().setFunction(Calibration.STRAIGHT_LINE, new double[] { 300, -1 }, "OD");
		final ImagePlus result = run(source, DENOISE.formatted(""));
		assertThat(new double[] { result.getDisplayRangeMin(), result.getDisplayRangeMax() }).containsExactly(300 - KindsOfImages.MOST, 300 - KindsOfImages.LEAST);
		assertThat(result.isInvertedLut()).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = {
		"run('Whiten Image...', 'color=Separate');",
		"run('Local Contrast Normalization...', 'color=Separate');",
		"run('Learn Dictionary...', 'patchsize=4 atoms=16 patches=100 iterations=1 curves=false color=Joint');",
		"run('Learn Convolutional Dictionary...', 'atoms=3 atomsize=4 epochs=1 curves=false color=Joint');",
		"run('Sample Patches...', 'patchsize=4 patches=20 color=Joint');" })
	void whatCanHaveEitherSignIsShownAroundZero(final String macro) {
		final ImagePlus result = run(open("composite of 3 channels"), macro);
		assertThat(result.getNChannels()).isEqualTo(3);
		for (int c = 1; c <= 3; c++) {
			result.setC(c);
			assertThat(result.getDisplayRangeMin()).as("channel " + c).isEqualTo(-result.getDisplayRangeMax()).isNegative();
		}
	}

	/** Rounding, drawn out over the whole display range, would look like noise. */
	@ParameterizedTest
	@ValueSource(strings = { "Olshausen-Field", "SHL", "Local contrast normalization" })
	void equalPixelsBecomeZeros(final String method) {
		final ImagePlus whitened = run(open("all pixels equal"), "run('Whiten Image...', 'method=[" + method + "]');");
		assertThat((float[]) whitened.getProcessor().getPixels()).containsOnly(0);
	}

	@ParameterizedTest
	@ValueSource(strings = { "Joint", "Separate" })
	void denoisedAndInpaintedRgbIsAPictureInColours(final String color) {
		for (final String macro : new String[] { DENOISE, INPAINT }) {
			final ImagePlus source = open("RGB"), result = run(source, macro.formatted("color=" + color).replace("atoms=16", "atoms=48"));
			final ImagePlus seen = result.flatten();
			final int[] expected = (int[]) source.getProcessor().getPixels(), actual = (int[]) seen.getProcessor().getPixels();
			for (int i = 0; i < expected.length; i++)
				for (int shift = 0; shift <= 16; shift += 8) assertThat((double) (actual[i] >> shift & 255)).as("pixel " + i).isCloseTo(expected[i] >> shift & 255, within(1.5));
			assertThat(result.getTitle()).startsWith("T-");
		}
	}

	@Test
	void aStackOfRgbKeepsItsSlices() {
		final ImagePlus source = open("RGB stack"), result = run(source, DENOISE.formatted("color=Joint scope=[All slices]").replace("atoms=16", "atoms=48"));
		assertThat(result.getDimensions()).containsExactly(40, 30, 3, 3, 1);
		final ImageProcessor blue = source.getStack().getProcessor(2).toFloat(2, null);
		assertThat(distance(result.getStack().getProcessor(6), blue)).isLessThan(0.2);
		assertThat(result.getStack().getSliceLabel(6)).isEqualTo("label 2");
	}

	@Test
	void referencesAreComparedSliceBySliceAndChannelByChannel() {
		final ImagePlus source = open("hyperstack"), other = source.duplicate();
		other.setTitle("other");
		other.getStack().getProcessor(12).add(7); // the last frame's, of the second channel
		other.show();
		run(source, "run('Compare with Reference...', 'reference=other'); run('Compare with Reference...', 'reference=other scope=[Current slice]'); run('Compare with Reference...', 'reference=other color=Separate');");
		final ResultsTable rows = ResultsTable.getResultsTable();
		assertThat(rows.size()).isEqualTo(4);
		assertThat(rows.getColumn("Max difference")).containsExactly(7, 0, 0, 7);
		assertThat(rows.getValue("RMSE", 0)).isCloseTo(7 / Math.sqrt(12), within(1e-6));
		assertThat(Arrays.copyOfRange(rows.getColumn("Channel"), 2, 4)).containsExactly(1, 2);
	}

	@Test
	void aSliceIsComparedWithTheCurrentOneOfAStack() {
		final ImagePlus stack = open("stack");
		stack.setSlice(2);
		final ImagePlus slice = new ImagePlus("slice", stack.getStack().getProcessor(2).duplicate());
		slice.show();
		final String log = HeadlessImageJ.log(() -> run(slice, "run('Compare with Reference...', 'reference=T');"));
		assertThat(log).contains("the current slices are compared: slice has 1 slices in 1 frames, T has 3 slices in 1 frames");
		assertThat(ResultsTable.getResultsTable().getValue("Max difference", 0)).isZero();
	}

	@Test
	void atomsOfOneChannelDoNotDescribeAllTogether() {
		final ImagePlus source = open("composite of 3 channels");
		final String joint = HeadlessImageJ.macro(ATOMS.formatted(16, "") + "run('Encode Image...', 'dictionary=atoms color=Joint');");
		assertThat(joint).isEqualTo("[error] color=Joint: the atoms have 1 channel, so that they describe one channel of T at a time");
		final String separate = HeadlessImageJ.macro("selectImage('atoms'); close();" + ATOMS.formatted(48, "color=Joint") + "run('Encode Image...', 'dictionary=atoms color=Separate');");
		assertThat(separate).isEqualTo("[error] color=Separate: the atoms have 3 channels, so that they describe all channels of T at a time");
		assertThat(source.getStackSize()).isEqualTo(3);
	}
}
