package io.github.sparsej.patch;

import io.github.sparsej.model.PatchShape;
import io.github.sparsej.model.Volume;

/** Copies one patch out of an image, flattened as {@link PatchShape} says. */
final class PatchReader {

	private PatchReader() {}

	/** @param x column, y row, z slice of the patch's first pixel; the patch lies inside the image */
	static void read(final Volume image, final PatchShape shape, final int x, final int y, final int z, final float[] out, final int offset) {
		int o = offset;
		for (int c = 0; c < shape.channels(); c++)
			for (int dz = 0; dz < shape.depth(); dz++) {
				final float[] plane = image.plane(z + dz, c);
				for (int dy = 0; dy < shape.height(); dy++, o += shape.width())
					System.arraycopy(plane, (y + dy) * image.width() + x, out, o, shape.width());
			}
	}

	/**
	 * @param which begins the message, to tell one of several images
	 * @throws IllegalArgumentException naming both sizes, if no patch of this shape fits into an image of this size
	 */
	static void checkFits(final String which, final int width, final int height, final int depth, final PatchShape shape) {
		if (width < shape.width() || height < shape.height() || depth < shape.depth())
			throw new IllegalArgumentException(which + "an image of " + width + " x " + height + " x " + depth + " is smaller than a patch of "
				+ shape.width() + " x " + shape.height() + " x " + shape.depth());
	}

	/**
	 * @param which begins the message, to tell one of several images
	 * @throws IllegalArgumentException naming both numbers, if patch and image differ in channels
	 */
	static void checkChannels(final String which, final Volume image, final PatchShape shape) {
		if (image.channels() != shape.channels())
			throw new IllegalArgumentException(which + "an image of " + image.channels() + " channels has no patches of " + shape.channels() + " channels");
	}
}
