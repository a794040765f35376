package io.github.sparsej.restore.denoise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.github.sparsej.analyze.ImageComparison;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.PatchShape;
import io.github.sparsej.model.Progress;
import io.github.sparsej.model.Volume;
import io.github.sparsej.restore.noise.GaussianNoise;
import io.github.sparsej.restore.noise.NoiseModel;
import io.github.sparsej.restore.noise.PoissonGaussianNoise;
import io.github.sparsej.testing.SampleImages;

/** How good denoised images are, with the defaults of the command, beside reference figures on the same noisy files. */
@Tag("long")
class DenoisingQualityTest {

	private static final int ATOMS = 256, PATCHES = 40000, ITERATIONS = 10, DRAWS = 4;

	private static Volume denoised(final Volume noisy, final NoiseModel noise, final DenoiseMethod method) {
		final List<Volume> done = new ArrayList<>();
		Denoising.learning(new DictionarySettings(method, PatchShape.square(8), ATOMS, PATCHES, ITERATIONS, 42), DenoiseOptions.DEFAULT, Parallel.of(2))
			.run(NoisyImages.of(List.of(noisy), List.of(noise)), null, image -> done.add(image.image()), Progress.NONE);
		return done.get(0);
	}

	/** PSNR of omp_dct256, ksvd256 and sklearn_online_dict256 in the table of references. */
	@ParameterizedTest
	@CsvSource({ "camera256, 15, 31.56, 31.90, 31.98", "camera256, 25, 29.26, 29.83, 29.81", "camera256, 50, 26.04, 26.85, 26.64",
		"human_mitosis, 15, 36.64, 38.09, 37.93", "human_mitosis, 25, 33.62, 34.66, 34.24", "human_mitosis, 50, 29.28, 29.47, 29.30" })
	void reachesTheReferences(final String name, final int sigma, final double cosines, final double ksvd, final double online) {
		final Volume clean = Noisy.shared("images", name + ".png"), noisy = Noisy.shared("golden/denoising", name + "_sigma" + sigma + "_noisy_f32.tif");
		final ImageComparison[] reached = new ImageComparison[DenoiseMethod.DICTIONARY.ordinal()];
		for (final DenoiseMethod method : DenoiseMethod.values())
			if (method != DenoiseMethod.DICTIONARY) {
				reached[method.ordinal()] = ImageComparison.of(clean, denoised(noisy, new GaussianNoise(sigma), method), 255);
				System.out.printf(Locale.ROOT, "%-13s sigma %d %-6s %.3f dB, SSIM %.4f%n", name, sigma, method.label(), reached[method.ordinal()].psnr(), reached[method.ordinal()].ssim());
			}
		assertThat(reached[DenoiseMethod.DCT.ordinal()].psnr()).isCloseTo(cosines, within(0.02));
		assertThat(reached[DenoiseMethod.KSVD.ordinal()].psnr()).isGreaterThanOrEqualTo(ksvd - 0.05);
		assertThat(reached[DenoiseMethod.ONLINE.ordinal()].psnr()).isGreaterThanOrEqualTo(online + 0.05);
	}

	/** The noise of photons known as such, against the sigma that is best by the clean image, which nobody has: mean of some draws of noise, which differ by 0.05 dB. */
	@ParameterizedTest
	@CsvSource({ "1, 6", "2, 4.5", "5, 2", "10, 1", "20, 0.3", "50, 0.3" })
	void knowingPhotonsIsWorthIt(final double peak, final double gain) {
		final Volume sample = SampleImages.open("cell"), clean = Noisy.map(sample, pixel -> pixel * peak / 255);
		double mean = 0, asPhotons = 0, asGaussian = 0, before = 0, ssim = 0;
		for (final float pixel : clean.plane(0, 0)) mean += pixel / clean.plane(0, 0).length;
		for (int seed = 1; seed <= DRAWS; seed++) {
			final Volume noisy = Noisy.photons(clean, 0, seed);
			double best = 0;
			for (double factor = 1.4; factor < 2.3; factor += 0.2)
				best = Math.max(best, ImageComparison.of(clean, denoised(noisy, new GaussianNoise(factor * Math.sqrt(mean)), DenoiseMethod.KSVD), peak).psnr());
			final ImageComparison photons = ImageComparison.of(clean, denoised(noisy, new PoissonGaussianNoise(1, 0, 0), DenoiseMethod.KSVD), peak);
			before += ImageComparison.of(clean, noisy, peak).psnr() / DRAWS;
			asGaussian += best / DRAWS;
			asPhotons += photons.psnr() / DRAWS;
			ssim += photons.ssim() / DRAWS;
		}
		System.out.printf(Locale.ROOT, "cell, peak %.0f photons: noisy %.2f dB, best Gaussian %.2f dB, Poisson-Gaussian %.2f dB, SSIM %.3f%n", peak, before, asGaussian, asPhotons, ssim);
		assertThat(asPhotons).isGreaterThanOrEqualTo(asGaussian + gain);
	}
}
