package io.github.sparsej.command;

import ij.ImagePlus;

import io.github.sparsej.imagej.Notes;
import io.github.sparsej.imagej.source.SourceImages;
import io.github.sparsej.imagej.source.SourceSeries;

/** The planes that commands which filter images work on, one by one: as keys scope and color ask for. */
final class FilterSource {

	/** Pixels, spectrum in double precision or local means and deviations, their working copies, result. */
	private static final long BYTES_PER_PIXEL = 40;

	private FilterSource() {}

	/** @throws IllegalArgumentException naming the key that does not do */
	static void check(final String scope, final String color) {
		Check.choice("scope", scope, Keys.CURRENT_SLICE, Keys.ALL_SLICES);
		Check.choice("color", color, Keys.LUMINANCE, Keys.SEPARATE);
	}

	/**
	 * Says in the Log if there is a selection, which is not used.
	 *
	 * @throws IllegalArgumentException naming the key that does not do, or the memory that is not there
	 */
	static SourceSeries planes(final ImagePlus image, final String scope, final String color) {
		check(scope, color);
		final SourceSeries planes = new SourceSeries(image, Keys.isAll(scope), color.equals(Keys.SEPARATE) ? SourceImages.Color.SEPARATE : SourceImages.Color.LUMINANCE, false);
		Memory.require((BYTES_PER_PIXEL + (long) Float.BYTES * planes.count()) * image.getWidth() * image.getHeight(), "filter fewer slices or a part of the image");
		if (SourceImages.hasRegion(image)) Notes.say("the selection of " + image.getTitle() + " is not used: whole slices are filtered");
		return planes;
	}
}
