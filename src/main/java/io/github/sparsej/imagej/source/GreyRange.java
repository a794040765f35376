package io.github.sparsej.imagej.source;

import java.util.Arrays;
import java.util.List;

import ij.ImagePlus;
import ij.measure.Calibration;

import io.github.sparsej.model.PatchShape;
import io.github.sparsej.model.Volume;
import io.github.sparsej.model.Whitening;
import io.github.sparsej.whiten.PatchCentering;
import io.github.sparsej.whiten.Standardization;
import io.github.sparsej.whiten.WhiteningChain;

/**
 * The grey values that become 0 and 1 where a method wants patches on that scale.
 *
 * @param lowest  becomes 0
 * @param highest becomes 1
 */
public record GreyRange(double lowest, double highest) {

	/**
	 * Of 8-bit and RGB images all values that a pixel can have (calibrated, as pixels are read); of others from the smallest to the largest
	 * finite value of the pixels.
	 *
	 * @param pixels of the image, that patches are cut from
	 * @throws IllegalArgumentException if there is no such range
	 */
	public static GreyRange of(final ImagePlus image, final List<Volume> pixels) {
		final GreyRange range = orNone(image, pixels);
		if (!(range.width() > 0)) throw new IllegalArgumentException(image.getTitle() + " has no structure: it has no two different finite grey values");
		return range;
	}

	/** The same, with a width that is not above 0 where there is no range. */
	static GreyRange orNone(final ImagePlus image, final List<Volume> pixels) {
		if (image.getBitDepth() == 24) return new GreyRange(0, 255);
		final Calibration calibration = image.getCalibration();
		return image.getBitDepth() == 8 ? between(calibration.getCValue(0), calibration.getCValue(255)) : ofPixels(pixels);
	}

	/** Highest minus lowest. */
	public double width() {
		return highest - lowest;
	}

	private static GreyRange between(final double one, final double other) {
		return new GreyRange(Math.min(one, other), Math.max(one, other));
	}

	private static GreyRange ofPixels(final List<Volume> pixels) {
		double min = Double.POSITIVE_INFINITY, max = Double.NEGATIVE_INFINITY;
		for (final Volume volume : pixels)
			for (int c = 0; c < volume.channels(); c++)
				for (int z = 0; z < volume.depth(); z++)
					for (final float value : volume.plane(z, c))
						if (Float.isFinite(value)) {
							min = Math.min(min, value);
							max = Math.max(max, value);
						}
		return new GreyRange(min, max);
	}

	/** What brings patches to this scale; without their means, which are kept apart, where asked to. */
	public Whitening whitening(final PatchShape shape, final boolean withoutMeans) {
		final double[] offset = new double[shape.length()];
		if (withoutMeans) return new WhiteningChain(PatchCentering.INSTANCE, new Standardization(offset, width()));
		Arrays.fill(offset, lowest);
		return new Standardization(offset, highest - lowest);
	}
}
