package io.github.sparsej.restore.denoise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.github.sparsej.analyze.ImageComparison;
import io.github.sparsej.encode.greedy.BatchOmp;
import io.github.sparsej.encode.greedy.OmpOptions;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.Dictionary;
import io.github.sparsej.model.PatchShape;
import io.github.sparsej.model.Progress;
import io.github.sparsej.model.Signals;
import io.github.sparsej.model.Volume;
import io.github.sparsej.restore.noise.NoiseModel;
import io.github.sparsej.restore.noise.PoissonGaussianNoise;
import io.github.sparsej.testing.Close;
import io.github.sparsej.testing.Npy;

class PatchDenoiserTest {

	private static final PatchShape SQUARE = PatchShape.square(8);

	private static Volume denoised(final Volume noisy, final List<NoiseModel> noise, final Dictionary dictionary, final DenoiseOptions options) {
		return new PatchDenoiser(dictionary, options, Parallel.of(2)).denoise(noisy, noise, Progress.NONE).orElseThrow().image();
	}

	private static Volume denoised(final Volume noisy, final double sigma) {
		return denoised(noisy, Noisy.sigma(sigma), Noisy.cosines(SQUARE, 144), DenoiseOptions.DEFAULT);
	}

	/** The published numbers: same file, same coder. */
	@Test
	void cosinesAndTheReferencesOwnAtomsGiveTheReferencesFigures() {
		final Volume clean = Noisy.golden("camera256.png"), noisy = Noisy.golden("camera256_sigma25_noisy_f32.tif");
		assertThat(ImageComparison.of(clean, noisy, 255).psnr()).isCloseTo(20.19, within(0.01));
		final ImageComparison cosines = ImageComparison.of(clean, denoised(noisy, Noisy.sigma(25), Noisy.cosines(SQUARE, 256), DenoiseOptions.DEFAULT), 255);
		assertThat(cosines.psnr()).isCloseTo(29.26, within(0.02));
		assertThat(cosines.ssim()).isCloseTo(0.797, within(0.002));
		final Dictionary learned = Noisy.dictionary(Npy.golden("denoising/camera256_sigma25_ksvd_D_256x64.npy"));
		assertThat(ImageComparison.of(clean, denoised(noisy, Noisy.sigma(25), learned, DenoiseOptions.DEFAULT), 255).psnr()).isCloseTo(29.83, within(0.02));
	}

	/** Patch by patch as the formula says, with what is not of interest here: the weight of the noisy pixel is that of the range of this image. */
	@ParameterizedTest
	@CsvSource({ "5, 4, 1, 1, 1", "5, 4, 1, 1, 3", "4, 4, 2, 1, 2", "3, 5, 1, 2, 1", "3, 3, 2, 2, 3" })
	void everyPixelIsTheWeightedMeanOfItsEstimates(final int pw, final int ph, final int depth, final int channels, final int stride) {
		final PatchShape shape = new PatchShape(pw, ph, depth, channels);
		final double[] sigma = { 10, 4 };
		final Volume noisy = Noisy.gaussian(Noisy.structured(23, 61, 3, channels), 8, 5);
		final List<NoiseModel> noise = channels == 1 ? Noisy.sigma(sigma[0]) : Noisy.sigma(sigma);
		final Dictionary dictionary = Noisy.cosines(shape, shape.length());
		final double gain = 0.7, share = 400;
		final Volume actual = denoised(noisy, noise, dictionary, new DenoiseOptions(gain, 5, stride, share));
		final double[][] sums = new double[3 * channels][23 * 61], counts = new double[3 * channels][23 * 61];
		for (final int z : places(3, depth, stride))
			for (final int y : places(61, ph, stride))
				for (final int x : places(23, pw, stride)) addEstimate(noisy, shape, sigma, x, y, z, dictionary, gain, sums, counts);
		for (int c = 0; c < channels; c++) {
			final double weight = share / 255 * CleanRange.of(noisy, c, noise.get(c).stabilizer(), Parallel.SERIAL);
			assertThat(weight).isGreaterThan(5);
			for (int z = 0; z < 3; z++) {
				final float[] expected = new float[23 * 61];
				for (int i = 0; i < expected.length; i++) expected[i] = (float) ((weight * noisy.plane(z, c)[i] + sums[c * 3 + z][i]) / (weight + counts[c * 3 + z][i]));
				Close.assertClose(actual.plane(z, c), expected, 1e-3);
			}
		}
	}

	private static int[] places(final int size, final int patch, final int stride) {
		return IntStream.concat(IntStream.iterate(0, place -> place < size - patch, place -> place + Math.min(stride, patch)), IntStream.of(size - patch)).toArray();
	}

