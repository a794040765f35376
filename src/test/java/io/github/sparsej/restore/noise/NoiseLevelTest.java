package io.github.sparsej.restore.noise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.sparsej.model.Volume;
import io.github.sparsej.testing.SampleImages;

class NoiseLevelTest {

	private static final String[] SAMPLES = { "camera", "astronaut", "ascent", "raccoon", "grass", "gravel", "brick", "cell", "retina", "microaneurysms" };

	private static double sigma(final Volume image) {
		return NoiseLevel.estimate(image, 0).sigma();
	}

	private static Volume noisy(final Volume image, final double sigma, final long seed) {
		final SplittableRandom random = new SplittableRandom(seed);
		final float[] pixels = image.plane(0, 0).clone();
		for (int i = 0; i < pixels.length; i++) pixels[i] += (float) (sigma * random.nextGaussian());
		return Volume.plane(image.width(), image.height(), pixels);
	}

	private static Volume image(final int width, final int height, final IntToDoubleFunction pixel) {
		final float[] pixels = new float[width * height];
		for (int i = 0; i < pixels.length; i++) pixels[i] = (float) pixel.applyAsDouble(i);
		return Volume.plane(width, height, pixels);
	}

	private static Volume noise(final int width, final int height, final double sigma) {
		return noisy(image(width, height, i -> 100), sigma, 3);
	}

	@ParameterizedTest
	@ValueSource(strings = { "camera", "brick", "cell", "gravel", "microaneurysms" })
	void addedNoiseIsFound(final String sample) {
		assertThat(sigma(noisy(SampleImages.open(sample, 256), 25, 1))).isCloseTo(25, Percentage.withPercentage(4));
	}

	/** The mean relative error over all samples, three seeds each; what is above 2 % is texture that cannot be told from noise. */
	@Tag("long")
	@ParameterizedTest
	@CsvSource({ "5, 0.075", "10, 0.025", "15, 0.015", "25, 0.012", "50, 0.009" })
	void errorsOverAllSamplesAreAsStated(final double sigma, final double bound) {
		double error = 0;
		for (final String sample : SAMPLES)
			for (int seed = 0; seed < 3; seed++) error += Math.abs(sigma(noisy(SampleImages.open(sample, 512), sigma, seed)) / sigma - 1) / (3 * SAMPLES.length);
		assertThat(error).isLessThan(bound);
	}

	/** Choosing the flattest patches must not choose those of little noise. */
	@ParameterizedTest
	@CsvSource({ "8, 8, 40", "24, 24, 15", "20, 300, 4", "400, 400, 1" })
	void noiseAloneIsMeasuredWithoutBias(final int width, final int height, final double percent) {
		assertThat(sigma(noise(width, height, 7))).isCloseTo(7, Percentage.withPercentage(percent));
	}

	@Test
	void clippedAreasAreLeftOut() {
		final Volume noisy = noisy(SampleImages.open("camera", 256), 25, 2);
		final float[] pixels = noisy.plane(0, 0).clone();
		for (int i = 0; i < pixels.length; i++) pixels[i] = Math.round(Math.max(0, Math.min(255, pixels[i])));
		assertThat(sigma(Volume.plane(256, 256, pixels))).isCloseTo(25, Percentage.withPercentage(4));
	}

	@Test
	void filledBackgroundIsLeftOut() {
		final float[] pixels = noise(200, 200, 10).plane(0, 0).clone();
		Arrays.fill(pixels, 0, 120 * 200, 0);
		assertThat(sigma(Volume.plane(200, 200, pixels))).isCloseTo(10, Percentage.withPercentage(3));
	}

	@Test
	void pixelsThatAreNotFiniteAreLeftOut() {
		final float[] pixels = noise(200, 200, 10).plane(0, 0).clone();
		for (int y = 0; y < 200; y += 20) Arrays.fill(pixels, y * 200, y * 200 + 100, Float.NaN);
		pixels[199] = Float.POSITIVE_INFINITY;
		pixels[39999] = Float.NEGATIVE_INFINITY;
		assertThat(sigma(Volume.plane(200, 200, pixels))).isCloseTo(10, Percentage.withPercentage(3));
	}

	@Test
	void aPatternOfOneFrequencyIsNotNoise() {
		final float[] pixels = noise(200, 200, 2).plane(0, 0).clone();
		for (int i = 0; i < pixels.length; i++) if ((i % 200 + i / 200) % 2 == 0) pixels[i] += 20;
		assertThat(sigma(Volume.plane(200, 200, pixels))).isCloseTo(2, Percentage.withPercentage(5));
	}

	@Test
	void imagesWithoutNoiseHaveNone() {
		assertThat(sigma(image(30, 40, i -> 17.3))).isZero();
		assertThat(sigma(image(100, 100, i -> i == 5050 ? 255 : 0))).isZero();
		assertThat(sigma(image(100, 100, i -> i / 100 + 2 * (i % 100)))).isCloseTo(0, within(1e-2));
	}

	@Test
	void theUnitOfGreyValuesDoesNotMatter() {
		final Volume camera = noisy(SampleImages.open("camera", 128), 10, 5);
		final float[] pixels = camera.plane(0, 0);
		final double sigma = sigma(camera);
		assertThat(sigma(image(128, 128, i -> 30_000 + 100 * pixels[i]))).isCloseTo(100 * sigma, Percentage.withPercentage(0.01));
		assertThat(sigma(image(128, 128, i -> 1e-4 * pixels[i]))).isCloseTo(1e-4 * sigma, Percentage.withPercentage(0.01));
		assertThat(sigma(image(128, 128, i -> pixels[i % 128 * 128 + i / 128]))).isCloseTo(sigma, Percentage.withPercentage(0.01));
	}

	@Test
	void everyChannelHasItsOwnLevelOverAllSlices() {
		final float[][] planes = { noise(90, 90, 3).plane(0, 0), noise(90, 90, 4).plane(0, 0), noise(90, 90, 12).plane(0, 0), noise(90, 90, 12).plane(0, 0) };
		final Volume image = Volume.of(90, 90, 2, 2, planes);
		assertThat(NoiseLevel.estimate(image, 0).sigma()).isBetween(3.1, 3.9);
		assertThat(NoiseLevel.estimate(image, 1).sigma()).isCloseTo(12, Percentage.withPercentage(3));
	}

	@Test
	void thereAreNeverMorePatchesThanAHundredThousand() {
		for (final int[] size : new int[][] { { 323, 324, 1 }, { 8, 8, 300 }, { 40, 40, 1000 } }) {
			final float[][] planes = new float[size[2]][];
			Arrays.fill(planes, new float[size[0] * size[1]]);
			assertThat(NoisePatches.of(Volume.of(size[0], size[1], size[2], 1, planes), 0)).hasSizeBetween(Math.min(20_000, size[2]), 100_000);
		}
	}

	@Test
	void whatCannotBeMeasuredIsNamed() {
		assertThatThrownBy(() -> sigma(image(1, 300, i -> i))).isInstanceOf(IllegalArgumentException.class).hasMessageContainingAll("8 x 8", "1 x 300");
		assertThatThrownBy(() -> sigma(image(50, 50, i -> i % 7 == 0 ? Double.NaN : i))).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("NaN");
	}
}
