package io.github.sparsej.restore.noise;

/**
 * What a patch tells of the noise.
 *
 * @param x           of its first pixel
 * @param y           of its first pixel
 * @param z           slice
 * @param mean        grey values
 * @param surrounding mean of the pixels around the patch, which share no noise with it
 * @param low         variance at low frequencies: of noise and image
 * @param high        variance at high frequencies: mostly of noise
 * @param min         smallest pixel
 * @param max         largest pixel
 */
record NoisePatch(int x, int y, int z, double mean, double surrounding, double low, double high, float min, float max) {

	/** Whether all pixels are the same: an area that was filled or clipped, where the noise is not to be seen. */
	boolean isConstant() {
		return min == max;
	}
}