	/** In grey values. */
	private static void addEstimate(final Volume noisy, final PatchShape shape, final double[] sigma, final int x, final int y, final int z, final Dictionary dictionary, final double gain, final double[][] sums, final double[][] counts) {
		final float[] patch = new float[shape.length()];
		final double[] means = new double[shape.channels()];
		final int perChannel = shape.length() / shape.channels();
		for (int j = 0; j < patch.length; j++) means[j / perChannel] += pixel(noisy, shape, x, y, z, j) / perChannel;
		for (int j = 0; j < patch.length; j++) patch[j] = (float) ((pixel(noisy, shape, x, y, z, j) - means[j / perChannel]) / sigma[j / perChannel]);
		final Signals estimate = new BatchOmp(new OmpOptions(5, gain * Math.sqrt(patch.length)), Parallel.SERIAL).prepare(dictionary).encode(Signals.of(1, patch.length, patch), Progress.NONE).decode(dictionary);
		for (int j = 0; j < patch.length; j++) {
			final int c = j / perChannel, plane = c * noisy.depth() + z + j / (shape.width() * shape.height()) % shape.depth(), i = (y + j / shape.width() % shape.height()) * noisy.width() + x + j % shape.width();
			sums[plane][i] += means[c] + sigma[c] * estimate.value(0, j);
			counts[plane][i]++;
		}
	}

	private static double pixel(final Volume image, final PatchShape shape, final int x, final int y, final int z, final int j) {
		final int c = j * shape.channels() / shape.length();
		return image.plane(z + j / (shape.width() * shape.height()) % shape.depth(), c)[(y + j / shape.width() % shape.height()) * image.width() + x + j % shape.width()];
	}

	@Test
	void whatIsScaledGivesTheSameScaled() {
		final Volume noisy = Noisy.gaussian(Noisy.structured(60, 50, 1, 1), 20, 1);
		final float[] once = denoised(noisy, 20).plane(0, 0);
		for (final double scale : new double[] { 1.0 / 1024, 4096 }) {
			final float[] scaled = denoised(Noisy.map(noisy, pixel -> scale * pixel), 20 * scale).plane(0, 0);
			for (int i = 0; i < once.length; i++) assertThat(scaled[i]).isEqualTo((float) (scale * once[i]));
		}
		Close.assertClose(Noisy.map(denoised(Noisy.map(noisy, pixel -> 0.037 * pixel), 20 * 0.037), pixel -> pixel / 0.037).plane(0, 0), once, 0.05);
	}

	@Test
	void threadsChangeNoBit() {
		final Volume noisy = Noisy.gaussian(Noisy.structured(70, 200, 2, 1), 20, 1);
		noisy.plane(1, 0)[70 * 100 + 30] = Float.NaN;
		final Dictionary dictionary = Noisy.cosines(new PatchShape(5, 5, 2, 1), 80);
		final DenoisedImage serial = new PatchDenoiser(dictionary, DenoiseOptions.DEFAULT, Parallel.SERIAL).denoise(noisy, Noisy.sigma(20), Progress.NONE).orElseThrow();
		for (final int threads : new int[] { 2, 8 }) {
			final DenoisedImage parallel = new PatchDenoiser(dictionary, DenoiseOptions.DEFAULT, Parallel.of(threads)).denoise(noisy, Noisy.sigma(20), Progress.NONE).orElseThrow();
			for (int z = 0; z < 2; z++) assertThat(parallel.image().plane(z, 0)).isEqualTo(serial.image().plane(z, 0));
			assertThat(parallel.untouchedPixels()).isEqualTo(serial.untouchedPixels());
		}
	}

	@Test
	void pixelsThatAreNotFiniteStayAndChangeNothingFarAway() {
		final Volume noisy = Noisy.gaussian(Noisy.structured(60, 80, 1, 1), 20, 1);
		final float[] without = denoised(noisy, 20).plane(0, 0);
		final Volume broken = noisy.crop(0, 0, 60, 80);
		final float[] pixels = broken.plane(0, 0);
		pixels[40 * 60 + 30] = Float.NaN;
		pixels[41 * 60 + 30] = Float.POSITIVE_INFINITY;
		pixels[3 * 60 + 5] = Float.NEGATIVE_INFINITY; // patches at the corner all touch this one
		final DenoisedImage result = new PatchDenoiser(Noisy.cosines(SQUARE, 144), DenoiseOptions.DEFAULT, Parallel.of(2)).denoise(broken, Noisy.sigma(20), Progress.NONE).orElseThrow();
		final float[] with = result.image().plane(0, 0);
		int untouched = 0;
		for (int i = 0; i < with.length; i++) {
			if (Float.floatToIntBits(with[i]) == Float.floatToIntBits(pixels[i])) untouched++;
			assertThat(Float.isFinite(with[i])).isEqualTo(Float.isFinite(pixels[i]));
			final int x = i % 60, y = i / 60;
			final boolean far = (Math.abs(x - 30) > 7 || y < 33 || y > 48) && (x > 12 || y > 10);
			if (far) assertThat(with[i]).as("pixel (%d, %d)", x, y).isCloseTo(without[i], within(0.02f)); // the range differs a little
		}
		assertThat(result.untouchedPixels()).isEqualTo(untouched).isEqualTo(2 + 6 * 4); // all up to the corner
	}

