package io.github.sparsej.imagej.source;

import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;

/**
 * The planes of an image as float32, read one by one. It holds on to the pixels as they are when it is made, even if the image
 * is closed meanwhile; those of a virtual stack are read from its file when they are asked for.
 */
final class SourcePixels {

	/** Weights of red, green and blue in the luminance (ITU-R BT.601). */
	private static final double RED = 0.299, GREEN = 0.587, BLUE = 0.114;

	private final ImageStack stack;
	private final float[] calibration;
	private final boolean rgb;
	private final int channels;
	private final int slices;

	SourcePixels(final ImagePlus image) {
		stack = held(image.getStack());
		calibration = image.getCalibration().getCTable();
		rgb = image.getType() == ImagePlus.COLOR_RGB;
		channels = image.getNChannels();
		slices = image.getNSlices();
	}

	/** Closing an image takes the pixels out of its stack. */
	private static ImageStack held(final ImageStack stack) {
		if (stack.isVirtual()) return stack;
		final ImageStack held = new ImageStack(stack.getWidth(), stack.getHeight(), stack.getColorModel());
		for (int i = 1; i <= stack.size(); i++) held.addSlice(stack.getSliceLabel(i), stack.getPixels(i));
		return held;
	}

	int width() {
		return stack.getWidth();
	}

	int height() {
		return stack.getHeight();
	}

	/** Where in the stack a plane stands, from 1. */
	int stackIndex(final int c, final int z, final int t) {
		return ((t - 1) * slices + z - 1) * channels + (rgb ? 1 : c);
	}

	String label(final int c, final int z, final int t) {
		return stack.getSliceLabel(stackIndex(c, z, t));
	}

	/** @param c channel from 1, of RGB the colour from 1, or 0 for the luminance of RGB; z and t from 1 */
	float[] plane(final int c, final int z, final int t) {
		final ImageProcessor processor = stack.getProcessor(stackIndex(c, z, t));
		if (processor instanceof ColorProcessor colors) return c == 0 ? luminance(colors) : (float[]) colors.toFloat(c - 1, null).getPixels();
		processor.setCalibrationTable(calibration);
		final float[] pixels = (float[]) processor.convertToFloatProcessor().getPixels();
		return processor.getBitDepth() == 32 ? pixels.clone() : pixels;
	}

	private static float[] luminance(final ColorProcessor colors) {
		final int[] rgb = (int[]) colors.getPixels();
		final float[] y = new float[rgb.length];
		for (int i = 0; i < y.length; i++) y[i] = (float) (RED * (rgb[i] >> 16 & 255) + GREEN * (rgb[i] >> 8 & 255) + BLUE * (rgb[i] & 255));
		return y;
	}
}
