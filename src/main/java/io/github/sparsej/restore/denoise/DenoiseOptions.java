package io.github.sparsej.restore.denoise;

import io.github.sparsej.encode.greedy.OmpOptions;
import io.github.sparsej.model.Require;

/**
 * How patches are coded and put together to a denoised image. All figures hold for any range of grey values and any
 * level of noise. The defaults are those of Elad &amp; Aharon (IEEE TIP 15, 2006).
 *
 * @param gain        a patch of m values is coded until its residual has l2 norm at most gain x sigma x sqrt(m); above 0
 * @param maxNonzeros most atoms per patch, at least 1
 * @param stride      distance of neighbouring patches, px, from 1 to the patch's longest side
 * @param noisyShare  weight of the noisy pixel beside each patch's estimate of weight 1, for an image whose clean grey
 *                    values span 255 sigma; the weight grows with that span. 0 or more; 0 leaves the noisy image out
 */
public record DenoiseOptions(double gain, int maxNonzeros, int stride, double noisyShare) {

	/** Elad &amp; Aharon's. */
	public static final DenoiseOptions DEFAULT = new DenoiseOptions(1.15, 32, 1, 30);

	private static final double PHOTON_GAIN = 1.03;

	public DenoiseOptions {
		Require.positive("gain", gain);
		Require.atLeastOne("maxNonzeros", maxNonzeros);
		Require.atLeastOne("stride", stride);
		Require.notNegative("noisyShare", noisyShare);
	}

	/** The same with another stride. */
	public DenoiseOptions withStride(final int other) {
		return new DenoiseOptions(gain, maxNonzeros, other, noisyShare);
	}

	/** The same with another gain. */
	public DenoiseOptions withGain(final double other) {
		return new DenoiseOptions(other, maxNonzeros, stride, noisyShare);
	}

	/**
	 * What suits noise of photons, which {@link Denoising} takes for it: images from microscopes are smoother than photographs, for which
	 * gain and noisyShare were found. No share of the noisy image is worth 0.4 dB on the sample cell at a peak of 50 photons, {@value #PHOTON_GAIN} times
	 * the gain 0.07 dB (and costs 0.2 dB on the sample microaneurysms).
	 */
	DenoiseOptions forPhotons() {
		return new DenoiseOptions(PHOTON_GAIN * gain, maxNonzeros, stride, 0);
	}

	/** What codes patches of {@code length} values whose noise has standard deviation 1. */
	public OmpOptions encoder(final int length) {
		return new OmpOptions(maxNonzeros, gain * Math.sqrt(length));
	}
}
