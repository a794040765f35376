package io.github.sparsej.restore.denoise;

import java.util.Arrays;
import java.util.stream.IntStream;

import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.Volume;
import io.github.sparsej.restore.noise.NoiseStabilizer;

/**
 * How far the grey values of a channel span without the noise, where the noise has standard deviation 1. Looked at are the
 * medians of 3 x 3 pixels, which no single hot pixel changes, at places spread evenly, so that time and memory do not grow
 * with the image. The span is that of all medians but the lowest and the highest, less what the noise adds to the distance
 * of each end from the middle; as with normal distributions, noise is taken to add in squares.
 */
final class CleanRange {

	private static final int PLACES = 1 << 16;
	private static final int PLACES_PER_CHUNK = 1 << 12;
	/** Every so many of the medians tell the middle. */
	private static final int SPARSE = 16;
	/** What the median of 9 values of standard normal distribution deviates from 0 once in {@link #PLACES}: their standard deviation times a quantile. */
	private static final double NOISE = 0.40751 * 4.1;
	/** Fractions of its multiples lie evenly, and on no regular pattern of pixels. */
	private static final double GOLDEN_RATIO = 0.6180339887498949;
	private static final int WINDOW = 9;

	private CleanRange() {}

	/** @return 0 or more; 0 where all that is seen can be noise, or hardly a pixel is finite */
	static double of(final Volume image, final int channel, final NoiseStabilizer stabilizer, final Parallel parallel) {
		final long pixels = (long) image.width() * image.height() * image.depth();
		final double[] medians = new double[(int) Math.min(pixels, PLACES)];
		parallel.forChunks(medians.length, PLACES_PER_CHUNK, (begin, end) -> {
			final float[] window = new float[WINDOW];
			for (int i = begin; i < end; i++) {
				final double turn = i * GOLDEN_RATIO;
				final long at = medians.length == pixels ? i : (long) ((turn - Math.floor(turn)) * pixels);
				medians[i] = median(image, channel, at, window);
			}
		});
		final double[] finite = Arrays.stream(medians).filter(Double::isFinite).map(stabilizer::stabilize).toArray();
		if (finite.length < 3) return 0;
		final double[] some = IntStream.iterate(0, i -> i < finite.length, i -> i + SPARSE).mapToDouble(i -> finite[i]).sorted().toArray();
		final double middle = some[some.length / 2];
		return withoutNoise(second(finite, 1) - middle) + withoutNoise(middle + second(finite, -1));
	}

	/** The median of the pixels around one, which stand in for those beyond the border; not finite where one of them is not. */
	private static double median(final Volume image, final int channel, final long at, final float[] window) {
		final int perPlane = image.width() * image.height();
		final float[] plane = image.plane((int) (at / perPlane), channel);
		final int x = (int) (at % perPlane) % image.width(), y = (int) (at % perPlane) / image.width();
		for (int i = 0; i < WINDOW; i++) {
			final int u = Math.min(Math.max(x + i % 3 - 1, 0), image.width() - 1), v = Math.min(Math.max(y + i / 3 - 1, 0), image.height() - 1);
			window[i] = plane[v * image.width() + u];
			if (!Float.isFinite(window[i])) return Double.NaN;
		}
		return median(window);
	}

	/** Of nine values, of which columns of three are sorted first (Smith, Xilinx XCELL 23, 1996); modified. */
	private static float median(final float[] w) {
		for (int i = 0; i < 3; i++) {
			final float low = Math.min(w[i], w[i + 3]), high = Math.max(w[i], w[i + 3]);
			final float middle = Math.min(high, w[i + 6]);
			w[i + 6] = Math.max(high, w[i + 6]);
			w[i] = Math.min(low, middle);
			w[i + 3] = Math.max(low, middle);
		}
		return median(Math.max(Math.max(w[0], w[1]), w[2]), median(w[3], w[4], w[5]), Math.min(Math.min(w[6], w[7]), w[8]));
	}

	private static float median(final float a, final float b, final float c) {
		return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
	}

	/** The second largest of at least two values times a sign. */
	private static double second(final double[] values, final int sign) {
		double largest = Double.NEGATIVE_INFINITY, second = largest;
		for (final double value : values) {
			second = Math.max(second, Math.min(largest, sign * value));
			largest = Math.max(largest, sign * value);
		}
		return second;
	}

	private static double withoutNoise(final double distance) {
		return Math.sqrt(Math.max(0, distance * distance - NOISE * NOISE));
	}
}
