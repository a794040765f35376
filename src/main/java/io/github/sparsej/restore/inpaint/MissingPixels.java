package io.github.sparsej.restore.inpaint;

import java.util.List;

import io.github.sparsej.model.Volume;

/** Missing pixels of images: those that are NaN or infinite, or that a mask names. */
public final class MissingPixels {

	private MissingPixels() {}

	/**
	 * A copy of an image with NaN where pixels are missing.
	 *
	 * @param image not modified; pixels that are NaN or infinite are missing
	 */
	public static Volume mark(final Volume image) {
		return mark(image, null);
	}

	/**
	 * As {@link #mark(Volume)}; pixels are also missing where the mask is not 0.
	 *
	 * @param mask of the image's width and height; of its slices, or of one for all; of its channels, or of one for all
	 * @throws IllegalArgumentException if the mask has another size, naming both
	 */
	public static Volume mark(final Volume image, final Volume mask) {
		if (mask != null) requireFit(image, mask);
		final float[][] planes = new float[image.depth() * image.channels()][];
		for (int c = 0, i = 0; c < image.channels(); c++)
			for (int z = 0; z < image.depth(); z++) planes[i++] = marked(image.plane(z, c), mask == null ? null : mask.plane(mask.depth() == 1 ? 0 : z, mask.channels() == 1 ? 0 : c));
		return Volume.of(image.width(), image.height(), image.depth(), image.channels(), planes);
	}

	private static float[] marked(final float[] plane, final float[] mask) {
		final float[] marked = plane.clone();
		for (int i = 0; i < marked.length; i++) if (!Float.isFinite(marked[i]) || mask != null && mask[i] != 0) marked[i] = Float.NaN;
		return marked;
	}

	private static void requireFit(final Volume image, final Volume mask) {
		if (mask.width() != image.width() || mask.height() != image.height() || mask.depth() != 1 && mask.depth() != image.depth() || mask.channels() != 1 && mask.channels() != image.channels())
			throw new IllegalArgumentException("a mask of " + size(mask) + " does not fit an image of " + size(image));
	}

	private static String size(final Volume v) {
		return v.width() + " x " + v.height() + " pixels in " + v.depth() + (v.depth() == 1 ? " slice" : " slices") + " and " + v.channels() + (v.channels() == 1 ? " channel" : " channels");
	}

	/** How many pixels are NaN or infinite. */
	public static long count(final Volume image) {
		long missing = 0;
		for (int c = 0; c < image.channels(); c++)
			for (int z = 0; z < image.depth(); z++) for (final float pixel : image.plane(z, c)) if (!Float.isFinite(pixel)) missing++;
		return missing;
	}

	/** The standard deviation (divided by n) of all known pixels of all images, grey values; 0 where none is known. */
	static double deviation(final List<Volume> images) {
		double count = 0, mean = 0, squares = 0;
		for (final Volume image : images)
			for (int c = 0; c < image.channels(); c++)
				for (int z = 0; z < image.depth(); z++)
					for (final float pixel : image.plane(z, c)) {
						if (!Float.isFinite(pixel)) continue;
						// Welford's update: large means lose no digits.
						final double difference = pixel - mean;
						mean += difference / ++count;
						squares += difference * (pixel - mean);
					}
		return count == 0 ? 0 : Math.sqrt(squares / count);
	}
}
