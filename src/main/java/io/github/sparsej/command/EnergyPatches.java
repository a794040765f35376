package io.github.sparsej.command;

import java.util.List;

import ij.ImagePlus;

import io.github.sparsej.autoencoder.AutoencoderData;
import io.github.sparsej.autoencoder.energy.EnergyOptions;
import io.github.sparsej.imagej.Notes;
import io.github.sparsej.imagej.source.GreyRange;
import io.github.sparsej.imagej.source.SourceImages;
import io.github.sparsej.model.PatchShape;
import io.github.sparsej.model.Progress;
import io.github.sparsej.model.Signals;
import io.github.sparsej.model.Volume;
import io.github.sparsej.patch.PatchTiles;
import io.github.sparsej.whiten.NoFilter;

/**
 * The keys that tell which patches an energy auto-encoder is learned from: all that lie side by side, or some of random places.
 *
 * @param image      the active image
 * @param scope      which slices
 * @param color      what becomes of colours
 * @param patchsize  side of the patches, px
 * @param patches    how many to draw; 0 for all that lie side by side
 * @param removemean whether they lose their means
 */
record EnergyPatches(ImagePlus image, String scope, String color, Integer patchsize, Integer patches, Boolean removemean) {

	/** @throws IllegalArgumentException naming the key that does not do */
	EnergyPatches {
		Check.image(image);
		Check.range("patchsize", patchsize, 2, Keys.LARGEST_PATCH);
		Check.range("patches", patches, 0, PatchSource.MOST_PATCHES);
		Check.flag("removemean", removemean);
	}

	/**
	 * The patches, brought to grey values of 0 to 1. The Log says what the user may not expect.
	 *
	 * @throws IllegalArgumentException                   if there are not as many patches as atoms, the image has no structure, or the memory does not do
	 * @throws java.util.concurrent.CancellationException if the progress asks to stop
	 */
	AutoencoderData read(final EnergyOptions options, final long seed, final Progress progress) {
		final PatchSource drawn = new PatchSource(image, scope, color, patchsize, Math.max(1, patches));
		final PatchShape shape = drawn.shape();
		final long planes = Keys.planes(image, scope, color), pixels = planes * image.getWidth() * image.getHeight() * shape.channels();
		final long count = patches > 0 ? patches : planes * PatchTiles.countIn(image.getWidth(), image.getHeight(), 1, shape);
		Memory.require(Float.BYTES * (pixels + count * shape.length()) + AutoencoderData.bytesNeeded(count, shape.length()) + options.bytesNeeded(count, shape.length()), "use fewer patches, atoms or slices");
		final List<Volume> volumes = Keys.volumes(image, scope, color);
		final GreyRange range = GreyRange.of(image, volumes);
		final Signals read = patches > 0 ? drawn.sample(volumes, seed, progress) : sideBySide(volumes, shape, progress);
		if (read.count() < options.atoms())
			throw new IllegalArgumentException("atoms=" + options.atoms() + ": there must be as many patches at least, and there are " + read.count() + "; use fewer atoms, smaller patches, or a number of patches at random places");
		return new AutoencoderData(read, shape, NoFilter.INSTANCE, range.whitening(shape, removemean));
	}

	private Signals sideBySide(final List<Volume> volumes, final PatchShape shape, final Progress progress) {
		final PatchTiles tiles = PatchTiles.cut(volumes, SourceImages.regions(image, volumes.size()), shape, progress);
		if (tiles.leftOut() > 0) Notes.say(tiles.leftOut() + " of " + (tiles.leftOut() + tiles.patches().count()) + " patches side by side were left out: they are not wholly inside the selection, or pixels there are NaN or infinite");
		return tiles.patches();
	}
}
