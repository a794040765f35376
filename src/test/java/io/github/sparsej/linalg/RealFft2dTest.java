package io.github.sparsej.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RealFft2dTest {

	// Powers of 2, products of small primes, primes, and sizes above 211 with a large prime factor, which the library treats in ways of their own.
	private static final String[] SIZES = { "1,1", "1,7", "6,1", "2,3", "3,2", "5,5", "8,8", "7,13", "30,9", "31,4", "64,3", "223,2", "2,223", "446,3", "227,229" };

	static float[] random(final int n, final long seed) {
		final SplittableRandom random = new SplittableRandom(seed);
		final float[] values = new float[n];
		for (int i = 0; i < n; i++) values[i] = (float) (random.nextDouble() * 2 - 1);
		return values;
	}

	@ParameterizedTest
	@CsvSource({ "1,1", "1,7", "6,1", "2,3", "3,2", "5,5", "8,8", "7,13", "30,9", "31,4", "64,3", "223,2", "2,223", "446,3" })
	void spectrumIsTheSumOfItsDefinition(final int width, final int height) {
		final float[] pixels = random(width * height, width);
		final Spectrum spectrum = RealFft2d.of(width, height).forward(pixels);
		assertThat(spectrum.columnCount()).isEqualTo(width / 2 + 1);
		for (int k = 0; k <= width / 2; k++)
			for (int l = 0; l < height; l++) {
				double re = 0;
				double im = 0;
				for (int y = 0; y < height; y++)
					for (int x = 0; x < width; x++) {
						final double angle = -2 * Math.PI * ((double) (k * x % width) / width + (double) (l * y % height) / height);
						re += pixels[y * width + x] * Math.cos(angle);
						im += pixels[y * width + x] * Math.sin(angle);
					}
				assertThat(spectrum.real(k, l)).as("re (%d, %d)", k, l).isCloseTo(re, within(1e-11));
				assertThat(spectrum.imaginary(k, l)).as("im (%d, %d)", k, l).isCloseTo(im, within(1e-11));
			}
	}

	@Test
	void inverseGivesTheImageBack() {
		for (final String size : SIZES) {
			final int width = Integer.parseInt(size.split(",")[0]);
			final int height = Integer.parseInt(size.split(",")[1]);
			final float[] pixels = random(width * height, height);
			final RealFft2d fft = RealFft2d.of(width, height);
			final Spectrum spectrum = fft.forward(pixels);
			final double[] back = fft.inverseExact(spectrum);
			for (int i = 0; i < pixels.length; i++) assertThat(back[i]).as(size).isCloseTo(pixels[i], within(1e-13));
			assertThat(fft.inverse(spectrum)).as(size).containsExactly(pixels);
		}
	}

	@Test
	void energyIsThatOfThePixels() {
		for (final int[] size : new int[][] { { 12, 7 }, { 13, 8 }, { 1, 5 } }) {
			final float[] pixels = random(size[0] * size[1], 3);
			final RealFft2d fft = RealFft2d.of(size[0], size[1]);
			double energy = 0;
			for (final float p : pixels) energy += (double) p * p;
			// The autocorrelation at shift 0 is the energy.
			assertThat(fft.inverseExact(fft.forward(pixels).squareModulus())[0]).isCloseTo(energy, within(1e-12));
		}
	}

	@Test
	void radialResponseSeesCyclesPerPixel() {
		// A wave of 3 turns over 12 px and 2 over 10 px: sqrt(0.25² + 0.2²) cycles/px.
		final float[] wave = new float[120];
		for (int i = 0; i < 120; i++) wave[i] = (float) Math.cos(2 * Math.PI * (3 * (i % 12) / 12.0 - 2 * (i / 12) / 10.0));
		final RealFft2d fft = RealFft2d.of(12, 10);
		final float[] doubled = fft.inverse(fft.forward(wave).multiply(FrequencyResponse.radial(12, 10, f -> Math.abs(f - Math.hypot(0.25, 0.2)) < 1e-12 ? 2 : 0)));
		for (int i = 0; i < 120; i++) assertThat(doubled[i]).isCloseTo(2 * wave[i], within(1e-6f));
	}

	@Test
	void meanResponseCountsAllFrequencies() {
		for (final int width : new int[] { 1, 2, 6, 7 }) {
			final int height = 5;
			double sum = 0;
			for (int l = 0; l < height; l++)
				for (int k = 0; k < width; k++) sum += Math.hypot(Math.min(k, width - k) / (double) width, Math.min(l, height - l) / (double) height);
			assertThat(FrequencyResponse.radial(width, height, f -> f).mean()).isCloseTo(sum / (width * height), within(1e-14));
		}
	}

	@Test
	void kernelResponseIsItsPeriodicConvolution() {
		final double[] kernel = new double[25];
		final float[] half = random(13, 9);
		for (int i = 0; i < 25; i++) kernel[i] = half[Math.min(i, 24 - i)];
		for (final int[] size : new int[][] { { 9, 7 }, { 8, 6 }, { 3, 2 }, { 1, 4 } }) { // the last two are smaller than the kernel
			final int width = size[0];
			final int height = size[1];
			final float[] pixels = random(width * height, 4);
			final RealFft2d fft = RealFft2d.of(width, height);
			final double[] filtered = fft.inverseExact(fft.forward(pixels).multiply(FrequencyResponse.ofKernel(width, height, 2, kernel)));
			for (int y = 0; y < height; y++)
				for (int x = 0; x < width; x++) {
					double sum = 0;
					for (int dy = -2; dy <= 2; dy++)
						for (int dx = -2; dx <= 2; dx++)
							sum += kernel[(dy + 2) * 5 + dx + 2] * pixels[Math.floorMod(y + dy, height) * width + Math.floorMod(x + dx, width)];
					assertThat(filtered[y * width + x]).isCloseTo(sum, within(1e-12));
				}
		}
	}

	@Test
	void wrongSizesAreNamed() {
		assertThatThrownBy(() -> RealFft2d.of(0, 3)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("0 x 3");
		assertThatThrownBy(() -> RealFft2d.of(4, 3).forward(new float[11])).isInstanceOf(IllegalArgumentException.class).hasMessageContainingAll("4 x 3", "11");
		final Spectrum spectrum = RealFft2d.of(4, 3).forward(new float[12]);
		assertThatThrownBy(() -> RealFft2d.of(3, 4).inverse(spectrum)).isInstanceOf(IllegalArgumentException.class);
		assertThatThrownBy(() -> spectrum.multiply(FrequencyResponse.radial(5, 3, f -> 1))).isInstanceOf(IllegalArgumentException.class);
	}
}
