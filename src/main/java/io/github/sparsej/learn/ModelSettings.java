package io.github.sparsej.learn;

import java.util.SplittableRandom;

import io.github.sparsej.model.ImageFilter;
import io.github.sparsej.model.PatchShape;
import io.github.sparsej.patch.PatchSamplerOptions;
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
 * @param learner   how the dictionary is learned
 * @param dataSeed  seed of the patches drawn, apart from the learner's, so that several runs can learn from the same patches
 */
public record ModelSettings(PatchShape shape, int patches, PatchSelection selection, ImageFilter filter, WhiteningFit whitening, Start start, LearnerOptions learner, long dataSeed) {

	/** The number, place and deviation of a patch while it is decided which are kept. */
	private static final long BYTES_PER_DRAW = 150;

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

	/** Settings whose patches depend on the learner's seed too. */
	public ModelSettings(final PatchShape shape, final int patches, final PatchSelection selection, final ImageFilter filter, final WhiteningFit whitening, final Start start, final LearnerOptions learner) {
		// Not the learner's own seed: its draws must not repeat those of the patches.
		this(shape, patches, selection, filter, whitening, start, learner, new SplittableRandom(learner.seed()).nextLong());
	}

	/** These settings, and the same patches, with another learner. */
	public ModelSettings withLearner(final LearnerOptions other) {
		return new ModelSettings(shape, patches, selection, filter, whitening, start, other, dataSeed);
	}

	/** Memory for learning, in bytes, beyond the images: patches drawn and whitened, what drawing keeps beside, and the learner's. */
	public long bytesNeeded() {
		final long drawn = (long) patches * (selection == PatchSelection.HIGH_CONTRAST ? PatchSamplerOptions.DEFAULT_OVERSAMPLING : 1);
		return 2L * Float.BYTES * patches * shape.length() + BYTES_PER_DRAW * drawn + learner.bytesNeeded(patches, shape.length());
	}

	public ModelSettings {
		if (patches < 1) throw new IllegalArgumentException("the number of patches must be at least 1, got " + patches);
		if (shape == null || selection == null || filter == null || whitening == null || start == null || learner == null)
			throw new IllegalArgumentException("patch shape, selection, filter, whitening, start and learner must all be given");
	}
}
