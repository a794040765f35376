package io.github.sparsej.whiten;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The weighted mean of an image about each of its pixels, of a square window whose weights are the products of those along
 * the rows and along the columns.
 */
final class LocalMean {

	private final double[] weights;
	private final Mirror mirror;

	/**
	 * @param weights of a window of so many pixels, an odd number, along either axis; divided here by their sum
	 * @param mirror  what the window sees beyond the borders
	 */
	LocalMean(final double[] weights, final Mirror mirror) {
		final double sum = Arrays.stream(weights).sum();
		this.weights = Arrays.stream(weights).map(weight -> weight / sum).toArray();
		this.mirror = mirror;
	}

	/** Along the rows, then along the columns. */
	double[] of(final double[] x, final int width, final int height) {
		final double[] rows = new double[x.length];
		final double[] result = new double[x.length];
		for (int t = 0; t < weights.length; t++) {
			final int shift = t - weights.length / 2;
			final int[] from = IntStream.range(0, width).map(u -> mirror.at(u + shift, width)).toArray();
			for (int y = 0; y < height; y++) for (int u = 0; u < width; u++) rows[y * width + u] += weights[t] * x[y * width + from[u]];
		}
		for (int y = 0; y < height; y++)
			for (int t = 0; t < weights.length; t++) {
				final int from = mirror.at(y + t - weights.length / 2, height) * width;
				for (int u = 0; u < width; u++) result[y * width + u] += weights[t] * rows[from + u];
			}
		return result;
	}

	/** What pixels differ by from this mean; the pixels are finite. */
	double[] differences(final float[] pixels, final int width, final int height) {
		final double[] v = new double[pixels.length];
		for (int i = 0; i < v.length; i++) v[i] = pixels[i];
		final double[] mean = of(v, width, height);
		for (int i = 0; i < v.length; i++) v[i] -= mean[i];
		return v;
	}
}
