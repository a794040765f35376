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
 * Denoises an image at the scales where it has photons enough. Where few photons meet a pixel, patches lie in the noise as a
 * whole, and their means are about all that is left of an image; 2 x 2 pixels together see four times as many. So the image
 * of half the size is denoised too, and its own of half its size, and gives what is larger than its patches' noise: the coarse
 * structure of each scale is taken from the next (Burger &amp; Harmeling, "Improving denoising algorithms via a multi-scale
 * meta-procedure", DAGM 2011). Binning photons is exact, so that every scale knows its noise. Thread-safe.
 */
final class Scales {

	/**
	 * Range of the clean grey values, in standard deviations of the noise, below which the next scale has more to tell: measured on
	 * the samples cell, retina and camera, where it gains from 0.3 dB (at a range of 8) to 7 dB (at 1), and loses above.
	 */
	private static final double FAINT = 10;
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
		final Optional<DenoisedImage> fine = denoiser.estimate(noisy, noise, progress.part(0, 0.75)); // the next scale has a quarter of the patches, and so on
		if (fine.isEmpty()) return fine;
		final Optional<DenoisedImage> coarse = estimate(scale + 1, HalfSize.of(noisy), next(noise), progress.part(0.75, 1));
		coarse.ifPresent(image -> HalfSize.correct(fine.get().image(), image.image()));
		return coarse.isEmpty() ? coarse : fine;
	}

	/** Whether the image of half the size has to tell of an image: of camera noise, faint, and large enough. */
	static boolean hasNext(final Volume noisy, final List<NoiseModel> noise, final PatchShape shape, final Parallel parallel) {
		if (!noise.stream().allMatch(PoissonGaussianNoise.class::isInstance)) return false;
		if (noisy.width() / 2 < LEAST_PATCHES * shape.width() || noisy.height() / 2 < LEAST_PATCHES * shape.height()) return false;
		for (int c = 0; c < noise.size(); c++) if (!(CleanRange.of(noisy, c, noise.get(c).stabilizer(), parallel) < FAINT)) return false;
		return true;
	}

	/** The noise of the image of half the size. */
	static List<NoiseModel> next(final List<NoiseModel> noise) {
		return noise.stream().map(model -> HalfSize.of((PoissonGaussianNoise) model)).toList();
	}
}
