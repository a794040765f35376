package io.github.sparsej.imagej;

import java.util.List;

import ij.ImagePlus;
import ij.ImageStack;

import io.github.sparsej.imagej.SourceImages.Color;
import io.github.sparsej.model.Volume;

/** Planes of an image that are worked on one by one, and put together to a result of the same dimensions. */
public final class SourcePlanes {

	private final ImagePlus image;
	private final boolean all;
	private final Color color;
	private final List<Volume> planes;

	/**
	 * @param all   all slices and frames, or the current one
	 * @param color {@link Color#LUMINANCE} or {@link Color#SEPARATE}
	 */
	public SourcePlanes(final ImagePlus image, final boolean all, final Color color) {
		if (color == Color.JOINT) throw new IllegalArgumentException("color=[Joint]: channels are worked on one by one here, use [Separate]");
		this.image = image;
		this.all = all;
		this.color = color;
		planes = all ? SourceImages.allSlices(image, color) : SourceImages.currentSlice(image, color);
	}

	/** Frame by frame, in each slice by slice, in each channel by channel. */
	public List<Volume> planes() {
		return planes;
	}

	/** The slice (from 1) of the image's stack that a plane (from 0) was read from. */
	int stackIndex(final int plane) {
		if (image.getType() == ImagePlus.COLOR_RGB) return all ? plane / (planes.size() / image.getStackSize()) + 1 : image.getCurrentSlice();
		final int channels = color == Color.SEPARATE ? image.getNChannels() : 1;
		final int c = color == Color.SEPARATE ? plane % channels + 1 : image.getC();
		final int z = all ? plane / channels % image.getNSlices() + 1 : image.getZ();
		final int t = all ? plane / channels / image.getNSlices() + 1 : image.getT();
		return image.getStackIndex(c, z, t);
	}

	/** An image of as many new planes in the same order, calibrated like this one. */
	ImagePlus result(final String title, final List<Volume> results) {
		final ImageStack stack = new ImageStack(image.getWidth(), image.getHeight());
		for (int i = 0; i < results.size(); i++) stack.addSlice(image.getStack().getSliceLabel(stackIndex(i)), results.get(i).plane(0, 0));
		final int channels = color == Color.SEPARATE ? SourceImages.channels(image) : 1;
		return ResultImages.stack(title, stack, channels, all ? image.getNSlices() : 1, all ? image.getNFrames() : 1, image.getCalibration());
	}
}
