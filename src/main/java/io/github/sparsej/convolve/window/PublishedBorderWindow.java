package io.github.sparsej.convolve.window;

import io.github.sparsej.model.ImageFilter;
import io.github.sparsej.model.Require;

/**
 * The window that images are multiplied by in Boutin's CHAMP ("Custom"), with what is odd about it, for results to compare:
 * {@code y = x exp(-(u² + v²) / (2 (R sigma)²))}, where R is half of the side of n pixels (rounded down), and the coordinate u of a column,
 * as v of a row, is -start, ..., -1 in the first {@code start} pixels, 1, ..., start in the last ones, and 0 between them.
 * <p>
 * Where n is below twice {@code start}, the last pixels' coordinates take the place of the first ones' where they meet: there is no 0,
 * and the window's largest value is below 1 and not in its middle. {@link BorderTaper} is without this, and otherwise the same. The original
 * takes square images alone; here each axis has its own R. A NaN stays where it is. Immutable and thread-safe.
 *
 * @param sigma in half sides, above 0
 * @param start pixels at either end with a coordinate other than 0, at least 1; no more than an image's sides
 */
public record PublishedBorderWindow(double sigma, int start) implements ImageFilter {

	public static final String NAME = "Border window as published";

	/** As its authors use it. */
	public static final PublishedBorderWindow STANDARD = new PublishedBorderWindow(0.25, 15);

	public PublishedBorderWindow {
		Require.positive("sigma in half sides", sigma);
		Require.atLeastOne("start in px", start);
	}

	/** @throws IllegalArgumentException also if the image is smaller than {@code start} in one direction */
	@Override
	public float[] filter(final float[] pixels, final int width, final int height) {
		SeparableWindow.requireSize(pixels, width, height);
		return SeparableWindow.multiply(pixels, width, height, profile(width), profile(height));
	}

	private double[] profile(final int n) {
		if (n < Math.max(2, start)) throw new IllegalArgumentException("a window that starts " + start + " px from the borders needs sides of at least " + Math.max(2, start) + " px, got " + n);
		return SeparableWindow.bell(n, n / 2 * sigma, i -> i >= n - start ? i - (n - start) + 1 : i < start ? i - start : 0);
	}

	@Override
	public String name() {
		return NAME;
	}
}
