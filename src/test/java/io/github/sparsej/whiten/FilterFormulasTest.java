package io.github.sparsej.whiten;

import static io.github.sparsej.testing.Close.assertClose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

import io.github.sparsej.linalg.FrequencyResponse;
import io.github.sparsej.linalg.RealFft2d;

/** The filters against their formulas written out plainly, where the reference arrays are not at hand. */
class FilterFormulasTest {

	private static final int WIDTH = 23, HEIGHT = 18;

	private static float[] image() {
		final SplittableRandom random = new SplittableRandom(3);
		final float[] pixels = new float[WIDTH * HEIGHT];
		for (int i = 0; i < pixels.length; i++) pixels[i] = (float) (100 + 40 * Math.sin(0.3 * i) + 10 * random.nextGaussian());
		return pixels;
	}

	/** A window of sigma 2 in 9 px, borders ... b a | a b ... */
	private static double[] blur(final double[] x) {
		final double[] y = new double[x.length];
		for (int j = 0; j < HEIGHT; j++)
			for (int i = 0; i < WIDTH; i++) {
				double sum = 0, weights = 0;
				for (int dj = -4; dj <= 4; dj++)
					for (int di = -4; di <= 4; di++) {
						final double w = Math.exp(-(di * di + dj * dj) / 8.0);
						weights += w;
						sum += w * x[mirrored(j + dj, HEIGHT) * WIDTH + mirrored(i + di, WIDTH)];
					}
				y[j * WIDTH + i] = sum / weights;
			}
		return y;
	}

	private static int mirrored(final int i, final int size) {
		return i < 0 ? -i - 1 : i >= size ? 2 * size - 1 - i : i;
	}

	@Test
	void localContrastNormalization() {
		final float[] pixels = image();
		final double[] x = new double[pixels.length];
		for (int i = 0; i < x.length; i++) x[i] = pixels[i];
		final double[] mean = blur(x), squares = new double[x.length];
		for (int i = 0; i < x.length; i++) squares[i] = (x[i] - mean[i]) * (x[i] - mean[i]);
		final double[] deviation = blur(squares);
		double c = 0;
		for (int i = 0; i < x.length; i++) c += Math.sqrt(deviation[i]) / x.length;
		final float[] expected = new float[x.length];
		for (int i = 0; i < x.length; i++) expected[i] = (float) ((x[i] - mean[i]) / Math.max(c, Math.sqrt(deviation[i])));
		assertClose(LocalContrastNormalization.STANDARD.filter(pixels, WIDTH, HEIGHT), expected, 1e-5);
	}

	@Test
	void shlResponses() {
		final int width = 64, height = 48, patch = 18;
		final ShlFilter filter = ShlFilter.forPatches(patch);
		final FrequencyResponse retina = ShlFilter.retina(width, height), white = filter.whiteningResponse(width, height), band = filter.bandPass(width, height);
		double mean = 0;
		for (int k = 0; k < width; k++)
			for (int l = 0; l < height; l++) {
				final double fx = (double) (k <= width / 2 ? k : k - width) / width, fy = (double) (l <= height / 2 ? l : l - height) / height;
				mean += Math.pow(Math.hypot(fx, fy), 1.4) * Math.exp(-Math.pow(Math.hypot(fx, fy) / 0.4, 4)) / (width * height);
			}
		for (final int[] at : new int[][] { { 1, 0 }, { 0, 2 }, { 5, 7 }, { 20, 40 }, { 31, 24 }, { 32, 24 } }) {
			final double f = Math.hypot((double) at[0] / width, (double) (at[1] <= height / 2 ? at[1] : at[1] - height) / height);
			final double edge = f < 0.5 ? 1 - Math.exp((f - 0.5) / (0.5 * 0.07)) : 0;
			assertThat(retina.at(at[0], at[1])).isCloseTo(edge * (1 - Math.exp(-0.5 * f * f / Math.pow(0.5 / width, 2))), within(1e-12));
			assertThat(white.at(at[0], at[1])).isCloseTo(Math.pow(f, 1.4) * Math.exp(-Math.pow(f / 0.4, 4)) / mean, within(1e-10));
			assertThat(band.at(at[0], at[1])).isCloseTo(edge * (0.5 + 0.5 * Math.tanh(42 * (f - 1.0 / patch))), within(1e-12));
		}
	}

	@Test
	void shlChainIsRetinaThenItsLargestValueToOneThenTheOtherTwo() {
		final float[] pixels = image();
		final ShlFilter filter = ShlFilter.forPatches(8);
		final RealFft2d fft = RealFft2d.of(WIDTH, HEIGHT);
		final float[] seen = fft.inverse(fft.forward(pixels).multiply(ShlFilter.retina(WIDTH, HEIGHT)));
		float largest = 0;
		for (final float value : seen) largest = Math.max(largest, Math.abs(value));
		for (int i = 0; i < seen.length; i++) seen[i] /= largest;
		final float[] white = fft.inverse(fft.forward(seen).multiply(filter.whiteningResponse(WIDTH, HEIGHT)));
		assertClose(filter.filter(pixels, WIDTH, HEIGHT), fft.inverse(fft.forward(white).multiply(filter.bandPass(WIDTH, HEIGHT))), 1e-5);
	}

	@Test
	void whatAZcaKernelCannotHaveLetThroughStaysZero() {
		// response 0.5 + cos(2 pi f), 0 at a third of a cycle per pixel along x
		final double[] kernel = new double[9];
		kernel[3] = kernel[5] = 0.5;
		kernel[4] = 0.5;
		for (final float value : new ZcaFilter(2, kernel).unfilter(image(), 0, WIDTH, HEIGHT)) assertThat(value).isFinite();
	}
}
