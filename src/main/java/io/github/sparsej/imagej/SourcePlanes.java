package io.github.sparsej.imagej;

import java.util.List;

import ij.ImagePlus;
import ij.ImageStack;
import ij.measure.Calibration;

import io.github.sparsej.imagej.SourceImages.Color;
import io.github.sparsej.model.Volume;

/** Planes of an image that are worked on one by one, and put together to a result of the same dimensions, whatever happens to the image meanwhile. */
public final class SourcePlanes {

	private final List<Volume> planes;
	private final int[] stackIndex;
	private final String[] labels;
	private final int channels;
	private final int slices;
	private final int frames;
	private final Calibration calibration;

	/**
	 * @param all      all slices and frames, or the current one
	 * @param separate every channel, or the luminance (RGB) or current channel alone
	 */
	public SourcePlanes(final ImagePlus image, final boolean all, final boolean separate) {
		final Color color = separate ? Color.SEPARATE : Color.LUMINANCE;
		planes = all ? SourceImages.allSlices(image, color) : SourceImages.currentSlice(image, color);
		channels = separate ? SourceImages.channels(image) : 1;
		slices = all ? image.getNSlices() : 1;
		frames = all ? image.getNFrames() : 1;
		calibration = image.getCalibration().copy();
		stackIndex = new int[planes.size()];
		labels = new String[planes.size()];
		final boolean rgb = image.getType() == ImagePlus.COLOR_RGB;
		for (int i = 0; i < stackIndex.length; i++) {
			final int z = all ? i / channels % slices + 1 : image.getZ();
			final int t = all ? i / channels / slices + 1 : image.getT();
			stackIndex[i] = image.getStackIndex(rgb ? 1 : separate ? i % channels + 1 : image.getC(), z, t);
			labels[i] = image.getStack().getSliceLabel(stackIndex[i]);
		}
	}

	/** Frame by frame, in each slice by slice, in each channel by channel. */
	public List<Volume> planes() {
		return planes;
	}

	/** The slice (from 1) of the image's stack that a plane (from 0) was read from. */
	int stackIndex(final int plane) {
		return stackIndex[plane];
	}

	/** An image of as many new planes in the same order, calibrated like the one they came from. */
	ImagePlus result(final String title, final List<Volume> results) {
		final ImageStack stack = new ImageStack(results.get(0).width(), results.get(0).height());
		for (int i = 0; i < results.size(); i++) stack.addSlice(labels[i], results.get(i).plane(0, 0));
		return ResultImages.stack(title, stack, channels, slices, frames, calibration);
	}
}
