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
import ij.WindowManager;
import ij.measure.ResultsTable;

import io.github.sparsej.imagej.code.PlacedCodeImages;
import io.github.sparsej.testing.HeadlessImageJ;

/** Where Encode Convolutional ends, and what it shows of the way. */
class ConvolutionalEncodingTest {

	private static final int WIDTH = 31, HEIGHT = 26;

	/** Two z slices in two frames, and atoms with the mask of the default learned of them. */
	@BeforeEach
	void learned() {
		HeadlessImageJ.reset();
		final SplittableRandom random = new SplittableRandom(5);
		final ImageStack stack = new ImageStack(WIDTH, HEIGHT);
		for (int n = 0; n < 4; n++) {
			final float[] pixels = new float[WIDTH * HEIGHT];
			for (int i = 0; i < pixels.length; i++) pixels[i] = (float) (50 + 10 * random.nextGaussian() + (i > 0 ? 0.8 * (pixels[i - 1] - 50) : 0));
			stack.addSlice("place " + n, pixels);
		}
		final ImagePlus source = new ImagePlus("source", stack);
		source.setDimensions(1, 2, 2);
		source.setOpenAsHyperStack(true);
		source.show();
		WindowManager.setTempCurrentImage(source);
		HeadlessImageJ.image("run('Learn Convolutional Dictionary...', 'atoms=5 atomsize=7 nonzeros=8 epochs=3 curves=false');");
	}

	private static ImagePlus encode(final String options) {
		return HeadlessImageJ.image("selectImage('source'); run('Encode Convolutional...', 'dictionary=source-atoms " + options + "');");
	}

	private static double result(final String column) {
		final ResultsTable results = ResultsTable.getResultsTable();
		return results.getValue(column, results.size() - 1);
	}

	private static double[] placedAndLeft(final String options) {
		encode(options);
		return new double[] { result("Placed atoms"), result("Residual (share of l2 norm)") };
	}

	private static float largest(final ImagePlus code) {
		float most = 0;
		for (int k = 1; k <= code.getStackSize(); k++) for (final float coefficient : (float[]) code.getStack().getPixels(k)) most = Math.max(most, Math.abs(coefficient));
		return most;
	}

	@Test
	void moreAtomsLeaveLessUnlessTheMaskIsAsPublished() {
		assertThat(placedAndLeft("nonzeros=3000")[1]).isLessThan(0.6 * placedAndLeft("nonzeros=100")[1]);
		assertThat(placedAndLeft("nonzeros=3000 mask=Exact")[1]).isLessThan(0.6 * placedAndLeft("nonzeros=100 mask=Exact")[1]);
		assertThat(placedAndLeft("nonzeros=3000 mask=[As learned]")[1]).isGreaterThan(2 * placedAndLeft("nonzeros=3000")[1]);
	}

	@ParameterizedTest
	@ValueSource(strings = { "residual=0.5", "nonzeros=0 residual=0.5" })
	void aResidualAskedForIsReachedByAsManyAtomsAsItTakes(final String options) {
		final double[] reached = placedAndLeft(options);
		assertThat(reached[0]).isGreaterThan(8);
		assertThat(reached[1]).isBetween(0.45, 0.5);
		assertThat(placedAndLeft("nonzeros=12 residual=0.5")[0]).isEqualTo(12);
		assertThat(placedAndLeft("")[0]).as("as learned").isEqualTo(8);
		assertThat(placedAndLeft("residual=0.2 mask=[As learned]")[0]).as("an end that may not come").isEqualTo(8);
	}

	@Test
	void thresholdAndLambdaMayBeSharesOfTheLargestCorrelation() {
		final double most = largest(encode("nonzeros=1"));
		for (final String key : new String[] { "threshold", "lambda", "order=Local threshold" }) {
			final double[] absolute = placedAndLeft(key + "=" + 0.3 * most), relative = placedAndLeft("relative=true " + key + "=0.3");
			assertThat(relative[0]).as(key).isGreaterThan(8).isEqualTo(absolute[0]);
			assertThat(relative[1]).as(key).isCloseTo(absolute[1], within(1e-6));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "mask=Exact", "mask=[As learned]", "lambda=0.3" })
	void theImageAsItIsEncodedIsItsReconstructionAndTheRest(final String options) {
		encode("filtered=true rest=true scope=[All slices] " + options);
		final ImagePlus filtered = WindowManager.getImage("source-filtered"), rest = WindowManager.getImage("source-rest");
		final ImagePlus rebuilt = HeadlessImageJ.image("selectImage('source-code'); run('Reconstruct Convolutional...', 'dictionary=source-atoms');");
		for (final ImagePlus image : new ImagePlus[] { filtered, rest, rebuilt }) assertThat(new int[] { image.getWidth(), image.getHeight(), image.getStackSize() }).as(image.getTitle()).containsExactly(WIDTH, HEIGHT, 4);
		double energy = 0, left = 0;
		for (int n = 1; n <= 4; n++) {
			final float[] x = (float[]) filtered.getStack().getPixels(n), y = (float[]) rebuilt.getStack().getPixels(n), r = (float[]) rest.getStack().getPixels(n);
			for (int i = 0; i < x.length; i++) {
				assertThat(r[i]).isCloseTo(x[i] - y[i], within(1e-4f));
				energy += x[i] * x[i];
				left += r[i] * r[i];
			}
		}
		assertThat(result("Residual (share of l2 norm)")).isCloseTo(Math.sqrt(left / energy), within(1e-4));
	}

	@Test
	void theLogSaysThatACodeHardlyDescribesItsImage() {
		assertThat(HeadlessImageJ.log(() -> encode("nonzeros=1"))).contains("% of the l2 norm of source are left by 1 atoms: name a larger nonzeros");
		assertThat(HeadlessImageJ.log(() -> encode("residual=0.5"))).doesNotContain("are left by", "approximate").contains("as many atoms an image as reach the threshold or residual asked for are placed, instead of 8");
	}

	@Test
	void theUseOfAtomsIsCountedInACode() {
		final ImagePlus code = encode("nonzeros=25 output=Points scope=[All slices]");
		final int[] uses = new int[5];
		PlacedCodeImages.read(code).codes().forEach(placed -> Arrays.setAll(uses, k -> uses[k] + placed.uses()[k]));
		HeadlessImageJ.image("selectImage('source-atoms'); run('Dictionary Statistics...', 'image=source-code plots=All');");
		double entropy = 0;
		for (final int times : uses) if (times > 0) entropy -= times / 100.0 * Math.log(times / 100.0) / Math.log(5);
		assertThat(result("Images")).isEqualTo(4);
		assertThat(result("Placed atoms")).isEqualTo(100);
		assertThat(result("Unused atoms")).isEqualTo(Arrays.stream(uses).filter(times -> times == 0).count());
		assertThat(result("Entropy of use (0-1)")).isCloseTo(entropy, within(1e-9));
		assertThat(WindowManager.getImageTitles()).contains("source-use", "source-activation");
	}

	@Test
	void theLogSaysWhereMoreAtomsMayNotLeaveLess() {
		assertThat(HeadlessImageJ.log(() -> encode("nonzeros=9 mask=[As learned]"))).contains("coding by a mask as published is approximate");
		assertThat(HeadlessImageJ.log(() -> encode("nonzeros=9 mask=Exact"))).doesNotContain("approximate");
	}
}
