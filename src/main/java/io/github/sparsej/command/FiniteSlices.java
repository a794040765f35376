package io.github.sparsej.command;

import java.util.List;

import ij.ImagePlus;

import io.github.sparsej.model.Volume;

/** Whether whole images have no holes: an atom over one could have any coefficient. */
final class FiniteSlices {

	private FiniteSlices() {}

	/**
	 * @param source of the images, whose name the message has
	 * @param images each slice or frame
	 * @throws IllegalArgumentException naming the first that has pixels that are NaN or infinite, and how many
	 */
	static void require(final ImagePlus source, final List<Volume> images) {
		for (int n = 0; n < images.size(); n++) {
			final long holes = holes(images.get(n));
			if (holes > 0) throw new IllegalArgumentException((images.size() > 1 ? "slice " + (n + 1) + " of " : "") + source.getTitle() + " has " + holes + " pixels that are NaN or infinite; atoms can be placed only where all pixels are finite: replace them first, as with Inpaint Image");
		}
	}

	private static long holes(final Volume image) {
		long holes = 0;
		for (int c = 0; c < image.channels(); c++)
			for (final float pixel : image.plane(0, c)) if (!Float.isFinite(pixel)) holes++;
		return holes;
	}
}
