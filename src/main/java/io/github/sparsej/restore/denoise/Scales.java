package io.github.sparsej.restore.denoise;

import java.util.List;
import java.util.Optional;

import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.PatchShape;
import io.github.sparsej.model.Progress;
import io.github.sparsej.model.Volume;
import io.github.sparsej.restore.noise.NoiseModel;
import io.github.sparsej.restore.noise.PoissonGaussianNoise;

/**
 * Denoises images of few photons at several scales. Where few photons meet a pixel, a whole patch lies in the noise, and its
 * mean is about all that is left; 2 x 2 pixels together see four times as many. So the image of half the size is denoised
 * before, and its own of half its size before that, and each helps the next larger one in two ways:
 * <ul>
 * <li>What is denoised is a mixture of the noisy image and the smaller estimate, whose noise is that much less (Azzari &amp; Foi,
 * "Variance stabilization for noisy+estimate combination in iterative Poisson denoising", IEEE SPL 23, 2016).
 * <li>Where the image is faint, its coarse structure is replaced by that of the smaller estimate (Burger &amp; Harmeling, "Improving
 * denoising algorithms via a multi-scale meta-procedure", DAGM 2011).
 * </ul>
 * Binning photons is exact, so every scale knows its noise. Images of other noise are denoised at their own scale alone. Thread-safe.
 */
final class Scales {

	/**
	 * Range of the clean grey values, in standard deviations of the noise, below which the coarse structure is taken from the next scale as it
	 * is: measured on the samples cell, retina and camera, where that gains from 0.3 dB (at a range of 8) to 7 dB (at 1); at 13 it loses 0.4 dB on cell.
	 */
	private static final double FAINT = 10;
	/** Range from which on the next scale is not asked at all. */
	private static final double BRIGHT = 20;
	/** Share of the noisy image in what is denoised; the rest is from the next scale. */
	private static final double OWN_SHARE = 0.85;
	/** Share of the work that is done when the next scale is: it has a quarter of the patches. */
	private static final double COARSE = 0.25;
	/** Patches side by side that the next scale must have room for. */
	private static final int LEAST_PATCHES = 2;

	private final List<PatchDenoiser> denoisers;
	private final Parallel parallel;

	/** @param denoisers of the scales, from the image itself on; the last is that of all that follow, too */
	Scales(final List<PatchDenoiser> denoisers, final Parallel parallel) {
		this.denoisers = denoisers;
		this.parallel = parallel;
	}

	/** As {@link PatchDenoiser#denoise}. */
	Optional<DenoisedImage> denoise(final Volume noisy, final List<NoiseModel> noise, final Progress progress) {
		return estimate(0, noisy, noise, progress).map(estimate -> estimate.filled(noisy));
	}

	private Optional<DenoisedImage> estimate(final int scale, final Volume noisy, final List<NoiseModel> noise, final Progress progress) {
		final PatchDenoiser denoiser = denoisers.get(Math.min(scale, denoisers.size() - 1));
		if (!hasNext(noisy, noise, denoiser.shape(), parallel)) return denoiser.estimate(noisy, noise, progress);
		final Optional<DenoisedImage> coarse = estimate(scale + 1, HalfSize.of(noisy), next(noise), progress.part(0, COARSE));
		if (coarse.isEmpty()) return coarse;
		final Volume combined = HalfSize.blend(noisy, coarse.get().image(), OWN_SHARE, parallel);
		final Optional<DenoisedImage> fine = denoiser.estimate(combined, noise.stream().map(model -> HalfSize.scaled((PoissonGaussianNoise) model, OWN_SHARE)).toList(), progress.part(COARSE, 1));
		if (range(noisy, noise, parallel) < FAINT) fine.ifPresent(image -> HalfSize.correct(image.image(), coarse.get().image(), parallel));
		return fine;
	}

	/** Whether the image of half the size has to tell of an image: of camera noise, not too bright, and large enough. */
	static boolean hasNext(final Volume noisy, final List<NoiseModel> noise, final PatchShape shape, final Parallel parallel) {
		if (!noise.stream().allMatch(PoissonGaussianNoise.class::isInstance)) return false;
		if (noisy.width() / 2 < LEAST_PATCHES * shape.width() || noisy.height() / 2 < LEAST_PATCHES * shape.height()) return false;
		return range(noisy, noise, parallel) < BRIGHT;
	}

	/** The largest of all channels. */
	private static double range(final Volume noisy, final List<NoiseModel> noise, final Parallel parallel) {
		double largest = 0;
		for (int c = 0; c < noise.size(); c++) largest = Math.max(largest, CleanRange.of(noisy, c, noise.get(c).stabilizer(), parallel));
		return largest;
	}

	/** The noise of the image of half the size. */
	static List<NoiseModel> next(final List<NoiseModel> noise) {
		return noise.stream().map(model -> HalfSize.of((PoissonGaussianNoise) model)).toList();
	}
}
