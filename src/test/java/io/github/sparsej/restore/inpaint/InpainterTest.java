package io.github.sparsej.restore.inpaint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import io.github.sparsej.learn.start.InitialDictionaries;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.Dictionary;
import io.github.sparsej.model.PatchShape;
import io.github.sparsej.model.Progress;
import io.github.sparsej.model.Volume;

class InpainterTest {

	private static final PatchShape SHAPE = PatchShape.square(6);
	private static final Dictionary COSINES = InitialDictionaries.cosines(SHAPE).create(64, null, null);
	private static final int WIDTH = 50, HEIGHT = 40;

	private static Inpainter inpainter(final Dictionary dictionary, final int threads) {
		return new Inpainter(dictionary, InpaintOptions.DEFAULT, Parallel.of(threads));
	}

	private static Volume smooth(final int depth, final int channels) {
		final float[][] planes = new float[depth * channels][WIDTH * HEIGHT];
		for (int p = 0; p < planes.length; p++)
			for (int i = 0; i < planes[p].length; i++) planes[p][i] = (float) (100 + 30 * Math.sin(0.2 * (i % WIDTH) + 0.3 * p) + 20 * Math.cos(0.25 * (i / WIDTH) + 0.1 * (i % WIDTH)) + 5 * p);
		return Volume.of(WIDTH, HEIGHT, depth, channels, planes);
	}

	private static Volume randomMask(final Volume image, final double share, final long seed) {
		final SplittableRandom random = new SplittableRandom(seed);
		final float[][] planes = new float[image.depth() * image.channels()][WIDTH * HEIGHT];
		for (final float[] plane : planes) for (int i = 0; i < plane.length; i++) plane[i] = random.nextDouble() < share ? 255 : 0;
		return Volume.of(WIDTH, HEIGHT, image.depth(), image.channels(), planes);
	}

	private static Volume rectangle(final int x0, final int y0, final int x1, final int y1) {
		final float[] mask = new float[WIDTH * HEIGHT];
		for (int y = y0; y < y1; y++) Arrays.fill(mask, y * WIDTH + x0, y * WIDTH + x1, 1);
		return Volume.plane(WIDTH, HEIGHT, mask);
	}

	private static double rms(final Volume a, final Volume b) {
		double sum = 0, count = 0;
		for (int c = 0; c < a.channels(); c++)
			for (int z = 0; z < a.depth(); z++)
				for (int i = 0; i < a.plane(z, c).length; i++, count++) sum += Math.pow(a.plane(z, c)[i] - b.plane(z, c)[i], 2);
		return Math.sqrt(sum / count);
	}

	private static Volume fill(final Volume image, final Volume mask, final Dictionary dictionary) {
		return inpainter(dictionary, 2).inpaint(image, mask, Progress.NONE).orElseThrow();
	}

	@Test
	void knownPixelsStayBitByBit() {
		final Volume image = smooth(2, 1), mask = randomMask(image, 0.5, 1), told = fill(image, mask, COSINES);
		for (int z = 0; z < 2; z++)
			for (int i = 0; i < WIDTH * HEIGHT; i++) {
				if (mask.plane(z, 0)[i] == 0) assertThat(told.plane(z, 0)[i]).isEqualTo(image.plane(z, 0)[i]);
				else assertThat(told.plane(z, 0)[i]).isFinite().isNotEqualTo(image.plane(z, 0)[i]);
			}
		assertThat(rms(image, told)).isLessThan(1.5);
	}

	@Test
	void ofNothingMissingTheImageComesBack() {
		final Volume image = smooth(1, 1), told = inpainter(COSINES, 2).inpaint(image, Progress.NONE).orElseThrow();
		assertThat(told.plane(0, 0)).isEqualTo(image.plane(0, 0)).isNotSameAs(image.plane(0, 0));
	}

