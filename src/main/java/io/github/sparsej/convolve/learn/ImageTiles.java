package io.github.sparsej.convolve.learn;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;

import io.github.sparsej.model.Volume;

/**
 * Images cut into tiles, so that a few large ones can be learned from in batches. Along a side of n pixels there are as few tiles as
 * cover it, evenly spaced: where the side is no multiple of theirs, they overlap. Cut when they are asked for. Image by image, in each row by row.
 */
public final class ImageTiles extends AbstractList<Volume> {

	/** A tile of an image, by its first pixel. */
	private record Place(int image, int y, int x) {}

	private final List<Volume> images;
	private final int side;
	private final List<Place> places = new ArrayList<>();

	/**
	 * @param images not modified
	 * @param side   of a tile, px, at least 1; a smaller side of an image is that of its tiles
	 */
	public ImageTiles(final List<Volume> images, final int side) {
		if (side < 1) throw new IllegalArgumentException("the side of a tile must be at least 1 px, got " + side);
		this.images = images;
		this.side = side;
		for (int n = 0; n < images.size(); n++)
			for (final int y : starts(images.get(n).height(), side)) for (final int x : starts(images.get(n).width(), side)) places.add(new Place(n, y, x));
	}

	/** Tiles of an image of that size. */
	public static long count(final int width, final int height, final int side) {
		return (long) along(width, side) * along(height, side);
	}

	private static int along(final int pixels, final int side) {
		return (pixels - 1) / side + 1;
	}

	private static int[] starts(final int pixels, final int side) {
		final int[] starts = new int[along(pixels, side)];
		for (int i = 1; i < starts.length; i++) starts[i] = (int) ((long) i * (pixels - side) / (starts.length - 1));
		return starts;
	}

	@Override
	public Volume get(final int index) {
		final Place place = places.get(index);
		final Volume image = images.get(place.image);
		return image.crop(place.x, place.y, Math.min(side, image.width()), Math.min(side, image.height()));
	}

	@Override
	public int size() {
		return places.size();
	}
}
