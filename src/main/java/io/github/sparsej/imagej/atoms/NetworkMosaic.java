package io.github.sparsej.imagej.atoms;

import java.awt.Color;
import java.util.Arrays;

import ij.ImagePlus;
import ij.measure.Calibration;
import ij.process.ColorProcessor;

import io.github.sparsej.autoencoder.NetworkDisplay;
import io.github.sparsej.imagej.result.ResultImages;

/** The filters of a network side by side as a colour picture: grey from 0 (black) to 1 and above (white), borders and what else is below 0 blue. */
public final class NetworkMosaic {

	private static final double WHITE = 255;

	private NetworkMosaic() {}

	/** @param source calibration of the filters */
	public static ImagePlus of(final String title, final NetworkDisplay filters, final Calibration source) {
		final int[] pixels = Arrays.stream(filters.pixels()).mapToInt(NetworkMosaic::color).toArray();
		final ImagePlus picture = new ImagePlus(title, new ColorProcessor(filters.width(), filters.height(), pixels));
		picture.setCalibration(ResultImages.spatial(source));
		return picture;
	}

	private static int color(final double value) {
		if (value < 0) return Color.BLUE.getRGB();
		final int grey = (int) Math.round(WHITE * Math.min(1, value));
		return grey << 16 | grey << 8 | grey;
	}
}
