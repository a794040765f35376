package io.github.sparsej.restore.noise;

import java.util.Arrays;
import java.util.List;

import io.github.sparsej.model.Volume;

/**
 * The standard deviation of white Gaussian noise, from one noisy image: that of the high frequencies of the patches with the least
 * structure at low frequencies.
 * <p>
 * After Ponomarenko, Lukin, Zriakhov, Kaarna &amp; Astola ("An automatic approach to lossy compression of AVIRIS images", IGARSS 2007) as
 * described by Colom &amp; Buades ("Analysis and extension of the Ponomarenko et al. method, estimating a noise curve from a single image",
 * IPOL 3, 2013): 8 x 8 px patches, DCT coefficients (i, j) with i + j of 9 or more, their mean squares over the patches, the median
 * over frequencies (which a fixed pattern of few frequencies does not move). Where they take half a percent of the patches, this takes more
 * of an image that is flat in more places. Patches that are constant or clipped (at a largest or smallest value that 1 %
 * of the pixels have) are left out, and those with pixels that are not finite.
 * <p>
 * Noise that is correlated from pixel to pixel (after interpolation, smoothing or JPEG) is underestimated, and fine texture all over
 * an image counts as noise.
 */
public final class NoiseLevel {

	/** So many patches (which overlap) determine sigma to about 2 %. */
	private static final int LEAST_PATCHES = 500;
	/** Where fewer patches than this share are not constant, what varies there is a drawing, not noise. */
	private static final double LEAST_VARYING = 0.01;

	private NoiseLevel() {}

	/**
	 * The noise of one channel over all its slices. Looks at no more than 100 000 patches, which takes about 0.1 s, at the same ones
	 * whatever the number of threads.
	 *
	 * @param channel from 0
	 * @return noise of sigma 0 if (nearly) all of the image is constant
	 * @throws IllegalArgumentException if slices are smaller than 8 x 8 px, or no such patch is without NaN or infinite pixels
	 */
	public static GaussianNoise estimate(final Volume image, final int channel) {
		final List<NoisePatch> all = NoisePatches.of(image, channel), varying = all.stream().filter(patch -> !patch.isConstant()).toList();
		if (varying.size() <= LEAST_VARYING * all.size()) return new GaussianNoise(0);
		final float black = NoisePatches.black(image, channel, all), white = NoisePatches.white(image, channel, all);
		final List<NoisePatch> unclipped = NoisePatches.those(varying, LEAST_PATCHES, patch -> patch.min() > black && patch.max() < white);
		return new GaussianNoise(Math.sqrt(medianVariance(image, channel, NoisePatches.flattest(unclipped, LEAST_PATCHES))));
	}

	private static double medianVariance(final Volume image, final int channel, final List<NoisePatch> patches) {
		final PatchSpectrum spectrum = new PatchSpectrum();
		final double[] sums = new double[PatchSpectrum.highs()];
		for (final NoisePatch patch : patches) {
			spectrum.transform(image.plane(patch.z(), channel), image.width(), patch.x(), patch.y());
			spectrum.addHighTo(sums);
		}
		Arrays.sort(sums);
		return sums[sums.length / 2] / patches.size();
	}
}
