package io.github.sparsej.learn;

import io.github.sparsej.model.ImageFilter;
import io.github.sparsej.model.PatchShape;
import io.github.sparsej.patch.PatchSelection;

/**
 * What a model is to be learned with.
 *
 * @param shape     of the patches and atoms
 * @param patches   how many to draw, of all images together, at least 1
 * @param selection which of the possible patches to draw
 * @param filter    what is done to whole images first
 * @param whitening what is done to patches then
 * @param start     where learning begins
 * @param learner   how the dictionary is learned; its seed is that of the patches drawn, too
 */
public record ModelSettings(PatchShape shape, int patches, PatchSelection selection, ImageFilter filter, WhiteningFit whitening, Start start, LearnerOptions learner) {

	/** Where learning begins. */
	public enum Start {
		/** Patches of a noise image with the 1/f spectrum of natural images. */
		ONE_OVER_F,
		/** Independent Gaussian pixels. */
		WHITE_NOISE,
		/** Some of the patches that are learned from. */
		PATCHES,
		/** The discrete cosine transform. */
		DCT
	}

	/**
	 * Memory for learning, in bytes, beyond the images: the patches drawn, with what high contrast draws beside, and those
	 * whitened; atoms, gradient and two means of it in float64, and their Gram matrix.
	 *
	 * @param atomCount atoms to be learned
	 */
	public long bytesNeeded(final int atomCount) {
		return 3L * Float.BYTES * patches * shape.length() + 5L * Double.BYTES * atomCount * shape.length() + (long) Float.BYTES * atomCount * atomCount;
	}

	public ModelSettings {
		if (patches < 1) throw new IllegalArgumentException("the number of patches must be at least 1, got " + patches);
		if (shape == null || selection == null || filter == null || whitening == null || start == null || learner == null)
			throw new IllegalArgumentException("patch shape, selection, filter, whitening, start and learner must all be given");
	}
}
