package io.github.sparsej.imagej.source;

import java.util.List;

import ij.ImagePlus;
import ij.ImageStack;
import ij.measure.Calibration;

import io.github.sparsej.imagej.result.ResultImages;
import io.github.sparsej.model.Volume;

/**
 * How images that were worked on one by one lie in the stack of all of them, frame by frame, in each from the first slice on, in
 * each slice channel by channel.
 *
 * @param channels of the stack
 * @param slices   of the stack
 * @param frames   of the stack
 * @param depth    slices of one image
 * @param joint    whether one image has all channels, or one
 */
public record SeriesShape(int channels, int slices, int frames, int depth, boolean joint) {

	/** Labels of slices. */
	@FunctionalInterface
	interface Labels {

		/**
		 * @param image   from 0
		 * @param channel of the image, from 0
		 * @param z       of the image, from 0
		 * @return null for none
		 */
		String of(int image, int channel, int z);
	}

	/** How many images there are. */
	public int count() {
		return frames * (slices / depth) * turns();
	}

	/** How many images follow each other for every place: one a channel where each is worked on by itself. */
	int turns() {
		return joint ? 1 : channels;
	}

	/** The place (from 0) in the stack of one plane of one image (all from 0). */
	int index(final int image, final int channel, final int z) {
		final int place = image / turns(), blocks = slices / depth;
		return (place / blocks * slices + place % blocks * depth + z) * channels + (joint ? channel : image % turns());
	}

	/** What there is after so many images: of a stack of several slices and frames a plain one. */
	private SeriesShape first(final int images) {
		if (images == count()) return this;
		if (images % turns() != 0) return new SeriesShape(1, images * depth, 1, depth, true);
		final int places = images / turns();
		return depth > 1 ? new SeriesShape(channels, depth, places, depth, joint) : new SeriesShape(channels, places, 1, depth, joint);
	}

	/**
	 * The stack of these images, in 32 bits, with a display range from the smallest to the largest finite value of all.
	 *
	 * @param images all of them in their order, or the first; not modified
	 */
	ImagePlus image(final String title, final List<Volume> images, final Labels labels, final Calibration like) {
		final SeriesShape shape = first(images.size());
		final int size = shape.channels * shape.slices * shape.frames;
		final float[][] planes = new float[size][];
		final String[] texts = new String[size];
		for (int i = 0; i < images.size(); i++)
			for (int z = 0; z < depth; z++)
				for (int c = 0; c < images.get(i).channels(); c++) {
					final int index = shape.index(i, c, z);
					planes[index] = images.get(i).plane(z, c);
					texts[index] = labels.of(i, c, z);
				}
		final ImageStack stack = new ImageStack(images.get(0).width(), images.get(0).height());
		for (int i = 0; i < size; i++) stack.addSlice(texts[i], planes[i]);
		return ResultImages.stack(title, stack, shape.channels, shape.slices, shape.frames, like);
	}
}
