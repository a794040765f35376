package io.github.sparsej.convolve.window;

import io.github.sparsej.model.ImageFilter;
import io.github.sparsej.model.Require;

/**
 * Fades an image out towards its borders, so that atoms, which lie inside, have less to explain there:
 * {@code y = x t(column) t(row)} with {@code t(i) = exp(-d(i)² / (2 sigma²))}, where d(i) is how far pixel i reaches into the
 * margin, px: 0 in the flat middle, 1 at the first pixel of a margin and {@code margin} at the border.
 * <p>
 * Images of any size: where two margins do not leave a pixel in the middle, both are as wide as leaves one or two, and sigma is
 * smaller in proportion, so that the middle is always 1, and the window symmetric. A NaN stays where it is. Immutable and thread-safe.
 *
 * @param margin width of the margin, px, 0 (no taper) or more
 * @param sigma  of the bell that is its shape, px, above 0
 */
public record BorderTaper(int margin, double sigma) implements ImageFilter {

	public static final String NAME = "Border taper";

	/** As published for images of 65 px: a margin of 15 px in which an image falls to 0.17 at a border, 0.03 in a corner. */
	public static final BorderTaper STANDARD = new BorderTaper(15, 8);

	public BorderTaper {
		Require.notNegative("margin in px", margin);
		Require.positive("sigma in px", sigma);
	}

	@Override
	public float[] filter(final float[] pixels, final int width, final int height) {
		SeparableWindow.requireSize(pixels, width, height);
		return SeparableWindow.multiply(pixels, width, height, profile(width), profile(height));
	}

	/** t of a side of n pixels. */
	private double[] profile(final int n) {
		final int fits = Math.min(margin, (n - 1) / 2);
		return SeparableWindow.bell(n, fits == margin ? sigma : sigma * Math.max(1, fits) / margin, i -> Math.max(0, fits - Math.min(i, n - 1 - i)));
	}

	@Override
	public String name() {
		return NAME;
	}
}
