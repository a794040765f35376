package io.github.sparsej.imagej.source;

import java.util.ArrayList;
import java.util.List;

import ij.ImagePlus;

import io.github.sparsej.imagej.Notes;
import io.github.sparsej.imagej.Titles;
import io.github.sparsej.model.Volume;
import io.github.sparsej.patch.RegionMask;
import io.github.sparsej.restore.inpaint.MissingPixels;

/** Which pixels of an image are missing: those that are NaN or infinite, that a mask names, or that are selected. */
public final class MissingPixelsOf {

	private MissingPixelsOf() {}

	/**
	 * All images of a series with NaN where pixels are missing.
	 *
	 * @param image the source of the series, whose selection (if it has an area) tells of missing pixels
	 * @param key   that names the mask
	 * @param title of the mask: of one slice for all images, or of as many as the series; blank for none
	 * @throws IllegalArgumentException naming the key, if there is no such mask or its size is another one
	 */
	public static List<Volume> mark(final SourceSeries series, final ImagePlus image, final String key, final String title) {
		final List<Volume> masks = title == null || title.isBlank() ? List.of() : masks(series, key, Titles.find(key, title));
		final Volume selected = selected(image);
		final List<Volume> marked = new ArrayList<>();
		for (int i = 0; i < series.count(); i++) {
			Volume each = MissingPixels.mark(series.read(i), masks.isEmpty() ? null : masks.get(masks.size() == 1 ? 0 : i / series.turns()));
			if (selected != null) each = MissingPixels.mark(each, selected);
			marked.add(each);
		}
		return marked;
	}

	private static List<Volume> masks(final SourceSeries series, final String key, final ImagePlus mask) {
		final int places = series.count() / series.turns(), slices = mask.getNSlices() * mask.getNFrames();
		final boolean forAll = slices == 1;
		if (mask.getWidth() != series.width() || mask.getHeight() != series.height() || !forAll && slices != places * series.depth())
			throw new IllegalArgumentException(key + "=[" + mask.getTitle() + "]: a mask of " + mask.getWidth() + " x " + mask.getHeight() + " px in " + slices + " slices does not fit " + series.width() + " x " + series.height() + " px in " + places * series.depth()
				+ ": as many slices are needed, or one for all");
		return new SourceSeries(mask, !forAll, SourceImages.Color.LUMINANCE, !forAll && series.depth() > 1).asList();
	}

	/** The selection as a mask; null where there is none. */
	private static Volume selected(final ImagePlus image) {
		final RegionMask region = SourceImages.regions(image, 1).get(0);
		if (region == null) return null;
		final float[] mask = new float[region.width() * region.height()];
		for (int y = 0, i = 0; y < region.height(); y++) for (int x = 0; x < region.width(); x++, i++) mask[i] = region.inside(x, y) ? 1 : 0;
		Notes.say("the selected pixels of " + image.getTitle() + " are taken as missing");
		return Volume.plane(region.width(), region.height(), mask);
	}
}
