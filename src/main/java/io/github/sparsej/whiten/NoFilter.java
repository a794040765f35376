package io.github.sparsej.whiten;

import io.github.sparsej.model.ImageFilter;

/** Leaves images as they are. */
public record NoFilter() implements ImageFilter {

	public static final String NAME = "None";

	public static final NoFilter INSTANCE = new NoFilter();

	@Override
	public float[] filter(final float[] pixels, final int width, final int height) {
		return FinitePixels.filter(pixels, width, height, float[]::clone);
	}

	@Override
	public String name() {
		return NAME;
	}
}
