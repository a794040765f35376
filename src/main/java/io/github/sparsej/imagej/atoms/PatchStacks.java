package io.github.sparsej.imagej.atoms;

import ij.ImagePlus;
import ij.ImageStack;
import ij.measure.Calibration;

import io.github.sparsej.imagej.result.ResultImages;
import io.github.sparsej.model.PatchShape;
import io.github.sparsej.model.Signals;
import io.github.sparsej.patch.PatchSample;

/** Sampled patches as a stack, one slice a patch (its channels as channels). */
public final class PatchStacks {

	private PatchStacks() {}

	/**
	 * @param patches the patches to show, of one slice in depth
	 * @param sample  where they come from, for the labels
	 */
	public static ImagePlus toImage(final String title, final PatchShape shape, final Signals patches, final PatchSample sample, final Calibration source) {
		final ImageStack stack = new ImageStack(shape.width(), shape.height());
		final int plane = shape.width() * shape.height();
		for (int i = 0; i < patches.count(); i++)
			for (int c = 0; c < shape.channels(); c++) {
				final float[] pixels = new float[plane];
				System.arraycopy(patches.values(), patches.offset(i) + c * plane, pixels, 0, plane);
				stack.addSlice("patch " + (i + 1) + " x=" + sample.x(i) + " y=" + sample.y(i), pixels);
			}
		return ResultImages.stack(title, stack, shape.channels(), patches.count(), 1, source);
	}
}
