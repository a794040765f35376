package io.github.sparsej.command;

import ij.ImagePlus;

import io.github.sparsej.imagej.source.SourceImages;
import io.github.sparsej.imagej.source.SourceSeries;
import io.github.sparsej.model.PatchShape;

/** The images that atoms describe one by one, as keys scope and color ask for: slices, or z stacks for atoms with depth. */
final class ModelSource {

	private ModelSource() {}

	/**
	 * Atoms of several channels take all channels together, whether color is Luminance or Joint.
	 *
	 * @param atoms their shape
	 * @throws IllegalArgumentException naming the key that does not do, or the channels that do not fit
	 */
	static SourceSeries of(final ImagePlus image, final String scope, final String color, final PatchShape atoms) {
		return new SourceSeries(image, Keys.isAll(scope), color(image, color, atoms.channels()), atoms.depth() > 1);
	}

	private static SourceImages.Color color(final ImagePlus image, final String color, final int channels) {
		final SourceImages.Color asked = Keys.color(color);
		final int there = SourceImages.channels(image);
		if (channels > 1 && asked == SourceImages.Color.SEPARATE || channels == 1 && asked == SourceImages.Color.JOINT && there > 1)
			throw new IllegalArgumentException("color=" + color + ": the atoms have " + channels + (channels == 1 ? " channel" : " channels") + ", so that they describe " + (channels == 1 ? "one channel of " : "all channels of ") + image.getTitle() + " at a time");
		return channels > 1 ? SourceImages.colorFor(image, channels) : asked;
	}
}
