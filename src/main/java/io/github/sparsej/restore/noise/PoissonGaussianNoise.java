package io.github.sparsej.restore.noise;

import io.github.sparsej.model.Require;

/**
 * Noise of a camera or a photomultiplier: photo-electrons are Poisson distributed, reading them out adds Gaussian noise.
 * <pre>
 * pixel = offset + cameraGain * p + readNoise * n,   p of Poisson distribution, n of standard normal distribution
 * variance(mean) = cameraGain * (mean - offset) + readNoise^2 = cameraGain * mean + b
 * </pre>
 * (Foi, Trimeche, Katkovnik &amp; Egiazarian, IEEE TIP 17, 2008, where cameraGain is a.)
 *
 * @param cameraGain grey values per photo-electron, above 0
 * @param offset     grey value of a pixel that no photon meets
 * @param readNoise  standard deviation of the Gaussian part, grey values, at least 0
 */
public record PoissonGaussianNoise(double cameraGain, double offset, double readNoise) implements NoiseModel {

	public PoissonGaussianNoise {
		Require.positive("the camera's gain", cameraGain);
		if (!Double.isFinite(offset)) throw new IllegalArgumentException("the offset must be finite, got " + offset);
		Require.notNegative("the read noise", readNoise);
	}

	/** b = readNoise^2 - cameraGain * offset: the line of variance over mean at mean 0, grey values squared. */
	public double varianceAtZero() {
		return readNoise * readNoise - cameraGain * offset;
	}

	/** {@inheritDoc} No mean can be below the offset: there the variance is that at the offset. */
	@Override
	public double variance(final double mean) {
		return cameraGain * Math.max(0, mean - offset) + readNoise * readNoise;
	}

	/** {@inheritDoc} Photons always are noisy. */
	@Override
	public boolean isAbsent() {
		return false;
	}

	/** The generalised Anscombe transform and its exact unbiased inverse. */
	@Override
	public NoiseStabilizer stabilizer() {
		return new AnscombeTransform(this);
	}
}
