package io.github.sparsej.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import ij.ImagePlus;
import ij.ImageStack;
import ij.Prefs;
import ij.WindowManager;
import ij.gui.OvalRoi;
import ij.measure.ResultsTable;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;

import io.github.sparsej.encode.greedy.OmpOptions;
import io.github.sparsej.imagej.atoms.AtomStacks;
import io.github.sparsej.model.SparseModel;
import io.github.sparsej.testing.HeadlessImageJ;
import io.github.sparsej.testing.PoissonSampler;
import io.github.sparsej.testing.SampleImages;

class SparseDenoiseTest {

	private static final int SIDE = 96;
	private static final String QUICK = " patches=4000 iterations=2 atoms=128";

	@BeforeEach
	void imageJ() {
		HeadlessImageJ.reset();
		final float[] clean = SampleImages.open("camera").crop(200, 60, SIDE, SIDE).plane(0, 0);
		show("clean", clean);
		final SplittableRandom random = new SplittableRandom(7);
		final float[] noisy = clean.clone();
		for (int i = 0; i < noisy.length; i++) noisy[i] += (float) (20 * random.nextGaussian());
		show("noisy.tif", noisy);
	}

	private static void show(final String title, final float[] pixels) {
		new ImagePlus(title, new FloatProcessor(SIDE, SIDE, pixels)).show();
	}

	private static float[] pixels(final ImagePlus image) {
		return (float[]) image.getProcessor().getPixels();
	}

	/** Against image "clean", from the active image. */
	private static double rmse(final ImagePlus image) {
		final float[] clean = pixels(WindowManager.getImage("clean")), other = pixels(image);
		double sum = 0;
		for (int i = 0; i < clean.length; i++) sum += (clean[i] - other[i]) * (clean[i] - other[i]) / clean.length;
		return Math.sqrt(sum);
	}

	@ParameterizedTest
	@ValueSource(strings = { "K-SVD", "Online", "DCT" })
	void noiseIsTakenAwayByEveryMethodAndTheImageStaysAsItWas(final String method) {
		final ImagePlus denoised = HeadlessImageJ.image("selectImage('noisy.tif'); run('Sparse Denoise...', 'sigma=20 method=" + method + QUICK + "');");
		assertThat(denoised.getTitle()).isEqualTo("noisy-denoised");
		assertThat(denoised.getBitDepth()).isEqualTo(32);
		assertThat(rmse(WindowManager.getImage("noisy.tif"))).isCloseTo(20, within(0.5));
		assertThat(rmse(denoised)).isLessThan(10.5);
		final ResultsTable results = ResultsTable.getResultsTable();
		assertThat(results.getStringValue("Method", 0)).isEqualTo(method);
		assertThat(results.getValue("Sigma", 0)).isEqualTo(20);
	}

	@Test
	void sigmaIsEstimatedWhereItIsNotGiven() {
		final ImagePlus estimated = HeadlessImageJ.image("selectImage('noisy.tif'); run('Sparse Denoise...', 'method=DCT');");
		assertThat(ResultsTable.getResultsTable().getValue("Sigma", 0)).isCloseTo(20, within(1.5));
		assertThat(rmse(estimated)).isLessThan(10.5);
	}

	@Test
	void aDictionaryLearnedOnceIsAppliedToOthers() {
		final ImagePlus learned = HeadlessImageJ.image("selectImage('noisy.tif'); run('Sparse Denoise...', 'sigma=20 keepatoms=true" + QUICK + "');");
		final SparseModel model = AtomStacks.read(WindowManager.getImage("noisy-atoms"));
		assertThat(model.encoder()).isEqualTo(new OmpOptions(32, 20 * 1.15 * 8));
		assertThat(model.provenance().settings()).containsEntry("noise", "sigma 20.00");
		assertThat(model.provenance().curves()).isNotEmpty();
		final ImagePlus applied = HeadlessImageJ.image("selectImage('noisy.tif'); run('Sparse Denoise...', 'sigma=20 method=Dictionary dictionary=noisy-atoms');");
		assertThat(pixels(applied)).isEqualTo(pixels(learned));
	}

	@Test
	void stacksHaveOneDictionaryAndKeepLabelsAndDimensions() {
		final float[] noisy = pixels(WindowManager.getImage("noisy.tif"));
		final ImageStack stack = new ImageStack(SIDE, SIDE);
		stack.addSlice("one", noisy.clone());
		stack.addSlice("two", noisy.clone());
		final ImagePlus pair = new ImagePlus("pair", stack);
		pair.setDimensions(1, 1, 2);
		pair.getCalibration().pixelWidth = 0.5;
		pair.show();
		final ImagePlus denoised = HeadlessImageJ.image("selectImage('pair'); run('Sparse Denoise...', 'sigma=20 method=K-SVD scope=[All slices]" + QUICK + "');");
		assertThat(denoised.getDimensions()).containsExactly(SIDE, SIDE, 1, 1, 2);
		assertThat(denoised.getStack().getSliceLabel(2)).isEqualTo("two");
		assertThat(denoised.getCalibration().pixelWidth).isEqualTo(0.5);
		assertThat((float[]) denoised.getStack().getPixels(1)).as("the same slice twice").isEqualTo((float[]) denoised.getStack().getPixels(2));
	}

