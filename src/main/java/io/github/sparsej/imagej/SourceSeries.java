package io.github.sparsej.imagej;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.ImageStack;
import ij.measure.Calibration;
import ij.process.LUT;

import io.github.sparsej.imagej.SourceImages.Color;
import io.github.sparsej.model.Volume;

/**
 * The images that a command works on one by one: slices, or z stacks for patches with depth; the current one or all; and the
 * image that is made of the results, of the same dimensions, calibrated and labelled like the source. Frame by frame, in each
 * slice by slice, in each channel by channel.
 * <p>
 * Pixels are read when they are asked for, so that a virtual stack is never in memory as a whole; whatever happens to the image
 * meanwhile.
 */
public final class SourceSeries {

	/** A place in the source: channel (0 for the luminance or all of them), first slice and frame, from 1. */
	private record Place(int c, int z, int t) {}

	private final SourcePixels pixels;
	private final Color color;
	private final int depth;
	/** Of the source, of which results keep those that color asks for. */
	private final int channels;
	private final int slices;
	private final int frames;
	private final List<Place> places = new ArrayList<>();
	private final Calibration calibration;
	private final boolean rgb;
	private final LUT[] luts;
	private final double least;
	private final double most;
	private final int mode;

	/**
	 * @param all    all slices and frames, or the current one
	 * @param color  what becomes of colours and channels
	 * @param stacks whether each is a z stack, or a slice
	 */
	public SourceSeries(final ImagePlus image, final boolean all, final Color color, final boolean stacks) {
		pixels = new SourcePixels(image);
		this.color = color;
		rgb = image.getType() == ImagePlus.COLOR_RGB;
		channels = color == Color.LUMINANCE ? 1 : SourceImages.channels(image);
		slices = all || stacks ? image.getNSlices() : 1;
		frames = all ? image.getNFrames() : 1;
		depth = stacks ? slices : 1;
		for (int t = all ? 1 : image.getT(), lastT = all ? frames : t; t <= lastT; t++)
			for (int z = all || stacks ? 1 : image.getZ(), lastZ = all || stacks ? slices : z; z <= lastZ; z += depth)
				if (color == Color.SEPARATE) for (int c = 1; c <= channels; c++) places.add(new Place(c, z, t));
				else places.add(new Place(color == Color.JOINT ? 0 : rgb ? 0 : image.getC(), z, t));
		calibration = image.getCalibration().copy();
		luts = rgb ? null : image.getLuts();
		least = value(image, image.getDisplayRangeMin());
		most = value(image, image.getDisplayRangeMax());
		mode = image.getCompositeMode();
	}

	private static double value(final ImagePlus image, final double raw) {
		return image.getCalibration().calibrated() && image.getBitDepth() < 24 ? image.getCalibration().getCValue((int) raw) : raw;
	}

	/** How many images there are. */
	public int count() {
		return places.size();
	}

	/** How many channels each of them has. */
	public int channels() {
		return color == Color.JOINT ? channels : 1;
	}

	/** How many images follow each other for every place: one a channel where each is worked on by itself. */
	public int turns() {
		return color == Color.SEPARATE ? channels : 1;
	}

	public int width() {
		return pixels.width();
	}

	public int height() {
		return pixels.height();
	}

	/** How many slices each of them has. */
	public int depth() {
		return depth;
	}

	/** Reads the pixels of one image (from 0). */
	public Volume read(final int number) {
		final Place place = places.get(number);
		final float[][] planes = new float[channels() * depth][];
		for (int c = 0; c < channels(); c++)
			for (int z = 0; z < depth; z++) planes[c * depth + z] = pixels.plane(color == Color.JOINT ? c + 1 : place.c, place.z + z, place.t);
		return Volume.of(width(), height(), depth, channels(), planes);
	}

	/** All of them, each read anew whenever it is asked for. */
	public List<Volume> asList() {
		return new AbstractList<>() {
			@Override
			public Volume get(final int number) {
				return read(number);
			}

			@Override
			public int size() {
				return count();
			}
		};
	}

	/** The label of the slice that an image (from 0) was read from, or of its first; null for none. */
	public String label(final int number) {
		final Place place = places.get(number);
		return pixels.label(Math.max(1, place.c), place.z, place.t);
	}

	/** The slice (from 1) of the image's stack that an image (from 0) was read from, or its first. */
	int stackIndex(final int number) {
		final Place place = places.get(number);
		return pixels.stackIndex(Math.max(1, place.c), place.z, place.t);
	}

	/**
	 * An image of the results, calibrated like the source.
	 *
	 * @param results of the first of these images, in order; where some are missing, the dimensions are those of a plain stack
	 */
	ImagePlus result(final String title, final List<Volume> results) {
		final ImageStack stack = new ImageStack(width(), height());
		for (int i = 0; i < results.size(); i++) {
			final Place place = places.get(i);
			for (int z = 0; z < depth; z++)
				for (int c = 0; c < channels(); c++) stack.addSlice(pixels.label(color == Color.JOINT ? c + 1 : Math.max(1, place.c), place.z + z, place.t), results.get(i).plane(z, c));
		}
		if (results.size() == count()) return ResultImages.stack(title, stack, channels, slices, frames, calibration);
		final boolean whole = stack.size() % channels == 0;
		return ResultImages.stack(title, stack, whole ? channels : 1, whole ? stack.size() / channels : stack.size(), 1, calibration);
	}

	/** The same, in the colours and the display range of the source, for results whose values mean what those of the source mean. */
	public ImagePlus resultLikeSource(final String title, final List<Volume> results) {
		final ImagePlus result = result(title, results);
		if (result.getNChannels() == 1) {
			if (luts != null) result.setLut(luts[Math.min(luts.length, Math.max(1, places.get(0).c)) - 1]);
			result.setDisplayRange(least, most);
			return result;
		}
		final CompositeImage composite = new CompositeImage(result, rgb ? CompositeImage.COMPOSITE : mode);
		if (luts == null) {
			for (int c = 1; c <= channels; c++) {
				composite.setC(c);
				composite.setDisplayRange(least, most);
			}
			composite.setC(1);
		}
		else composite.setLuts(luts);
		return composite;
	}
}
