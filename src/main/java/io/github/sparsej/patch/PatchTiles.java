package io.github.sparsej.patch;

import java.util.List;

import io.github.sparsej.model.PatchShape;
import io.github.sparsej.model.Signals;
import io.github.sparsej.model.Volume;

/**
 * All patches that lie side by side, from the first pixel of each image on: none overlaps another, and what is left at the far borders is too
 * narrow for one. Those that do not lie wholly inside the region, or touch a pixel that is NaN or infinite, are left out.
 *
 * @param patches the patches, by image, and with x running fastest, then y, then z
 * @param leftOut how many are left out
 */
public record PatchTiles(Signals patches, long leftOut) {

	/**
	 * @param regions one per image; null for the whole image
	 * @throws IllegalArgumentException naming the image, if it is smaller than the patch or has other channels; or if no patch is left
	 */
	public static PatchTiles cut(final List<Volume> images, final List<RegionMask> regions, final PatchShape shape) {
		long all = 0, count = 0;
		final Places[] places = new Places[images.size()];
		for (int i = 0; i < places.length; i++) {
			final Volume image = images.get(i);
			final String which = places.length > 1 ? "image " + (i + 1) + ": " : "";
			PatchReader.checkFits(which, image.width(), image.height(), image.depth(), shape);
			PatchReader.checkChannels(which, image, shape);
			places[i] = new Places(image, shape, regions.get(i));
			all += countIn(image, shape);
			for (long p = 0; p < places[i].count(); p++) if (isTile(places[i].at(p), shape)) count++;
		}
		if (count == 0) throw new IllegalArgumentException("none of the " + all + " patches of " + shape + " side by side lies inside the region of interest and is finite");
		if (count > Integer.MAX_VALUE / shape.length()) throw new IllegalArgumentException(count + " patches of " + shape + " side by side are more than can be held: use a part of the images");
		final Signals patches = Signals.zeros((int) count, shape.length());
		int row = 0;
		for (int i = 0; i < places.length; i++)
			for (long p = 0; p < places[i].count(); p++) {
				final Places.Place place = places[i].at(p);
				if (isTile(place, shape)) PatchReader.read(images.get(i), shape, place.x(), place.y(), place.z(), patches.values(), patches.offset(row++));
			}
		return new PatchTiles(patches, all - count);
	}

	/** How many patches lie side by side in an image of this size, whatever its pixels. */
	public static long countIn(final Volume image, final PatchShape shape) {
		return (long) (image.width() / shape.width()) * (image.height() / shape.height()) * (image.depth() / shape.depth());
	}

	private static boolean isTile(final Places.Place place, final PatchShape shape) {
		return place.x() % shape.width() == 0 && place.y() % shape.height() == 0 && place.z() % shape.depth() == 0;
	}
}
