package io.github.sparsej.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import ij.ImagePlus;
import ij.WindowManager;
import ij.gui.Plot;
import ij.measure.ResultsTable;

import io.github.sparsej.imagej.atoms.AtomStacks;
import io.github.sparsej.model.SparseModel;
import io.github.sparsej.testing.HeadlessImageJ;

/** Pictures of atoms, of their use, and of patches, from macros. */
class PicturesTest {

	private static final int ATOMS = 20, SIZE = 6;
	private static final String SAMPLE = "run('Open SparseJ Sample...', 'name=Microaneurysms'); setVoxelSize(0.5, 0.5, 1, 'um'); rename('source');\n";
	private static final String LEARN = SAMPLE + "run('Learn Dictionary...', 'patchsize=" + SIZE + " atoms=" + ATOMS + " patches=3000 nonzeros=3 batch=500 initial=Patches iterations=12 homeostasis=None curves=false');\n";

	@BeforeEach
	void imageJ() {
		HeadlessImageJ.reset();
	}

	private static SparseModel model() {
		return AtomStacks.read(WindowManager.getImage("source-atoms"));
	}

	/** The atom in a place of a mosaic, found among all by its pixels. */
	private static int atomAt(final ImagePlus mosaic, final int column, final int row) {
		mosaic.setRoi(column * (SIZE + 1) + 1, row * (SIZE + 1) + 1, SIZE, SIZE);
		final float[] tile = (float[]) mosaic.getProcessor().crop().getPixels();
		return IntStream.range(0, ATOMS).boxed().min(Comparator.comparingDouble(i -> distance(model().dictionary().atom(i), tile))).orElseThrow();
	}

	/** How far two patches are from being multiples of each other by a positive number. */
	private static double distance(final float[] a, final float[] b) {
		double ab = 0, aa = 0, bb = 0;
		for (int j = 0; j < a.length; j++) {
			ab += a[j] * b[j];
			aa += a[j] * a[j];
			bb += b[j] * b[j];
		}
		return 1 - ab / Math.sqrt(aa * bb);
	}

	private static int[] shown(final ImagePlus mosaic) {
		final int columns = mosaic.getWidth() / (SIZE + 1), rows = mosaic.getHeight() / (SIZE + 1);
		return IntStream.range(0, columns * rows).map(i -> atomAt(mosaic, i % columns, i / columns)).toArray();
	}

	@Test
	void theRarestAtomsStandAboveTheMostUsedOnes() {
		final ImagePlus mosaic = HeadlessImageJ.image(LEARN + "run('Dictionary Mosaic', 'order=[Rarest and most used] columns=4 rows=2');");
		assertThat(mosaic.getTitle()).isEqualTo("source-mosaic");
		assertThat(mosaic.getCalibration().pixelWidth).isEqualTo(0.5);
		final double[] use = model().homeostasis().activity();
		final int[] rising = IntStream.range(0, ATOMS).boxed().sorted(Comparator.comparingDouble(i -> use[i])).mapToInt(i -> i).toArray();
		assertThat(use[rising[ATOMS - 1]]).as("use differs").isGreaterThan(use[rising[0]]);
		assertThat(shown(mosaic)).containsExactly(rising[0], rising[1], rising[2], rising[3], rising[ATOMS - 4], rising[ATOMS - 3], rising[ATOMS - 2], rising[ATOMS - 1]);
		assertThat(shown(HeadlessImageJ.image("selectImage('source-atoms'); run('Dictionary Mosaic', 'order=[By use] rows=2'); rename('by-use');"))).containsExactly(rising);
	}

