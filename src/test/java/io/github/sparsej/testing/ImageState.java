package io.github.sparsej.testing;

import java.awt.image.ColorModel;
import java.awt.image.IndexColorModel;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.CRC32;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.ImageStack;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.measure.Calibration;
import ij.process.ImageProcessor;
import ij.process.LUT;

/** All that a user can see of an image, and its pixels, as a text: two of them are equal where nothing was changed between. */
public final class ImageState {

	private ImageState() {}

	public static String of(final ImagePlus image) {
		final StringBuilder state = new StringBuilder();
		line(state, "title", image.getTitle());
		line(state, "type", image.getType() + " of " + image.getBitDepth() + " bits, " + image.getClass().getSimpleName());
		line(state, "dimensions", Arrays.toString(image.getDimensions()) + (image.isHyperStack() ? " hyperstack" : ""));
		line(state, "position", image.getC() + " " + image.getZ() + " " + image.getT() + " " + image.getCurrentSlice());
		line(state, "changes", image.changes + " locked " + image.isLocked());
		line(state, "calibration", calibration(image.getCalibration()));
		line(state, "display", image.getDisplayRangeMin() + " to " + image.getDisplayRangeMax() + (image instanceof CompositeImage composite ? " mode " + composite.getMode() + " active " + Arrays.toString(composite.getActiveChannels()) : ""));
		if (image.getBitDepth() != 24) for (final LUT lut : image.getLuts()) line(state, "LUT", lut.min + " to " + lut.max + " " + checksum(lut.getBytes()));
		line(state, "ROI", roi(image.getRoi()));
		line(state, "overlay", overlay(image.getOverlay()));
		line(state, "properties", image.getProperties() == null ? "" : image.getProperties().toString());
		line(state, "more properties", Arrays.toString(image.getPropertiesAsArray()));
		pixels(state, image.getStack());
		return state.toString();
	}

	private static void line(final StringBuilder state, final String what, final String text) {
		state.append(what).append(": ").append(text).append('\n');
	}

	private static String calibration(final Calibration calibration) {
		// Not its table of values, which is made when it is first asked for.
		return calibration.toString().replaceFirst("table=\\w+", "") + " origin " + calibration.xOrigin + " " + calibration.yOrigin + " " + calibration.zOrigin + " function " + calibration.getFunction() + Arrays.toString(calibration.getCoefficients()) + " " + calibration.getValueUnit() + " " + calibration.frameInterval + " " + calibration.getTimeUnit() + " " + calibration.fps;
	}

	private static String roi(final Roi roi) {
		return roi == null ? "" : roi + " " + Arrays.toString(roi.getFloatPolygon().xpoints) + Arrays.toString(roi.getFloatPolygon().ypoints) + roi.getPosition();
	}

	private static String overlay(final Overlay overlay) {
		if (overlay == null) return "";
		final StringBuilder all = new StringBuilder();
		for (int i = 0; i < overlay.size(); i++) all.append(roi(overlay.get(i)));
		return all.toString();
	}

	private static void pixels(final StringBuilder state, final ImageStack stack) {
		for (int i = 1; i <= stack.size(); i++) {
			final ImageProcessor slice = stack.getProcessor(i);
			final ByteBuffer values = ByteBuffer.allocate(slice.getPixelCount() * Integer.BYTES);
			for (int k = 0; k < slice.getPixelCount(); k++) values.putInt(slice.getBitDepth() == 32 ? Float.floatToRawIntBits(slice.getf(k)) : slice.get(k));
			line(state, "slice " + i, stack.getSliceLabel(i) + " " + checksum(values.array()));
		}
		final ColorModel colors = stack.getColorModel();
		if (colors instanceof IndexColorModel) line(state, "stack's LUT", String.valueOf(colors.hashCode()));
	}

	private static long checksum(final byte[] bytes) {
		final CRC32 sum = new CRC32();
		sum.update(bytes);
		return sum.getValue();
	}
}
