package io.github.sparsej.imagej.result;

import java.util.List;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.ImageStack;
import ij.measure.Calibration;
import ij.process.LUT;

import io.github.sparsej.model.Volume;

/** New 32-bit images with results, calibrated like the image they come from. */
public final class ResultImages {

	/** Red, green and blue. */
	private static final int COLORS = 3;

	private ResultImages() {}

	/** One image of all volumes, one after another as frames. */
	public static ImagePlus of(final String title, final List<Volume> volumes, final Calibration like) {
		return stack(title, planes(volumes), volumes.get(0).channels(), volumes.get(0).depth(), volumes.size(), like);
	}

	/** One image of volumes of one slice each: so many after one another are the slices of a frame. */
	public static ImagePlus ofSlices(final String title, final List<Volume> volumes, final int slices, final Calibration like) {
		return stack(title, planes(volumes), volumes.get(0).channels(), slices, volumes.size() / slices, like);
	}

	private static ImageStack planes(final List<Volume> volumes) {
		final Volume first = volumes.get(0);
		final ImageStack stack = new ImageStack(first.width(), first.height());
		for (final Volume volume : volumes)
			for (int z = 0; z < volume.depth(); z++)
				for (int c = 0; c < volume.channels(); c++) stack.addSlice(null, volume.plane(z, c));
		return stack;
	}

	/**
	 * An image of a stack of float planes, in ImageJ's order: channel, then slice, then frame. Its display range is from the smallest to the largest finite value;
	 * channels as many as a screen has are seen in its colours.
	 */
	public static ImagePlus stack(final String title, final ImageStack stack, final int channels, final int slices, final int frames, final Calibration like) {
		final ImagePlus image = new ImagePlus(title, stack);
		image.setDimensions(channels, slices, frames);
		if (channels > 1 || slices > 1 && frames > 1) image.setOpenAsHyperStack(true);
		image.setCalibration(spatial(like));
		fitDisplayRange(image);
		return channels > 1 ? composite(image) : image;
	}

	private static ImagePlus composite(final ImagePlus image) {
		final double min = image.getDisplayRangeMin(), max = image.getDisplayRangeMax();
		final CompositeImage composite = new CompositeImage(image, image.getNChannels() <= COLORS ? CompositeImage.COMPOSITE : CompositeImage.GRAYSCALE);
		setDisplayRange(composite, min, max);
		return composite;
	}

	/** Pixel size and units without the grey-value calibration: results hold the values themselves. */
	public static Calibration spatial(final Calibration like) {
		final Calibration copy = like.copy();
		copy.disableDensityCalibration();
		return copy;
	}

	/** The display range of all channels. */
	public static void setDisplayRange(final ImagePlus image, final double min, final double max) {
		for (int c = 1; c <= (image.isComposite() ? image.getNChannels() : 1); c++) setDisplayRange(image, c, min, max);
	}

	/** The display range of one channel (from 1). */
	public static void setDisplayRange(final ImagePlus image, final int channel, final double min, final double max) {
		if (!(image instanceof CompositeImage composite)) {
			image.setDisplayRange(min, max);
			return;
		}
		final LUT lut = composite.getChannelLut(channel);
		lut.min = min;
		lut.max = max;
		composite.setChannelLut(lut, channel);
	}

	/** Widens the display range so that 0 is in its middle. */
	public static void centreDisplayRange(final ImagePlus image) {
		final double largest = Math.max(Math.abs(image.getDisplayRangeMin()), Math.abs(image.getDisplayRangeMax()));
		setDisplayRange(image, -largest, largest);
	}

	/** Shows all finite values of all slices, so that slices can be compared by eye. */
	static void fitDisplayRange(final ImagePlus image) {
		double min = Double.POSITIVE_INFINITY, max = Double.NEGATIVE_INFINITY;
		final ImageStack stack = image.getStack();
		for (int i = 1; i <= stack.size(); i++)
			for (final float value : (float[]) stack.getPixels(i))
				if (Float.isFinite(value)) {
					min = Math.min(min, value);
					max = Math.max(max, value);
				}
		if (min <= max) image.setDisplayRange(min, max > min ? max : min + 1);
	}
}
