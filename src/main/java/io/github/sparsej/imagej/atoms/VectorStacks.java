package io.github.sparsej.imagej.atoms;

import java.util.function.IntFunction;

import ij.ImagePlus;
import ij.ImageStack;
import ij.measure.Calibration;

import io.github.sparsej.imagej.result.ResultImages;
import io.github.sparsej.model.PatchShape;

/** Vectors that have the shape of patches as one stack, in which 0 is mid-grey: a slice each, channels and depth as further dimensions. */
final class VectorStacks {

	private VectorStacks() {}

	/**
	 * @param vectors gives the values of each of {@code count} vectors (from 0)
	 * @param labels  gives the label of its slices
	 * @param source  calibration of the image that patches come from
	 */
	static ImagePlus of(final String title, final PatchShape shape, final int count, final IntFunction<float[]> vectors, final IntFunction<String> labels, final Calibration source) {
		final ImageStack stack = new ImageStack(shape.width(), shape.height());
		final int plane = shape.width() * shape.height();
		for (int i = 0; i < count; i++) {
			final float[] vector = vectors.apply(i);
			for (int z = 0; z < shape.depth(); z++)
				for (int c = 0; c < shape.channels(); c++) {
					final float[] pixels = new float[plane];
					System.arraycopy(vector, (c * shape.depth() + z) * plane, pixels, 0, plane);
					stack.addSlice(labels.apply(i), pixels);
				}
		}
		final boolean deep = shape.depth() > 1;
		final ImagePlus image = ResultImages.stack(title, stack, shape.channels(), deep ? shape.depth() : count, deep ? count : 1, source);
		ResultImages.centreDisplayRange(image);
		return image;
	}
}
