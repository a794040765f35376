package io.github.sparsej.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import ij.ImagePlus;
import ij.ImageStack;
import ij.WindowManager;
import ij.measure.ResultsTable;

import io.github.sparsej.testing.HeadlessImageJ;
import io.github.sparsej.testing.SampleImages;

class InpaintImageTest {

	private static final int SIDE = 80;
	private static final String QUICK = " patches=3000 iterations=1";

	@BeforeEach
	void imageJ() {
		HeadlessImageJ.reset();
		final float[] clean = SampleImages.open("camera").crop(200, 60, SIDE, SIDE).plane(0, 0), half = clean.clone(), mask = new float[clean.length];
		final SplittableRandom random = new SplittableRandom(7);
		for (int i = 0; i < half.length; i++)
			if (random.nextBoolean()) {
				half[i] = Float.NaN;
				mask[i] = 255;
			}
		show("clean", clean);
		show("half.tif", half);
		show("mask", mask);
	}

	private static void show(final String title, final float[]... slices) {
		final ImageStack stack = new ImageStack(SIDE, SIDE);
		for (final float[] pixels : slices) stack.addSlice(null, pixels.clone());
		new ImagePlus(title, stack).show();
	}

	private static float[] pixels(final ImagePlus image) {
		return (float[]) image.getProcessor().getPixels();
	}

	private static double psnr(final ImagePlus image) {
		final float[] clean = pixels(WindowManager.getImage("clean")), other = pixels(image);
		double sum = 0;
		for (int i = 0; i < clean.length; i++) sum += (clean[i] - other[i]) * (clean[i] - other[i]) / clean.length;
		return 10 * Math.log10(255 * 255 / sum);
	}

	@Test
	void missingPixelsAreToldAndKnownOnesStay() {
		final ImagePlus inpainted = HeadlessImageJ.image("selectImage('half.tif'); run('Inpaint Image...', '" + QUICK + "');");
		assertThat(inpainted.getTitle()).isEqualTo("half-inpainted");
		assertThat(psnr(inpainted)).isGreaterThan(24);
		final float[] half = pixels(WindowManager.getImage("half.tif"));
		int missing = 0;
		for (int i = 0; i < half.length; i++)
			if (Float.isNaN(half[i])) missing++;
			else assertThat(pixels(inpainted)[i]).isEqualTo(half[i]);
		assertThat(ResultsTable.getResultsTable().getValue("Missing pixels", 0)).isEqualTo(missing);
	}

	@Test
	void aMaskSaysTheSameAsNotANumber() {
		final float[] byNan = pixels(HeadlessImageJ.image("selectImage('half.tif'); run('Inpaint Image...', 'iterations=0');"));
		assertThat(pixels(HeadlessImageJ.image("selectImage('clean'); run('Inpaint Image...', 'mask=mask iterations=0');"))).isEqualTo(byNan);
		assertThat(WindowManager.getImage("clean").getStatistics().min).as("the image stays as it was").isNotNaN();
	}

	@Test
	void aSelectionIsMissing() {
		final ImagePlus inpainted = HeadlessImageJ.image("selectImage('clean'); makeRectangle(30, 40, 6, 5); run('Inpaint Image...', 'iterations=0');");
		final float[] clean = pixels(WindowManager.getImage("clean"));
		int changed = 0;
		for (int i = 0; i < clean.length; i++) if (pixels(inpainted)[i] != clean[i]) changed++;
		assertThat(changed).isBetween(25, 30);
		assertThat(psnr(inpainted)).isGreaterThan(30);
	}

	@Test
	void aGivenDictionaryAndAStackWithOneMaskForAllSlices() {
		final float[] clean = pixels(WindowManager.getImage("clean")), inverted = clean.clone();
		for (int i = 0; i < inverted.length; i++) inverted[i] = 255 - inverted[i];
		show("pair", clean, inverted);
		final ImagePlus stack = HeadlessImageJ.image("selectImage('clean'); run('Learn Dictionary...', 'patchsize=6 atoms=64 patches=1000 initial=DCT iterations=0 curves=false'); rename('atoms');\n"
			+ "selectImage('pair'); run('Inpaint Image...', 'mask=mask dictionary=atoms scope=[All slices]');");
		assertThat(stack.getStackSize()).isEqualTo(2);
		for (int s = 1; s <= 2; s++) for (final float value : (float[]) stack.getStack().getPixels(s)) assertThat(value).isFinite();
	}

	@Test
	void nothingMissingIsTheSameImage() {
		final ImagePlus same = HeadlessImageJ.image("selectImage('clean'); run('Inpaint Image...', 'iterations=0');");
		assertThat(pixels(same)).isEqualTo(pixels(WindowManager.getImage("clean")));
	}
}
