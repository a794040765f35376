package io.github.sparsej.command;

import ij.ImagePlus;

import io.github.sparsej.imagej.Titles;

/** Weights of atoms, given as an open image of one pixel per atom. */
final class AtomWeights {

	private AtomWeights() {}

	/**
	 * @param title of the image; empty for none
	 * @return one weight per atom, in the order of the image's pixels; none for no image
	 * @throws IllegalArgumentException if there is no such image, or its pixels are not as many as atoms, positive and finite
	 */
	static double[] read(final String key, final String title, final int atomCount) {
		if (title == null || title.isBlank()) return new double[0];
		final ImagePlus image = Titles.find(key, title);
		if (image.getStackSize() != 1 || image.getWidth() * image.getHeight() != atomCount)
			throw new IllegalArgumentException(key + "=[" + title + "]: one slice of " + atomCount + " pixels is needed, one per atom; " + title + " has " + image.getStackSize() + " of " + image.getWidth() + " x " + image.getHeight());
		final double[] weights = new double[atomCount];
		for (int i = 0; i < atomCount; i++) {
			weights[i] = image.getProcessor().getf(i);
			if (!(weights[i] > 0) || Double.isInfinite(weights[i])) throw new IllegalArgumentException(key + "=[" + title + "]: weights must be positive and finite, pixel " + (i + 1) + " is " + weights[i]);
		}
		return weights;
	}
}
