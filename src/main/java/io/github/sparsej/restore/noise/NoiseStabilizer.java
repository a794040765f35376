package io.github.sparsej.restore.noise;

/**
 * Brings the noise of a channel to unit standard deviation, and estimates of the expected pixels back to grey values:
 * {@code stabilize}, remove noise of sigma 1, {@code restore}. NaN stays NaN. Immutable and thread-safe.
 */
public interface NoiseStabilizer {

	/**
	 * @param pixel grey value, of any sign
	 * @return the pixel where noise has (nearly) unit variance
	 */
	double stabilize(double pixel);

	/**
	 * @param expected an estimate of the expected value of a stabilized pixel
	 * @return the mean in grey values whose noisy pixels, stabilized, have this expected value
	 */
	double restore(double expected);

	/**
	 * @param pixels grey values; not modified
	 * @return a new array
	 */
	default float[] stabilize(final float[] pixels) {
		final float[] stabilized = new float[pixels.length];
		for (int i = 0; i < pixels.length; i++) stabilized[i] = (float) stabilize(pixels[i]);
		return stabilized;
	}

	/**
	 * @param stabilized estimates of the expected values of stabilized pixels; not modified
	 * @return a new array, grey values
	 */
	default float[] restore(final float[] stabilized) {
		final float[] pixels = new float[stabilized.length];
		for (int i = 0; i < pixels.length; i++) pixels[i] = (float) restore(stabilized[i]);
		return pixels;
	}
}
