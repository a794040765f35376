package io.github.sparsej.restore.denoise;

import java.util.Arrays;

import io.github.sparsej.model.Volume;
import io.github.sparsej.restore.noise.NoiseStabilizer;

/**
 * How far the grey values of a channel span without the noise, where the noise has standard deviation 1. Looked at are the
 * medians of 3 x 3 pixels, which no single hot pixel changes, at places spread evenly, so that time and memory do not grow
 * with the image. The span is that of all medians but the 0.001 % at each end, less what the noise adds to the distance of
 * each end from the middle; as with normal distributions, noise is taken to add in squares.
 */
final class CleanRange {

	private static final int PLACES = 1 << 18;
	/** Share of the medians beyond each end. */
	private static final double TAIL = 1e-5;
	/** The quantile at 1 - {@link #TAIL} of the standard normal distribution, times the standard deviation of the median of 9 of its values. */
	private static final double NOISE_AT_TAIL = 4.26489 * 0.40751;
	/** Fractions of its multiples lie evenly, and on no regular pattern of pixels. */
	private static final double GOLDEN_RATIO = 0.6180339887498949;

	private CleanRange() {}

	/** @return 0 or more; 0 where all that is seen can be noise, or no pixel is finite */
	static double of(final Volume image, final int channel, final NoiseStabilizer stabilizer) {
		final int perPlane = image.width() * image.height();
		final long pixels = (long) perPlane * image.depth();
		final int places = (int) Math.min(pixels, PLACES);
		final double[] medians = new double[places];
		final float[] window = new float[9];
		int count = 0;
		for (int i = 0; i < places; i++) {
			final double turn = i * GOLDEN_RATIO;
			final long at = places == pixels ? i : (long) ((turn - Math.floor(turn)) * pixels);
			final int size = window(image.plane((int) (at / perPlane), channel), image.width(), image.height(), (int) (at % perPlane), window);
			if (size > 0) medians[count++] = stabilizer.stabilize(window[size / 2]);
		}
		if (count == 0) return 0;
		Arrays.sort(medians, 0, count);
		final double middle = quantile(medians, count, 0.5);
		return withoutNoise(middle - quantile(medians, count, TAIL)) + withoutNoise(quantile(medians, count, 1 - TAIL) - middle);
	}

	/** Sorts the finite pixels around one, itself included. */
	private static int window(final float[] plane, final int width, final int height, final int at, final float[] window) {
		final int x = at % width, y = at / width;
		int size = 0;
		for (int v = Math.max(0, y - 1); v <= Math.min(height - 1, y + 1); v++)
			for (int u = Math.max(0, x - 1); u <= Math.min(width - 1, x + 1); u++)
				if (Float.isFinite(plane[v * width + u])) window[size++] = plane[v * width + u];
		Arrays.sort(window, 0, size);
		return size;
	}

	private static double quantile(final double[] sorted, final int count, final double share) {
		return sorted[(int) Math.round(share * (count - 1))];
	}

	private static double withoutNoise(final double distance) {
		return Math.sqrt(Math.max(0, distance * distance - NOISE_AT_TAIL * NOISE_AT_TAIL));
	}
}