	@Test
	void aMosaicIsOfAllAtomsInTheirOrderUnlessAskedOtherwise() {
		final ImagePlus all = HeadlessImageJ.image(LEARN + "run('Dictionary Mosaic'); rename('all');");
		assertThat(new int[] { all.getWidth(), all.getHeight() }).containsExactly(5 * 7 + 1, 4 * 7 + 1);
		assertThat(shown(all)).containsExactly(IntStream.range(0, ATOMS).toArray());
		assertThat(all.isInvertedLut()).isFalse();
		final ImagePlus random = HeadlessImageJ.image("selectImage('source-atoms'); run('Dictionary Mosaic', 'order=Random columns=6 rows=3 seed=194 inverted=true'); rename('random');");
		assertThat(shown(random)).hasSize(18).doesNotHaveDuplicates().isNotEqualTo(IntStream.range(0, 18).toArray());
		assertThat(random.isInvertedLut()).isTrue();
	}

	@Test
	void allPlotsOfAnImageOpen() {
		HeadlessImageJ.image(LEARN + "run('Dictionary Statistics...', 'image=source plots=All');");
		assertThat(Arrays.asList(WindowManager.getImageTitles())).contains("source-use", "source-use-histogram", "source-activation", "source-variance", "source-variance-histogram");
		final ResultsTable table = ResultsTable.getResultsTable();
		assertThat(table.getValue("Nonzeros per patch", 0)).isBetween(1.0, 3.0);
		assertThat(table.getValue("Mean kurtosis", 0)).as("sparse").isPositive();
	}

	@Test
	void withoutAnImageThePlotsAreOfWhatLearningRecorded() {
		HeadlessImageJ.image(LEARN + "run('Dictionary Statistics...', 'plots=All');");
		final float[] relative = ((Plot) WindowManager.getImage("source-activation").getProperty(Plot.PROPERTY_KEY)).getDataObjectArrays(0)[1];
		final double[] activity = model().homeostasis().activity();
		Arrays.sort(activity);
		final double mean = Arrays.stream(activity).average().getAsDouble();
		for (int i = 0; i < ATOMS; i++) assertThat(relative[i]).isCloseTo((float) (activity[i] / mean), within(1e-5f));
		assertThat(Arrays.asList(WindowManager.getImageTitles()).contains("source-quantiles")).isEqualTo(model().homeostasis().quantiles().isPresent());
		assertThat(Arrays.asList(WindowManager.getImageTitles())).doesNotContain("source-use", "source-variance");
	}

	@Test
	void aStackThatKnowsNothingHasNoPlotsAndARow() {
		HeadlessImageJ.macro("newImage('plain', '32-bit noise', 4, 4, 8); run('Dictionary Statistics...', 'plots=All');");
		assertThat(WindowManager.getImageTitles()).containsExactly("plain");
		assertThat(ResultsTable.getResultsTable().size()).isEqualTo(1);
	}

	@ParameterizedTest
	@CsvSource({ "false", "true" })
	void patchesMakeARowWithAndWithoutMask(final boolean disk) {
		final ImagePlus stack = HeadlessImageJ.image(SAMPLE + "run('Sample Patches...', 'patchsize=5 patches=4 disk=" + disk + "'); rename('stack');");
		final ImagePlus row = HeadlessImageJ.image("selectImage('source'); run('Sample Patches...', 'patchsize=5 patches=4 show=Row disk=" + disk + "');");
		assertThat(row.getTitle()).isEqualTo("source-patches");
		assertThat(new int[] { row.getWidth(), row.getHeight(), row.getStackSize() }).containsExactly(25, 7, 1);
		assertThat(row.getCalibration().pixelWidth).isEqualTo(0.5);
		double largest = 0;
		for (int i = 0; i < 4; i++)
			for (int y = 0; y < 5; y++)
				for (int x = 0; x < 5; x++) {
					final double value = stack.getStack().getVoxel(x, y, i);
					assertThat(row.getProcessor().getf(i * 6 + 1 + x, 1 + y)).isEqualTo((float) value);
					largest = Math.max(largest, Math.abs(value));
				}
		assertThat(row.getDisplayRangeMin()).isEqualTo(-largest);
		assertThat(row.getDisplayRangeMax()).isEqualTo(largest);
		assertThat(row.getProcessor().getf(1, 1) == 0).as("corner").isEqualTo(disk);
	}

