package io.github.sparsej.command;

import ij.ImagePlus;

import io.github.sparsej.model.PatchShape;

/** Whether an image has the channels and slices that atoms need. */
final class ModelFit {

	private ModelFit() {}

	/**
	 * @param dictionary title of the stack of atoms; blank where atoms are learned
	 * @param shape      of the atoms
	 * @param asked      the shape that the keys ask for: its channels are those that are worked on together
	 * @throws IllegalArgumentException naming both
	 */
	static void require(final String dictionary, final PatchShape shape, final PatchShape asked, final ImagePlus image) {
		if (asked.channels() != shape.channels())
			throw new IllegalArgumentException("dictionary=[" + dictionary + "]: its atoms have " + channels(shape) + ", but " + channels(asked) + " of " + image.getTitle() + " are worked on together: see key color");
		if (shape.depth() > image.getNSlices()) throw new IllegalArgumentException("depth=" + shape.depth() + ": " + image.getTitle() + " has " + image.getNSlices() + " z slices");
	}

	private static String channels(final PatchShape shape) {
		return shape.channels() + (shape.channels() == 1 ? " channel" : " channels");
	}
}