	@Test
	void notANumberAndInfinityAreAsAMask() {
		final Volume image = smooth(1, 1), mask = randomMask(image, 0.4, 2);
		final float[] expected = fill(image, mask, COSINES).plane(0, 0);
		for (final float missing : new float[] { Float.NaN, Float.NEGATIVE_INFINITY }) {
			final float[] pixels = image.plane(0, 0).clone();
			for (int i = 0; i < pixels.length; i++) if (mask.plane(0, 0)[i] != 0) pixels[i] = missing;
			final float[] before = pixels.clone();
			assertThat(inpainter(COSINES, 1).inpaint(Volume.plane(WIDTH, HEIGHT, pixels), Progress.NONE).orElseThrow().plane(0, 0)).isEqualTo(expected);
			assertThat(pixels).as("not modified").isEqualTo(before);
		}
	}

	/** Every patch of waves of one frequency is a combination of the same few atoms: their missing pixels are told exactly. */
	@Test
	void sparseImagesAreRecovered() {
		final float[] pixels = new float[WIDTH * HEIGHT], atoms = new float[3 * SHAPE.length()];
		for (int i = 0; i < pixels.length; i++) pixels[i] = (float) (120 + 40 * Math.cos(0.7 * (i % WIDTH) + 0.4 * (i / WIDTH) + 0.3));
		for (int j = 0; j < SHAPE.length(); j++) {
			final double phase = 0.7 * (j % SHAPE.width()) + 0.4 * (j / SHAPE.width());
			atoms[j] = 1;
			atoms[SHAPE.length() + j] = (float) Math.cos(phase);
			atoms[2 * SHAPE.length() + j] = (float) Math.sin(phase);
		}
		final Volume image = Volume.plane(WIDTH, HEIGHT, pixels), mask = randomMask(image, 0.6, 3);
		final Volume told = new Inpainter(Dictionary.normalized(SHAPE, 3, atoms), new InpaintOptions(1, 3, 1e-3), Parallel.of(2)).inpaint(image, mask, Progress.NONE).orElseThrow();
		assertThat(rms(image, told)).isLessThan(0.01);
	}

	@Test
	void threadsChangeNoBit() {
		final Volume image = smooth(3, 1), mask = randomMask(image, 0.5, 4);
		final Dictionary deep = InitialDictionaries.cosines(new PatchShape(6, 6, 2, 1)).create(72, null, null);
		final Volume one = inpainter(deep, 1).inpaint(image, mask, Progress.NONE).orElseThrow();
		for (final int threads : new int[] { 2, 8 }) {
			final Volume other = inpainter(deep, threads).inpaint(image, mask, Progress.NONE).orElseThrow();
			for (int z = 0; z < 3; z++) assertThat(other.plane(z, 0)).isEqualTo(one.plane(z, 0));
		}
		assertThat(rms(image, one)).isLessThan(1);
	}

	@Test
	void resultsScaleWithTheImage() {
		final Volume image = smooth(1, 1), mask = randomMask(image, 0.5, 5);
		final float[] pixels = image.plane(0, 0).clone();
		for (int i = 0; i < pixels.length; i++) pixels[i] *= 1f / 1024;
		final float[] expected = fill(image, mask, COSINES).plane(0, 0), actual = fill(Volume.plane(WIDTH, HEIGHT, pixels), mask, COSINES).plane(0, 0);
		for (int i = 0; i < pixels.length; i++) assertThat(actual[i]).isEqualTo(expected[i] / 1024);
	}

	@Test
	void largeHolesAreFilledFromTheirBorders() {
		final Volume image = smooth(1, 1), told = fill(image, rectangle(10, 8, 34, 30), COSINES);
		for (final float pixel : told.plane(0, 0)) assertThat(pixel).isBetween(20f, 180f);
		final Volume narrow = fill(image, rectangle(20, 0, 23, HEIGHT), COSINES);
		assertThat(rms(image, narrow)).as("a scratch").isLessThan(1.5);
	}

	@Test
	void holesAreReachedWherePatchesDoNotOverlap() {
		final Inpainter apart = new Inpainter(COSINES, new InpaintOptions(6, 10, 0), Parallel.SERIAL);
		for (final float pixel : apart.inpaint(smooth(1, 1), rectangle(5, 5, 30, 30), Progress.NONE).orElseThrow().plane(0, 0)) assertThat(pixel).isFinite();
	}

