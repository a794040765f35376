package io.github.sparsej.convolve;

import io.github.sparsej.model.PatchShape;
import io.github.sparsej.model.Volume;

/** Whether images and atoms fit each other. */
public final class Fit {

	private Fit() {}

	/** @throws IllegalArgumentException if atoms of this shape have more than one slice */
	public static void require(final PatchShape shape) {
		if (shape.depth() != 1) throw new IllegalArgumentException("atoms that are placed in images have one slice, got " + shape);
	}

	/** @throws IllegalArgumentException if atoms of this shape cannot be placed in this image */
	public static void require(final Volume image, final PatchShape shape) {
		require(shape);
		if (image.depth() != 1 || image.channels() != shape.channels())
			throw new IllegalArgumentException("atoms of " + shape.channels() + " channels do not fit an image of " + image.depth() + " slices in " + image.channels() + " channels");
		if (image.width() < shape.width() || image.height() < shape.height())
			throw new IllegalArgumentException("an image of " + image.width() + " x " + image.height() + " pixels is smaller than atoms of " + shape);
	}

	/** A copy of the planes of an image of one slice, one per channel. */
	public static float[][] copy(final Volume image) {
		final float[][] planes = new float[image.channels()][];
		for (int c = 0; c < planes.length; c++) planes[c] = image.plane(0, c).clone();
		return planes;
	}
}