	@Test
	void onlyTheSelectedPartIsDenoised() {
		final ImagePlus part = HeadlessImageJ.image("selectImage('noisy.tif'); makeOval(20, 24, 40, 30); run('Sparse Denoise...', 'sigma=20 method=DCT');");
		final ImagePlus noisy = WindowManager.getImage("noisy.tif");
		final float[] whole = pixels(HeadlessImageJ.image("selectImage('noisy.tif'); Roi.remove; run('Sparse Denoise...', 'sigma=20 method=DCT');"));
		noisy.setRoi(new OvalRoi(20, 24, 40, 30));
		double farthest = 0;
		for (int y = 0, i = 0; y < SIDE; y++)
			for (int x = 0; x < SIDE; x++, i++)
				if (noisy.getRoi().contains(x, y)) farthest = Math.max(farthest, Math.abs(pixels(part)[i] - whole[i]));
				else assertThat(pixels(part)[i]).isEqualTo(pixels(noisy)[i]);
		assertThat(farthest).as("but for the weight of the noisy pixel, which goes by the range of what is denoised").isLessThan(1);
	}

	@Test
	void coloursAreDenoisedJointlyOrEachByItself() {
		final int[] colours = new int[SIDE * SIDE];
		final float[] noisy = pixels(WindowManager.getImage("noisy.tif"));
		for (int i = 0; i < colours.length; i++) {
			final int grey = Math.max(0, Math.min(255, Math.round(noisy[i])));
			colours[i] = grey << 16 | 255 - grey << 8 | grey / 2;
		}
		new ImagePlus("rgb", new ColorProcessor(SIDE, SIDE, colours)).show();
		for (final String color : new String[] { "Joint", "Separate" }) {
			final ImagePlus denoised = HeadlessImageJ.image("selectImage('rgb'); run('Sparse Denoise...', 'sigma=20 method=DCT color=" + color + "');");
			assertThat(denoised.getDimensions()).containsExactly(SIDE, SIDE, 3, 1, 1);
			assertThat(denoised.isComposite()).isTrue();
		}
	}

	@Test
	void patchesWithDepthAreThoseOfTheStack() {
		final ImagePlus deep = HeadlessImageJ.image("newImage('stack', '32-bit noise', 30, 24, 4); run('Sparse Denoise...', 'method=DCT sigma=30 patchsize=4 depth=3 atoms=96');");
		assertThat(deep.getDimensions()).containsExactly(30, 24, 1, 4, 1);
	}

	@Test
	void pixelsThatAreNotFiniteStayAndDoNotSpread() {
		final ImagePlus denoised = HeadlessImageJ.image("selectImage('noisy.tif'); setPixel(40, 50, NaN); setPixel(10, 12, 1/0); run('Sparse Denoise...', 'sigma=20 method=DCT');");
		final float[] values = pixels(denoised);
		int broken = 0;
		for (final float value : values) if (!Float.isFinite(value)) broken++;
		assertThat(broken).isEqualTo(2);
		assertThat(values[50 * SIDE + 40]).isNaN();
	}

	@Test
	void anImageWithoutNoiseStaysAsItIs() {
		final ImagePlus flat = HeadlessImageJ.image("newImage('flat', '8-bit black', 40, 30, 1); setColor(7); fill(); run('Sparse Denoise...');");
		assertThat(pixels(flat)).containsOnly(7);
		assertThat(flat.getTitle()).isEqualTo("flat-denoised");
	}

	@Test
	void photonNoiseIsDenoisedByTheCamerasKeysGivenOrEstimated() {
		// A ramp of 0 to 40 photons: where few are, noise is small.
		final PoissonSampler photons = new PoissonSampler(3);
		final float[] ramp = pixels(WindowManager.getImage("clean")), seen = new float[ramp.length];
		for (int i = 0; i < ramp.length; i++) {
			ramp[i] = 40f * (i % SIDE) / SIDE;
			seen[i] = (float) photons.next(ramp[i]);
		}
		show("photons", seen);
		final ImagePlus given = HeadlessImageJ.image("selectImage('photons'); run('Sparse Denoise...', 'noise=Poisson-Gaussian cameragain=1 readnoise=0.001 method=DCT');");
		assertThat(rmse(given)).isLessThan(1);
		final ImagePlus estimated = HeadlessImageJ.image("selectImage('photons'); run('Sparse Denoise...', 'noise=Poisson-Gaussian method=DCT');");
		assertThat(ResultsTable.getResultsTable().getValue("Camera gain", 1)).isCloseTo(1, within(0.25));
		assertThat(rmse(estimated)).isLessThan(1);
		final ImagePlus gaussian = HeadlessImageJ.image("selectImage('photons'); run('Sparse Denoise...', 'sigma=4.5 method=DCT');");
		assertThat(rmse(given)).isLessThan(rmse(gaussian));
	}

	@Test
	void theSameSeedGivesTheSameResultOnAnyNumberOfThreads() {
		final float[] first = pixels(HeadlessImageJ.image("selectImage('noisy.tif'); run('Sparse Denoise...', 'sigma=20 seed=5" + QUICK + "');"));
		final int threads = Prefs.getThreads();
		Prefs.setThreads(1);
		try {
			assertThat(pixels(HeadlessImageJ.image("selectImage('noisy.tif'); run('Sparse Denoise...', 'sigma=20 seed=5" + QUICK + "');"))).isEqualTo(first);
		}
		finally {
			Prefs.setThreads(threads);
		}
		assertThat(Arrays.equals(pixels(HeadlessImageJ.image("selectImage('noisy.tif'); run('Sparse Denoise...', 'sigma=20 seed=6" + QUICK + "');")), first)).isFalse();
	}
}