	@Test
	void aSinglePixelIsEnough() {
		final float[] pixels = new float[WIDTH * HEIGHT];
		Arrays.fill(pixels, Float.NaN);
		pixels[777] = 42;
		for (final float pixel : inpainter(COSINES, 2).inpaint(Volume.plane(WIDTH, HEIGHT, pixels), Progress.NONE).orElseThrow().plane(0, 0)) assertThat(pixel).isEqualTo(42);
	}

	@Test
	void channelsTellOfEachOther() {
		final Volume image = smooth(1, 2), mask = randomMask(image, 0.5, 6);
		final Dictionary joint = InitialDictionaries.cosines(new PatchShape(6, 6, 1, 2)).create(128, null, null);
		assertThat(rms(image, fill(image, mask, joint))).isLessThan(1.5);
		Arrays.fill(mask.plane(0, 1), 1);
		mask.plane(0, 1)[WIDTH + 1] = 0;
		final Volume told = fill(image, mask, joint);
		for (int c = 0; c < 2; c++) for (final float pixel : told.plane(0, c)) assertThat(pixel).isFinite();
	}

	@Test
	void stoppingGivesNothingAndProgressRises() {
		final Volume image = smooth(1, 1), mask = rectangle(5, 5, 30, 30);
		final AtomicInteger calls = new AtomicInteger();
		final double[] last = { 0 };
		inpainter(COSINES, 1).inpaint(image, mask, (fraction, what) -> {
			assertThat(fraction).isBetween(last[0], 1.0);
			assertThat(what).isEqualTo("Inpainting image");
			last[0] = fraction;
			return calls.incrementAndGet() > 0;
		});
		for (final int stop : new int[] { 1, calls.get() / 2, calls.get() - 1 }) {
			final AtomicInteger heard = new AtomicInteger();
			final Optional<Volume> stopped = inpainter(COSINES, 1).inpaint(image, mask, (fraction, what) -> heard.incrementAndGet() < stop);
			assertThat(stopped).as("stopped at %d", stop).isEmpty();
		}
	}

	@Test
	void whatCannotBeToldIsRefused() {
		final Volume image = smooth(2, 1);
		final Inpainter inpainter = inpainter(COSINES, 1);
		assertThatIllegalArgumentException().isThrownBy(() -> inpainter.inpaint(image, randomMask(image, 2, 1), Progress.NONE)).withMessageContaining("all pixels are missing");
		final Volume mask = randomMask(image, 0, 1);
		Arrays.fill(mask.plane(1, 0), 1);
		assertThatIllegalArgumentException().isThrownBy(() -> inpainter.inpaint(image, mask, Progress.NONE)).withMessageContaining("slice 2");
		assertThatIllegalArgumentException().isThrownBy(() -> inpainter.inpaint(Volume.plane(5, 9, new float[45]), Progress.NONE)).withMessageContaining("5 x 9");
		assertThatIllegalArgumentException().isThrownBy(() -> inpainter.inpaint(smooth(1, 2), Progress.NONE)).withMessageContaining("2 channels");
		assertThatIllegalArgumentException().isThrownBy(() -> inpainter.inpaint(image, Volume.plane(3, 4, new float[12]), Progress.NONE)).withMessageContainingAll("3 x 4", WIDTH + " x " + HEIGHT);
		assertThatIllegalArgumentException().isThrownBy(() -> new InpaintOptions(0, 1, 0)).withMessageContaining("stride");
		assertThatIllegalArgumentException().isThrownBy(() -> new InpaintOptions(1, 0, 0)).withMessageContaining("maxNonzeros");
		assertThatIllegalArgumentException().isThrownBy(() -> new InpaintOptions(1, 1, -1)).withMessageContaining("-1");
	}

	@Test
	void aMaskOfOneSliceIsForAll() {
		final Volume image = smooth(2, 1), marked = MissingPixels.mark(image, rectangle(3, 4, 8, 9));
		assertThat(MissingPixels.count(marked)).isEqualTo(2 * 25);
		assertThat(marked.plane(1, 0)[4 * WIDTH + 3]).isNaN();
		assertThat(MissingPixels.deviation(List.of(Volume.plane(4, 1, new float[] { 1, Float.NaN, 5, Float.POSITIVE_INFINITY })))).isCloseTo(2, within(1e-12));
	}
}
