package io.github.sparsej.whiten;

import java.util.Arrays;

import io.github.sparsej.model.ImageFilter;

/**
 * Takes the local mean away: {@code v = x - B x}, where B is the plain mean of a square window. Beyond the borders the image is
 * mirrored about its border pixels. What is left of a constant image is 0. No inverse. Immutable and thread-safe.
 *
 * @param taps width of the window, px, odd
 */
public record LocalMeanRemoval(int taps) implements ImageFilter {

	public static final String NAME = "Local mean removal";

	public LocalMeanRemoval {
		LocalContrastNormalization.checkTaps(taps);
	}

	@Override
	public float[] filter(final float[] pixels, final int width, final int height) {
		return FinitePixels.filter(pixels, width, height, finite -> {
			final double[] even = new double[taps];
			Arrays.fill(even, 1);
			final double[] v = new LocalMean(even, Mirror.ONCE).differences(finite, width, height);
			final float[] rounded = new float[v.length];
			for (int i = 0; i < v.length; i++) rounded[i] = (float) v[i];
			return rounded;
		});
	}

	@Override
	public String name() {
		return NAME;
	}
}
