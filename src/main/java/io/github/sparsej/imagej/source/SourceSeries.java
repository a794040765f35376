package io.github.sparsej.imagej.source;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.measure.Calibration;
import ij.process.LUT;

import io.github.sparsej.imagej.result.ResultImages;
import io.github.sparsej.imagej.source.SourceImages.Color;
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

	private static final int MOST_OF_RGB = 255;

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
	/** Of each channel of the source, with its display range; null for RGB, whose channels are shown in their colours. */
	private final LUT[] luts;
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
		luts = rgb ? null : luts(image);
		mode = image.isComposite() ? image.getCompositeMode() : CompositeImage.GRAYSCALE;
	}

	/** The tables of all channels, for grey values as they are read: with a density calibration that falls, those that look the same. */
	private static LUT[] luts(final ImagePlus image) {
		final LUT[] of = image.getLuts(), luts = new LUT[image.getNChannels()];
		for (int c = 0; c < luts.length; c++) {
			final LUT raw = of[Math.min(c, of.length - 1)];
			final boolean one = of.length < luts.length || !image.isComposite();
			final double min = value(image, one ? image.getDisplayRangeMin() : raw.min), max = value(image, one ? image.getDisplayRangeMax() : raw.max);
			luts[c] = min > max ? raw.createInvertedLut() : (LUT) raw.clone();
			luts[c].min = Math.min(min, max);
			luts[c].max = Math.max(min, max);
		}
		return luts;
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
		return label(number, 0, 0);
	}

	/** The slice (from 1) of the image's stack that an image (from 0) was read from, or its first. */
	int stackIndex(final int number) {
		final Place place = places.get(number);
		return pixels.stackIndex(Math.max(1, place.c), place.z, place.t);
	}

	/** How these images lie in a stack of all of them. */
	SeriesShape shape() {
		return new SeriesShape(channels, slices, frames, depth, color == Color.JOINT);
	}

	/** The label of the slice that a plane of an image was read from (all from 0); null for none. */
	String label(final int number, final int channel, final int z) {
		final Place place = places.get(number);
		return pixels.label(color == Color.JOINT ? channel + 1 : Math.max(1, place.c), place.z + z, place.t);
	}

	/**
	 * An image of the results, calibrated and labelled like the source, in its colours, with a display range from the smallest to the largest finite value.
	 *
	 * @param results of the first of these images, in order; where some are missing, the dimensions are those of a plain stack
	 */
	ImagePlus result(final String title, final List<Volume> results) {
		final ImagePlus result = shape().image(title, results, this::label, calibration);
		if (luts == null) return result;
		final double min = result.getDisplayRangeMin(), max = result.getDisplayRangeMax();
		setColours(result);
		ResultImages.setDisplayRange(result, min, max);
		return result;
	}

	/** The same on a scale in which 0 is in the middle, for results that can have either sign. */
	public ImagePlus resultAroundZero(final String title, final List<Volume> results) {
		final ImagePlus result = result(title, results);
		ResultImages.centreDisplayRange(result);
		return result;
	}

	/** The same in the display range of the source, for results whose values mean what those of the source mean. */
	public ImagePlus resultLikeSource(final String title, final List<Volume> results) {
		final ImagePlus result = result(title, results);
		if (luts == null) ResultImages.setDisplayRange(result, 0, MOST_OF_RGB);
		else for (int c = 1; c <= result.getNChannels(); c++) ResultImages.setDisplayRange(result, c, lut(result, c).min, lut(result, c).max);
		return result;
	}

	private void setColours(final ImagePlus result) {
		if (!(result instanceof CompositeImage composite)) result.setLut(lut(result, 1));
		else {
			composite.setMode(mode);
			for (int c = 1; c <= result.getNChannels(); c++) composite.setChannelLut(lut(result, c), c);
		}
	}

	/** That of a channel of the results, which have all channels of the source or one. */
	private LUT lut(final ImagePlus result, final int channel) {
		return luts[result.getNChannels() > 1 ? channel - 1 : Math.max(1, places.get(0).c) - 1];
	}
}
