package io.github.sparsej.whiten;

import java.util.function.UnaryOperator;

/** Keeps pixels that are NaN or infinite from spreading over a filtered image. */
final class FinitePixels {

	/** Share of the largest |pixel| below which what a filter leaves is rounding, as of a constant image, and not structure. */
	static final double NO_STRUCTURE = 1e-12;

	private FinitePixels() {}

	/**
	 * Filters with the mean of all others in place of the pixels that are not finite, and puts those back afterwards.
	 *
	 * @param pixels not modified
	 * @param filter gets pixels that are all finite, and returns a new array
	 */
	static float[] filter(final float[] pixels, final int width, final int height, final UnaryOperator<float[]> filter) {
		final float[] finite = filled(pixels, width, height);
		final float[] filtered = filter.apply(finite);
		if (finite != pixels) for (int i = 0; i < pixels.length; i++) if (!Float.isFinite(pixels[i])) filtered[i] = pixels[i];
		return filtered;
	}

	/** The pixels with the mean of all others in place of those that are not finite: the same array where all are. */
	static float[] filled(final float[] pixels, final int width, final int height) {
		if (width < 1 || height < 1 || pixels.length != (long) width * height)
			throw new IllegalArgumentException("an image of " + width + " x " + height + " cannot have " + pixels.length + " pixels");
		final float mean = (float) mean(pixels);
		float[] finite = pixels;
		for (int i = 0; i < pixels.length; i++)
			if (!Float.isFinite(pixels[i])) {
				if (finite == pixels) finite = pixels.clone();
				finite[i] = mean;
			}
		return finite;
	}

	/** The mean of the finite pixels; 0 if there is none. */
	static double mean(final float[] pixels) {
		double sum = 0;
		int count = 0;
		for (final float pixel : pixels)
			if (Float.isFinite(pixel)) {
				sum += pixel;
				count++;
			}
		return count == 0 ? 0 : sum / count;
	}

	/** The largest modulus; the pixels are finite. */
	static double maxAbs(final float[] pixels) {
		double max = 0;
		for (final float pixel : pixels) max = Math.max(max, Math.abs(pixel));
		return max;
	}
}
