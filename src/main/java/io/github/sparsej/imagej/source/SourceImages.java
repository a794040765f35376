package io.github.sparsej.imagej.source;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

import ij.ImagePlus;
import ij.gui.Roi;
import ij.process.ByteProcessor;

import io.github.sparsej.imagej.Notes;
import io.github.sparsej.model.Volume;
import io.github.sparsej.patch.RegionMask;

/**
 * Reads images as float32 pixels: 8-, 16- and 32-bit ones with the (calibrated) grey values ImageJ shows, RGB ones as
 * asked. The images are never changed.
 */
public final class SourceImages {

	/** What colours and channels become. */
	public enum Color {
		/** RGB: one plane of luminance. Of a multi-channel image: the current channel. */
		LUMINANCE,
		/** All channels in one image, so that patches hold all of them. */
		JOINT,
		/** Every channel an image of its own. */
		SEPARATE
	}

	private SourceImages() {}

	/** The current slice, one image (for {@link Color#SEPARATE}: one a channel). */
	public static List<Volume> currentSlice(final ImagePlus image, final Color color) {
		return read(new SourceSeries(image, false, color, false));
	}

	/** The z stack at the current frame as images with depth. */
	public static List<Volume> currentStack(final ImagePlus image, final Color color) {
		return read(new SourceSeries(image, false, color, true));
	}

	/** All slices of all frames, each an image of its own. */
	public static List<Volume> allSlices(final ImagePlus image, final Color color) {
		return read(new SourceSeries(image, true, color, false));
	}

	/** All frames, each a z stack. */
	public static List<Volume> allStacks(final ImagePlus image, final Color color) {
		return read(new SourceSeries(image, true, color, true));
	}

	private static List<Volume> read(final SourceSeries series) {
		return List.copyOf(series.asList());
	}

	/** How many channels an image has for {@link Color#JOINT} and {@link Color#SEPARATE}. */
	public static int channels(final ImagePlus image) {
		return image.getType() == ImagePlus.COLOR_RGB ? 3 : image.getNChannels();
	}

	/**
	 * The range of grey values PSNR and SSIM refer to: for 8-bit and RGB images that of all values a pixel can have
	 * (calibrated, as the pixels are read), else the largest minus the smallest finite value.
	 *
	 * @throws IllegalArgumentException if there is no such range
	 */
	public static double peak(final ImagePlus image, final Volume pixels) {
		final double width = GreyRange.orNone(image, List.of(pixels)).width();
		if (!(width > 0)) throw new IllegalArgumentException("peak=0: " + image.getTitle() + " has no range of grey values to take the peak from; give a peak above 0");
		return width;
	}

	/**
	 * The pixels of an image that are to be compared with another, the planes of all slices and frames one after another: those of all channels together, or of
	 * each by itself.
	 *
	 * @param all   all slices and frames, where both images have as many; else the current slice
	 * @param color with {@link Color#JOINT}: RGB with an image of a single channel by its luminance
	 * @throws IllegalArgumentException if the channels do not fit, naming both
	 */
	public static List<Volume> toCompare(final ImagePlus image, final ImagePlus other, final boolean all, final Color color) {
		final boolean rgb = image.getType() == ImagePlus.COLOR_RGB || other.getType() == ImagePlus.COLOR_RGB;
		final boolean sameChannels = channels(image) == channels(other);
		if (color != Color.LUMINANCE && !sameChannels && !(color == Color.JOINT && rgb && Math.min(channels(image), channels(other)) == 1))
			throw new IllegalArgumentException(image.getTitle() + " has " + channels(image) + " channels, " + other.getTitle() + " has " + channels(other));
		final SourceSeries series = new SourceSeries(image, all && sameSlices(image, other), sameChannels ? color : Color.LUMINANCE, false);
		return IntStream.range(0, series.turns()).mapToObj(turn -> oneAfterAnother(series, turn)).toList();
	}

	/** Whether two images have as many slices and frames. */
	public static boolean sameSlices(final ImagePlus image, final ImagePlus other) {
		return image.getNSlices() == other.getNSlices() && image.getNFrames() == other.getNFrames();
	}

	private static Volume oneAfterAnother(final SourceSeries series, final int turn) {
		final int depth = series.count() / series.turns(), channels = series.channels();
		final float[][] planes = new float[channels * depth][];
		for (int z = 0; z < depth; z++) {
			final Volume slice = series.read(z * series.turns() + turn);
			for (int c = 0; c < channels; c++) planes[c * depth + z] = slice.plane(0, c);
		}
		return Volume.of(series.width(), series.height(), depth, channels, planes);
	}

	/**
	 * The image's selection for each of several images made from it; null where there is none that has an area (a line or
	 * point selection is passed over with a note).
	 *
	 * @throws IllegalArgumentException if the selection lies outside the image
	 */
	public static List<RegionMask> regions(final ImagePlus image, final int count) {
		return Collections.nCopies(count, region(image));
	}

	/** Whether the image has a selection with an area. */
	public static boolean hasRegion(final ImagePlus image) {
		return image.getRoi() != null && image.getRoi().isArea();
	}

	/**
	 * What becomes of an image's colours and channels so that atoms of so many channels fit.
	 *
	 * @throws IllegalArgumentException if the image has other channels than the atoms
	 */
	public static Color colorFor(final ImagePlus image, final int channels) {
		if (channels > 1 && channels(image) != channels)
			throw new IllegalArgumentException(image.getTitle() + " has " + channels(image) + " channels, the atoms have " + channels);
		return channels > 1 ? Color.JOINT : Color.LUMINANCE;
	}

	private static RegionMask region(final ImagePlus image) {
		final Roi roi = image.getRoi();
		if (roi == null) return null;
		if (!hasRegion(image)) {
			Notes.say("the " + roi.getTypeAsString().toLowerCase(Locale.ROOT) + " selection of " + image.getTitle() + " has no area and is not used");
			return null;
		}
		final ByteProcessor mask = image.createRoiMask();
		final boolean[] inside = new boolean[mask.getPixelCount()];
		boolean any = false;
		for (int i = 0; i < inside.length; i++) any |= inside[i] = mask.get(i) != 0;
		if (!any) throw new IllegalArgumentException("the selection of " + image.getTitle() + " holds no pixel of the image");
		return new RegionMask(image.getWidth(), image.getHeight(), inside);
	}
}
