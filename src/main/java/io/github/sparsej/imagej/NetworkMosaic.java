package io.github.sparsej.imagej;

import java.awt.Color;

import ij.ImagePlus;
import ij.measure.Calibration;
import ij.process.ColorProcessor;

/** The filters of a network side by side as a colour picture: grey from 0 (black) to 1 (white), borders and what else is below 0 blue. */
public final class NetworkMosaic {

	private static final double WHITE = 255;

	private NetworkMosaic() {}

	/**
	 * @param lines  pixels of the picture line by line, at least one and all as long: 0 to 1, negative for the border
	 * @param source calibration of the filters
	 */
	public static ImagePlus of(final String title, final double[][] lines, final Calibration source) {
		final int width = lines[0].length;
		final int[] pixels = new int[lines.length * width];
		for (int i = 0; i < pixels.length; i++) pixels[i] = color(lines[i / width][i % width]);
		final ImagePlus picture = new ImagePlus(title, new ColorProcessor(width, lines.length, pixels));
		picture.setCalibration(ResultImages.spatial(source));
		return picture;
	}

	private static int color(final double value) {
		if (value < 0) return Color.BLUE.getRGB();
		final int grey = (int) Math.round(WHITE * value);
		return grey << 16 | grey << 8 | grey;
	}
}
