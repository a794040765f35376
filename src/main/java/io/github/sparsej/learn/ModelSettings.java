package io.github.sparsej.learn;

import java.util.SplittableRandom;

import io.github.sparsej.learn.start.InitialDictionaries;
import io.github.sparsej.learn.start.InitialDictionary;
import io.github.sparsej.model.ImageFilter;
import io.github.sparsej.model.PatchShape;
import io.github.sparsej.model.Require;
import io.github.sparsej.model.Whitening;
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
 * @param crop      side of the square that is cut from a random place of every image first, px; 0 for whole images
 */
public record ModelSettings(PatchShape shape, int patches, PatchSelection selection, ImageFilter filter, WhiteningFit whitening, Start start, LearnerOptions learner, long dataSeed, int crop) {

	/** The number, place and deviation of a patch while it is decided which are kept. */
	private static final long BYTES_PER_DRAW = 150;

	/**
	 * Where learning begins.
	 *
	 * @param name  what a model's provenance calls it; of atoms that are given, it tells which ones
	 * @param maker the initial dictionary for patches of some shape, seen through a filter and a whitening
	 */
	public record Start(String name, Maker maker) {

		/** Makes an initial dictionary for what the signals go through. */
		@FunctionalInterface
		public interface Maker {
			InitialDictionary make(PatchShape shape, ImageFilter filter, Whitening whitening);
		}

		/** Patches of a noise image with the 1/f spectrum of natural images. */
		public static final Start ONE_OVER_F = new Start("ONE_OVER_F", InitialDictionaries::oneOverF);
		/** Independent Gaussian pixels. */
		public static final Start WHITE_NOISE = new Start("WHITE_NOISE", (shape, filter, whitening) -> InitialDictionaries.whiteNoise(shape));
		/** Some of the patches that are learned from. */
		public static final Start PATCHES = new Start("PATCHES", (shape, filter, whitening) -> InitialDictionaries.patches(shape));
		/** The discrete cosine transform. */
		public static final Start DCT = new Start("DCT", (shape, filter, whitening) -> InitialDictionaries.cosines(shape));

		/** Atoms that are there already. */
		public static Start given(final String name, final InitialDictionary atoms) {
			return new Start(name, (shape, filter, whitening) -> atoms);
		}

		@Override
		public String toString() {
			return name;
		}
	}

	/** Settings whose patches depend on the learner's seed too. */
	public ModelSettings(final PatchShape shape, final int patches, final PatchSelection selection, final ImageFilter filter, final WhiteningFit whitening, final Start start, final LearnerOptions learner) {
		// Not the learner's own seed: its draws must not repeat those of the patches.
		this(shape, patches, selection, filter, whitening, start, learner, new SplittableRandom(learner.seed()).nextLong(), 0);
	}

	/** These settings with other parts of the images: a square of that side, or 0 for all of them. */
	public ModelSettings withCrop(final int side) {
		return new ModelSettings(shape, patches, selection, filter, whitening, start, learner, dataSeed, side);
	}

	/** These settings, and the same patches, with another learner. */
	public ModelSettings withLearner(final LearnerOptions other) {
		return new ModelSettings(shape, patches, selection, filter, whitening, start, other, dataSeed, crop);
	}

	/** Whether other settings ask for the same patches of the same images, whatever is learned from them then. */
	public boolean samePatches(final ModelSettings other) {
		return new ModelSettings(shape, patches, selection, filter, whitening, other.start, other.learner, dataSeed, crop).equals(other);
	}

	/** Memory for learning, in bytes, beyond the images: patches drawn and whitened, what drawing keeps beside, and the learner's. */
	public long bytesNeeded() {
		final long drawn = (long) patches * (selection == PatchSelection.HIGH_CONTRAST ? PatchSamplerOptions.DEFAULT_OVERSAMPLING : 1);
		return 2L * Float.BYTES * patches * shape.length() + BYTES_PER_DRAW * drawn + learner.bytesNeeded(patches, shape.length());
	}

	public ModelSettings {
		Require.atLeastOne("the number of patches", patches);
		if (crop < 0) throw new IllegalArgumentException("the side of a crop must be 0 (whole images) or more, got " + crop);
		if (shape == null || selection == null || filter == null || whitening == null || start == null || learner == null)
			throw new IllegalArgumentException("patch shape, selection, filter, whitening, start and learner must all be given");
	}
}
