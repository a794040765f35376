package io.github.sparsej.command;

import java.util.Collections;
import java.util.List;

import ij.ImagePlus;

import io.github.sparsej.autoencoder.AutoencoderData;
import io.github.sparsej.imagej.Notes;
import io.github.sparsej.imagej.SourceImages;
import io.github.sparsej.model.PatchShape;
import io.github.sparsej.model.Progress;
import io.github.sparsej.model.Signals;
import io.github.sparsej.model.Volume;
import io.github.sparsej.patch.PatchSample;
import io.github.sparsej.patch.PatchSampler;
import io.github.sparsej.patch.PatchSamplerOptions;
import io.github.sparsej.patch.RegionMask;

/**
 * The keys that tell which signals an auto-encoder is learned from: patches of random places of the image, inside its selection if it has
 * one; with patchsize 0 all slices of the image, whole, each of them a signal.
 *
 * @param image     the active image
 * @param scope     which slices patches are drawn from
 * @param color     what becomes of colours
 * @param patchsize side of the patches, px; 0 for whole slices
 * @param patches   how many to draw
 */
record PatchSource(ImagePlus image, String scope, String color, Integer patchsize, Integer patches) {

	static final int MOST_PATCHES = 1 << 28;

	/** @throws IllegalArgumentException naming the key that does not do */
	PatchSource {
		Check.image(image);
		Check.range("patchsize", patchsize, 0, Keys.LARGEST_PATCH);
		if (patchsize == 1) throw new IllegalArgumentException("patchsize=1: a whole number from 2 to " + Keys.LARGEST_PATCH + " is needed, or 0 for whole slices");
		Check.range("patches", patches, 1, MOST_PATCHES);
	}

	private boolean isWhole() {
		return patchsize == 0;
	}

	/** The shape of the signals. */
	PatchShape shape() {
		final int channels = Keys.color(color) == SourceImages.Color.JOINT ? SourceImages.channels(image) : 1;
		return isWhole() ? new PatchShape(image.getWidth(), image.getHeight(), 1, channels) : new PatchShape(patchsize, patchsize, 1, channels);
	}

	/** How many signals there will be. */
	int count() {
		if (!isWhole()) return patches;
		final int planes = Keys.color(color) == SourceImages.Color.SEPARATE ? SourceImages.channels(image) : 1;
		return image.getNSlices() * image.getNFrames() * planes;
	}

	/**
	 * @param learner bytes that learning takes
	 * @throws IllegalArgumentException naming need, what is free and the remedy
	 */
	void requireMemory(final long learner) {
		final long pixels = (long) image.getWidth() * image.getHeight() * image.getStackSize(), values = (long) count() * shape().length();
		Memory.require(Float.BYTES * (pixels + values) + AutoencoderData.bytesNeeded(count(), shape().length()) + learner, "use fewer patches, hidden units or slices");
	}

	/**
	 * Reads the pixels and takes the signals. The Log says what the user may not expect.
	 *
	 * @throws java.util.concurrent.CancellationException if the progress asks to stop
	 */
	Signals sample(final long seed, final Progress progress) {
		final List<Volume> volumes = isWhole() ? SourceImages.allSlices(image, Keys.color(color)) : Keys.volumes(image, scope, color);
		if (isWhole() && SourceImages.hasRegion(image)) Notes.say("the selection of " + image.getTitle() + " is not used: with patchsize=0 every slice is one signal");
		final List<RegionMask> regions = isWhole() ? Collections.nCopies(volumes.size(), null) : SourceImages.regions(image, volumes.size());
		final PatchSample sample = new PatchSampler(shape(), PatchSamplerOptions.uniform(count(), seed)).sample(volumes, regions, progress);
		if (sample.refusedPlaces() > 0) Notes.say(sample.refusedPlaces() + " places of patches were left out: pixels there are NaN or infinite");
		return sample.patches();
	}
}
