package io.github.sparsej.imagej.result;

import java.util.List;

import ij.ImagePlus;
import ij.ImageStack;
import ij.measure.Calibration;

import io.github.sparsej.convolve.readout.Confusion;

/** What was taken for what, as images: a row for each class, in it a pixel for each class it was taken for, as high as how often. */
public final class ConfusionImages {

	private ConfusionImages() {}

	/**
	 * One slice for each set of images.
	 *
	 * @param sets  what they are called
	 * @param found of each, all of the same classes
	 */
	public static ImagePlus of(final String title, final List<String> sets, final List<Confusion> found) {
		final List<String> classes = found.get(0).classes();
		final int size = classes.size();
		final ImageStack stack = new ImageStack(size, size);
		for (int s = 0; s < found.size(); s++) {
			final float[] counts = new float[size * size];
			for (int i = 0; i < counts.length; i++) counts[i] = found.get(s).count(i / size, i % size);
			stack.addSlice(sets.get(s) + ": " + String.join(", ", classes), counts);
		}
		return ResultImages.stack(title, stack, 1, found.size(), 1, new Calibration());
	}
}