	@Test
	void photonNoiseLeavesOutMinusInfinityToo() {
		final Volume image = Noisy.photons(Noisy.structured(30, 30, 1, 1), 1, 1);
		image.plane(0, 0)[15 * 30 + 15] = Float.NEGATIVE_INFINITY;
		final DenoisedImage result = new PatchDenoiser(Noisy.cosines(SQUARE, 144), DenoiseOptions.DEFAULT, Parallel.SERIAL).denoise(image, List.of(new PoissonGaussianNoise(1, 0, 1)), Progress.NONE).orElseThrow();
		assertThat(result.untouchedPixels()).isEqualTo(1);
		assertThat(result.image().plane(0, 0)[15 * 30 + 15]).isEqualTo(Float.NEGATIVE_INFINITY);
	}

	@Test
	void anImageWithoutNoiseOrStructureStaysAsItIs() {
		final Volume image = Noisy.structured(20, 20, 1, 1), constant = Noisy.map(image, pixel -> 0.1);
		assertThat(denoised(image, 0).plane(0, 0)).isEqualTo(image.plane(0, 0)).isNotSameAs(image.plane(0, 0));
		assertThat(denoised(constant, 3).plane(0, 0)).isEqualTo(constant.plane(0, 0));
		assertThatThrownBy(() -> denoised(Noisy.structured(20, 20, 1, 2), Noisy.sigma(3, 0), Noisy.cosines(new PatchShape(4, 4, 1, 2), 32), DenoiseOptions.DEFAULT)).hasMessageContaining("channel 2 of 2 has no noise");
	}

	@Test
	void whatDoesNotFitIsNamed() {
		assertThatThrownBy(() -> denoised(Noisy.structured(1, 40, 1, 1), 3)).hasMessageContaining("1 x 40 x 1").hasMessageContaining("8 x 8 x 1");
		assertThatThrownBy(() -> denoised(Noisy.structured(20, 20, 1, 2), 3)).hasMessageContaining("2 channels").hasMessageContaining("1 channels");
		assertThatThrownBy(() -> denoised(Noisy.structured(20, 20, 1, 1), Noisy.sigma(3, 3), Noisy.cosines(SQUARE, 64), DenoiseOptions.DEFAULT)).hasMessageContaining("1 channels").hasMessageContaining("got 2");
		assertThatThrownBy(() -> denoised(Noisy.structured(20, 20, 1, 1), Noisy.sigma(3), Noisy.cosines(SQUARE, 64), DenoiseOptions.DEFAULT.withStride(9))).hasMessageContaining("got 9");
		assertThatThrownBy(() -> DenoiseOptions.DEFAULT.withGain(0)).hasMessageContaining("gain").hasMessageContaining("got 0.0");
		assertThatThrownBy(() -> new DenoiseOptions(1, 0, 1, 0)).hasMessageContaining("maxNonzeros");
		assertThatThrownBy(() -> new DenoiseOptions(1, 1, 0, 0)).hasMessageContaining("stride");
		assertThatThrownBy(() -> new DenoiseOptions(1, 1, 1, Double.NaN)).hasMessageContaining("noisyShare");
	}

	/** Whatever the noise of the other: in units of its own noise each channel weighs the same. */
	@Test
	void channelsOfDifferentNoiseAreCodedTogether() {
		final Volume clean = Noisy.structured(60, 60, 1, 2), noisy = Noisy.gaussian(clean, 20, 3);
		final Volume louder = Volume.of(60, 60, 1, 2, new float[][] { noisy.plane(0, 0), Noisy.map(noisy, pixel -> 512 * pixel).plane(0, 1) });
		final Dictionary dictionary = Noisy.cosines(new PatchShape(6, 6, 1, 2), 128);
		final Volume expected = denoised(noisy, Noisy.sigma(20, 20), dictionary, DenoiseOptions.DEFAULT), actual = denoised(louder, Noisy.sigma(20, 20 * 512), dictionary, DenoiseOptions.DEFAULT);
		assertThat(actual.plane(0, 0)).isEqualTo(expected.plane(0, 0));
		assertThat(actual.plane(0, 1)).isEqualTo(Noisy.map(expected, pixel -> 512 * pixel).plane(0, 1));
		assertThat(ImageComparison.of(clean, expected, 255).rmse()).isLessThan(0.5 * ImageComparison.of(clean, noisy, 255).rmse());
	}

	@Test
	void progressRisesAndStops() {
		final Volume noisy = Noisy.gaussian(Noisy.structured(300, 200, 1, 1), 20, 1);
		final PatchDenoiser denoiser = new PatchDenoiser(Noisy.cosines(SQUARE, 256), DenoiseOptions.DEFAULT, Parallel.of(2));
		final List<Double> heard = new ArrayList<>();
		assertThat(denoiser.denoise(noisy, Noisy.sigma(20), (fraction, what) -> heard.add(fraction) && what.equals("Denoising"))).isPresent();
		assertThat(heard).isSorted().hasSizeGreaterThan(5).allMatch(fraction -> fraction >= 0 && fraction <= 1);
		final Optional<DenoisedImage> stopped = denoiser.denoise(noisy, Noisy.sigma(20), (fraction, what) -> fraction < 0.1);
		assertThat(stopped).isEmpty();
	}
}
