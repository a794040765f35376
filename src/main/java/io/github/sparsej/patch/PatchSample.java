package io.github.sparsej.patch;

import io.github.sparsej.model.Signals;

/**
 * Patches that a {@link PatchSampler} has drawn, and where from. The patches are shared as {@link Signals} are; the rest
 * is immutable and thread-safe.
 */
public final class PatchSample {

	private final Signals patches;
	private final int[] image;
	private final Places.Place[] place;
	private final double[] deviation;
	private final long possiblePlaces;
	private final long refusedPlaces;

	PatchSample(final Signals patches, final int[] image, final Places.Place[] place, final double[] deviation, final long possiblePlaces, final long refusedPlaces) {
		this.patches = patches;
		this.image = image;
		this.place = place;
		this.deviation = deviation;
		this.possiblePlaces = possiblePlaces;
		this.refusedPlaces = refusedPlaces;
	}

	/** The patches, one per row. */
	public Signals patches() {
		return patches;
	}

	/** Number (from 0) of the image that patch {@code i} is from. */
	public int image(final int i) {
		return image[i];
	}

	/** Column of the first pixel of patch {@code i}. */
	public int x(final int i) {
		return place[i].x();
	}

	/** Row of the first pixel of patch {@code i}. */
	public int y(final int i) {
		return place[i].y();
	}

	/** Slice (from 0) of the first pixel of patch {@code i}. */
	public int z(final int i) {
		return place[i].z();
	}

	/** Standard deviation (divided by n) of the values of patch {@code i}, grey values: 0 where there is no structure. */
	public double standardDeviation(final int i) {
		return deviation[i];
	}

	/** Number of places in all images and regions that patches could be drawn from. */
	public long possiblePlaces() {
		return possiblePlaces;
	}

	/** Number of places inside the regions that were left out because the patch there touches a NaN or infinite pixel. */
	public long refusedPlaces() {
		return refusedPlaces;
	}
}
