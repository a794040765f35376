package io.github.sparsej.convolve.window;

import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** A window that is the product of a factor of the column and a factor of the row. */
final class SeparableWindow {

	private SeparableWindow() {}

	/**
	 * An image times the window.
	 *
	 * @param pixels  row-major, not modified
	 * @param columns a factor for each column
	 * @param rows    a factor for each row
	 */
	static float[] multiply(final float[] pixels, final int width, final int height, final double[] columns, final double[] rows) {
		final float[] product = new float[pixels.length];
		for (int y = 0, i = 0; y < height; y++) for (int x = 0; x < width; x++, i++) product[i] = (float) (pixels[i] * rows[y] * columns[x]);
		return product;
	}

	/** The bell exp(-t² / (2 sigma²)) at distances t of n pixels. */
	static double[] bell(final int n, final double sigma, final IntToDoubleFunction distance) {
		return IntStream.range(0, n).mapToDouble(i -> Math.exp(-0.5 * Math.pow(distance.applyAsDouble(i) / sigma, 2))).toArray();
	}

	/** @throws IllegalArgumentException if there are no pixels, or another number of them */
	static void requireSize(final float[] pixels, final int width, final int height) {
		if (width < 1 || height < 1 || pixels.length != (long) width * height)
			throw new IllegalArgumentException("an image of " + width + " x " + height + " cannot have " + pixels.length + " pixels");
	}
}