	@Test
	void residualsAreToldInNumbers() {
		final String row = HeadlessImageJ.macro(LEARN + "selectImage('source'); run('Show Residuals...', 'patches=50'); i = Table.size - 1; return d2s(Table.get('Patches', i), 0) + ';' + d2s(Table.get('Patch RMS (median)', i), 6) + ';'"
			+ " + d2s(Table.get('Residual RMS (median)', i), 6) + ';' + d2s(Table.get('Residual (share of l2 norm)', i), 6) + ';' + d2s(Table.get('Gain of coding', i), 6);");
		final double[] values = Arrays.stream(row.split(";")).mapToDouble(Double::parseDouble).toArray();
		assertThat(values[0]).isEqualTo(50);
		assertThat(values[2]).isPositive().isLessThan(values[1]);
		assertThat(values[3]).isBetween(0.05, 0.95);
		assertThat(values[4]).isBetween(1.0, 20.0);
	}

	@Test
	void patchesAreReconstructionsPlusResiduals() {
		final ImagePlus picture = HeadlessImageJ.image(LEARN + "selectImage('source'); run('Show Residuals...', 'patches=5');");
		assertThat(picture.getTitle()).isEqualTo("source-residuals");
		assertThat(new int[] { picture.getWidth(), picture.getHeight() }).containsExactly(5 * 7 + 1, 3 * 7 + 1);
		assertThat(picture.getCalibration().pixelWidth).isEqualTo(0.5);
		double largest = 0, mean = 0, left = 0;
		for (int i = 0; i < 5 * SIZE * SIZE; i++) {
			final int x = i / (SIZE * SIZE) * 7 + 1 + i % SIZE, y = i / SIZE % SIZE + 1;
			final float patch = picture.getProcessor().getf(x, y), reconstruction = picture.getProcessor().getf(x, y + 7), residual = picture.getProcessor().getf(x, y + 14);
			assertThat(reconstruction + residual).isCloseTo(patch, within(1e-3f));
			largest = Math.max(largest, Math.abs(reconstruction));
			mean += patch;
			left += Math.abs(residual) - Math.abs(patch);
		}
		assertThat(picture.getDisplayRangeMax()).isEqualTo(largest);
		assertThat(mean).as("patches without their means, as the encoder gets them").isCloseTo(0, within(1e-2));
		assertThat(left).as("something is described").isNegative();
	}

	@Test
	void residualsAreOfPatchesChosenByContrastSeedSelectionAndMask() {
		final float[] first = pixels(LEARN + "selectImage('source'); run('Show Residuals...', 'patches=3');");
		assertThat(pixels("selectImage('source'); run('Show Residuals...', 'patches=3');")).isEqualTo(first);
		assertThat(pixels("selectImage('source'); run('Show Residuals...', 'patches=3 seed=7');")).isNotEqualTo(first);
		assertThat(energy(pixels("selectImage('source'); run('Show Residuals...', 'patches=3 selection=[High contrast]');"))).isGreaterThan(energy(first));
		final float[] masked = pixels("selectImage('source'); run('Show Residuals...', 'patches=3 disk=true');");
		final int width = 3 * 7 + 1;
		assertThat(masked[width + 1]).as("corner of the first patch").isZero();
		assertThat(first[width + 1]).isNotZero();
	}

	private static float[] pixels(final String macro) {
		final ImagePlus picture = HeadlessImageJ.image(macro);
		final float[] pixels = (float[]) picture.getProcessor().getPixels();
		picture.close();
		return pixels;
	}

	/** Of the first row of patches, 6 px high. */
	private static double energy(final float[] picture) {
		final int width = 3 * 7 + 1;
		return IntStream.range(0, 3 * SIZE * SIZE).mapToDouble(i -> picture[(1 + i / SIZE % SIZE) * width + i / (SIZE * SIZE) * 7 + 1 + i % SIZE]).map(v -> v * v).sum();
	}
}
