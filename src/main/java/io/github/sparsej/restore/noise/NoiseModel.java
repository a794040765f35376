package io.github.sparsej.restore.noise;

/**
 * What is known of the noise of one channel of an image: how its variance depends on the mean, and how to bring it to unit
 * standard deviation everywhere. Immutable and thread-safe.
 */
public sealed interface NoiseModel permits GaussianNoise, PoissonGaussianNoise {

	/**
	 * @param mean of a pixel over many exposures, grey values
	 * @return the variance of that pixel, grey values squared
	 */
	double variance(double mean);

	/** Whether there is no noise at all, so that nothing is to be removed (and nothing can be brought to unit noise). */
	boolean isAbsent();

	/**
	 * The transform to unit noise and back. To be made once per image, not per pixel or patch.
	 *
	 * @throws IllegalArgumentException if noise {@link #isAbsent is absent}
	 */
	NoiseStabilizer stabilizer();
}
