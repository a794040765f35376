package io.github.sparsej.imagej.code;

import ij.measure.Calibration;

import io.github.sparsej.imagej.result.ResultImages;
import io.github.sparsej.model.PatchShape;

/** Calibration of images in which a pixel is a place of an atom, and stands for the middle of the atom there. */
public final class PlacedCalibration {

	private PlacedCalibration() {}

	/** @param source of the image that atoms are placed in */
	public static Calibration ofPlaces(final Calibration source, final PatchShape shape) {
		return shifted(source, shape, -1);
	}

	/** @param places of the image of places */
	static Calibration ofSource(final Calibration places, final PatchShape shape) {
		return shifted(places, shape, 1);
	}

	private static Calibration shifted(final Calibration from, final PatchShape shape, final int sign) {
		final Calibration calibration = ResultImages.spatial(from);
		calibration.xOrigin += sign * (shape.width() - 1) / 2.0;
		calibration.yOrigin += sign * (shape.height() - 1) / 2.0;
		return calibration;
	}
}
