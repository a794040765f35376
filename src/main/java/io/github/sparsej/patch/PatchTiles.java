package io.github.sparsej.patch;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;

import io.github.sparsej.model.PatchShape;
import io.github.sparsej.model.Progress;
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

	private static final String WHAT = "Cutting patches";

	/**
	 * @param regions  one per image; null for the whole image
	 * @param progress asked before every image, twice
	 * @throws CancellationException    if it asks to stop
	 * @throws IllegalArgumentException naming the image, if it is smaller than the patch or has other channels; or if no patch is left
	 */
	public static PatchTiles cut(final List<Volume> images, final List<RegionMask> regions, final PatchShape shape, final Progress progress) {
		long all = 0, count = 0;
		final List<List<Places.Place>> tiles = new ArrayList<>();
		for (int i = 0; i < images.size(); i++) {
			require(progress.report(0.5 * i / images.size(), WHAT));
			final Volume image = images.get(i);
			final String which = images.size() > 1 ? "image " + (i + 1) + ": " : "";
			PatchReader.checkFits(which, image.width(), image.height(), image.depth(), shape);
			PatchReader.checkChannels(which, image, shape);
			tiles.add(tiles(image, shape, regions.get(i)));
			all += countIn(image.width(), image.height(), image.depth(), shape);
			count += tiles.get(i).size();
		}
		if (count == 0) throw new IllegalArgumentException("none of the " + all + " patches of " + shape + " side by side lies inside the region of interest and is finite");
		if (count > Integer.MAX_VALUE / shape.length()) throw new IllegalArgumentException(count + " patches of " + shape + " side by side are more than can be held: use a part of the images");
		final Signals patches = Signals.zeros((int) count, shape.length());
		int row = 0;
		for (int i = 0; i < images.size(); i++) {
			require(progress.report(0.5 + 0.5 * i / images.size(), WHAT));
			for (final Places.Place place : tiles.get(i)) PatchReader.read(images.get(i), shape, place.x(), place.y(), place.z(), patches.values(), patches.offset(row++));
		}
		return new PatchTiles(patches, all - count);
	}

	private static void require(final boolean goOn) {
		if (!goOn) throw new CancellationException("stopped while patches were cut");
	}

	private static List<Places.Place> tiles(final Volume image, final PatchShape shape, final RegionMask region) {
		final Places places = new Places(image, shape, region);
		final List<Places.Place> tiles = new ArrayList<>();
		for (int z = 0; z + shape.depth() <= image.depth(); z += shape.depth())
			for (int y = 0; y + shape.height() <= image.height(); y += shape.height())
				for (int x = 0; x + shape.width() <= image.width(); x += shape.width()) if (places.has(x, y, z)) tiles.add(new Places.Place(x, y, z));
		return tiles;
	}

	/** How many patches lie side by side in an image of this size, whatever its pixels. */
	public static long countIn(final int width, final int height, final int depth, final PatchShape shape) {
		return (long) (width / shape.width()) * (height / shape.height()) * (depth / shape.depth());
	}
}
