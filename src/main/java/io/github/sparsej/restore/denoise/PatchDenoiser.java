package io.github.sparsej.restore.denoise;

import java.util.List;
import java.util.Optional;

import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.Dictionary;
import io.github.sparsej.model.PatchShape;
import io.github.sparsej.model.Progress;
import io.github.sparsej.model.Volume;
import io.github.sparsej.patch.PatchGrid;
import io.github.sparsej.restore.noise.NoiseModel;

/**
 * Removes noise by sparse codes of overlapping patches (Elad &amp; Aharon, IEEE TIP 15, 2006). In units in which the noise
 * has standard deviation 1 in every channel:
 * <ol>
 * <li>every patch x of m values on the grid loses the mean of each of its channels;
 * <li>it is coded by orthogonal matching pursuit until |x - D a| is at most gain sqrt(m); the estimate is D a and the means;
 * <li>every pixel is (w noisy + sum of its estimates) / (w + number of its estimates), where w = noisyShare R / 255 and R is the
 * range of the clean grey values (in units of the noise) as far as the noisy ones tell: 30 / sigma for grey values 0 to 255.
 * </ol>
 * Images go through in strips, whose patches, codes and sums are gone when they are done: memory beyond the two images
 * does not grow with their height. Patches that touch a NaN or infinite pixel are left out, and pixels that no patch tells
 * of stay as they are. The result is the same bits on any number of threads. Immutable and thread-safe.
 */
public final class PatchDenoiser {

	private final Dictionary dictionary;
	private final DenoiseOptions options;
	private final PatchEstimates estimates;
	private final Parallel parallel;

	/** @param dictionary whose patch shape decides depth and channels of the patches */
	public PatchDenoiser(final Dictionary dictionary, final DenoiseOptions options, final Parallel parallel) {
		this.dictionary = dictionary;
		this.options = options;
		this.parallel = parallel;
		estimates = new PatchEstimates(dictionary, options);
	}

	/** Of the patches. */
	PatchShape shape() {
		return dictionary.shape();
	}

	/**
	 * @param noisy    not modified
	 * @param noise    of each channel; where none has any, or all pixels are the same, the image is returned as it is
	 * @param progress hears of the share of patches done
	 * @return nothing if the progress asked to stop
	 * @throws IllegalArgumentException naming both, if the image is smaller than the patch or has other channels, if the
	 *                                  stride leaves gaps, or the number of noise models is not that of the channels
	 */
	public Optional<DenoisedImage> denoise(final Volume noisy, final List<? extends NoiseModel> noise, final Progress progress) {
		return estimate(noisy, noise, progress).map(estimate -> estimate.filled(noisy));
	}

	/** The same, but pixels that no patch tells of are NaN. */
	Optional<DenoisedImage> estimate(final Volume noisy, final List<? extends NoiseModel> noise, final Progress progress) {
		final PatchGrid grid = PatchGrid.covering(noisy.width(), noisy.height(), noisy.depth(), dictionary.shape(), options.stride());
		if (noisy.channels() != dictionary.shape().channels())
			throw new IllegalArgumentException("an image of " + noisy.channels() + " channels cannot be denoised with atoms of " + dictionary.shape().channels() + " channels");
		if (noise.size() != noisy.channels()) throw new IllegalArgumentException(noisy.channels() + " channels need as many noise models, got " + noise.size());
		if (noise.stream().allMatch(NoiseModel::isAbsent) || isUniform(noisy)) return Optional.of(unchanged(noisy));
		return new DenoisingRun(noisy, grid, new UnitNoise(noise), estimates, options.noisyShare(), parallel).run(progress);
	}

	/** Whether all finite pixels of each channel are the same. */
	private static boolean isUniform(final Volume image) {
		for (int c = 0; c < image.channels(); c++) {
			float first = Float.NaN;
			for (int z = 0; z < image.depth(); z++)
				for (final float pixel : image.plane(z, c))
					if (Float.isFinite(pixel)) {
						if (Float.isNaN(first)) first = pixel;
						if (pixel != first) return false;
					}
		}
		return true;
	}

	private static DenoisedImage unchanged(final Volume image) {
		long broken = 0;
		for (int c = 0; c < image.channels(); c++)
			for (int z = 0; z < image.depth(); z++)
				for (final float pixel : image.plane(z, c)) if (!Float.isFinite(pixel)) broken++;
		return new DenoisedImage(image.crop(0, 0, image.width(), image.height()), broken);
	}
}
