package io.github.sparsej.patch;

import java.util.Arrays;

import io.github.sparsej.model.PatchShape;
import io.github.sparsej.model.Volume;

/**
 * All places of an image where a patch lies inside the region and touches no NaN or infinite pixel, numbered with x
 * running fastest, then y, then z. Lists are kept only for layers where some place is excluded.
 */
final class Places {

	/** One place: the patch's first pixel. */
	record Place(int x, int y, int z) {}

	private final int imageWidth;
	private final int columns;
	private final int[][] layers;   // null: every place of the plane
	private final long[] start;
	private final long inRegion;

	/** @param region null for the whole image */
	Places(final Volume image, final PatchShape shape, final RegionMask region) {
		imageWidth = image.width();
		columns = image.width() - shape.width() + 1;
		final int rows = image.height() - shape.height() + 1;
		final int[] regionPlaces = region == null ? null : region.places(shape.width(), shape.height());
		final int perLayer = regionPlaces == null ? columns * rows : regionPlaces.length;
		layers = new int[image.depth() - shape.depth() + 1][];
		start = new long[layers.length + 1];
		for (int z = 0; z < layers.length; z++) {
			layers[z] = allFinite(image, z, shape.depth()) ? regionPlaces : finiteIn(image, z, shape, region).places(shape.width(), shape.height());
			start[z + 1] = start[z] + (layers[z] == null ? perLayer : layers[z].length);
		}
		inRegion = (long) perLayer * layers.length;
	}

	private static boolean allFinite(final Volume image, final int z, final int depth) {
		for (int c = 0; c < image.channels(); c++)
			for (int dz = 0; dz < depth; dz++)
				for (final float value : image.plane(z + dz, c)) if (!Float.isFinite(value)) return false;
		return true;
	}

	private static RegionMask finiteIn(final Volume image, final int z, final PatchShape shape, final RegionMask region) {
		final boolean[] finite = new boolean[image.width() * image.height()];
		for (int i = 0; i < finite.length; i++) finite[i] = region == null || region.inside(i % image.width(), i / image.width());
		for (int c = 0; c < image.channels(); c++)
			for (int dz = 0; dz < shape.depth(); dz++) {
				final float[] plane = image.plane(z + dz, c);
				for (int i = 0; i < finite.length; i++) finite[i] &= Float.isFinite(plane[i]);
			}
		return new RegionMask(image.width(), image.height(), finite);
	}

	long count() {
		return start[layers.length];
	}

	/** Places inside the region, those that touch a pixel that is not finite included. */
	long inRegion() {
		return inRegion;
	}

	/** Whether a patch may begin here. */
	boolean has(final int x, final int y, final int z) {
		return layers[z] == null || Arrays.binarySearch(layers[z], y * imageWidth + x) >= 0;
	}

	Place at(final long number) {
		final int found = Arrays.binarySearch(start, number);
		int z = found < 0 ? -found - 2 : found;
		while (start[z + 1] <= number) z++; // past layers without any place
		final int inLayer = (int) (number - start[z]);
		if (layers[z] == null) return new Place(inLayer % columns, inLayer / columns, z);
		final int pixel = layers[z][inLayer];
		return new Place(pixel % imageWidth, pixel / imageWidth, z);
	}
}
