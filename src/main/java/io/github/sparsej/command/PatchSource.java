package io.github.sparsej.command;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import ij.ImagePlus;

import io.github.sparsej.autoencoder.AutoencoderData;
import io.github.sparsej.imagej.Notes;
import io.github.sparsej.imagej.source.SourceImages;
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
	/** What keys have that nobody named. */
	static final String SCOPE = Keys.CURRENT_SLICE;
	static final int PATCHES = 10_000;

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
		final int channels = Keys.channels(image, color);
		return isWhole() ? new PatchShape(image.getWidth(), image.getHeight(), 1, channels) : new PatchShape(patchsize, patchsize, 1, channels);
	}

	/** How many signals there will be. */
	int count() {
		if (!isWhole()) return patches;
		return (int) Keys.planes(image, Keys.ALL_SLICES, color);
	}

	/**
	 * @param learner bytes that learning takes
	 * @throws IllegalArgumentException naming need, what is free and the remedy
	 */
	void requireMemory(final long learner) {
		final long pixels = Keys.planes(image, isWhole() ? Keys.ALL_SLICES : scope, color) * image.getWidth() * image.getHeight() * shape().channels(), values = (long) count() * shape().length();
		Memory.require(Float.BYTES * (pixels + values) + AutoencoderData.bytesNeeded(count(), shape().length()) + learner, "use fewer patches, hidden units or slices");
	}

	/**
	 * Reads the pixels and takes the signals. The Log says what the user may not expect.
	 *
	 * @throws java.util.concurrent.CancellationException if the progress asks to stop
	 */
	Signals sample(final long seed, final Progress progress) {
		return sample(isWhole() ? SourceImages.allSlices(image, Keys.color(color)) : Keys.volumes(image, scope, color), seed, progress);
	}

	/** The same, where the pixels are read already. */
	Signals sample(final List<Volume> volumes, final long seed, final Progress progress) {
		if (isWhole()) tellUnused();
		final List<RegionMask> regions = isWhole() ? Collections.nCopies(volumes.size(), null) : SourceImages.regions(image, volumes.size());
		final PatchSample sample = new PatchSampler(shape(), PatchSamplerOptions.uniform(count(), seed)).sample(volumes, regions, progress);
		LearningNotes.tellRefused(sample.refusedPlaces());
		return sample.patches();
	}

	private void tellUnused() {
		final List<String> unused = new ArrayList<>();
		if (SourceImages.hasRegion(image)) unused.add("the selection of " + image.getTitle());
		if (!SCOPE.equals(scope)) unused.add("scope=[" + scope + "]");
		if (patches != PATCHES) unused.add("patches=" + patches);
		if (!unused.isEmpty()) Notes.say("not used, since with patchsize=0 every slice is one signal: " + String.join(", ", unused));
	}
}
