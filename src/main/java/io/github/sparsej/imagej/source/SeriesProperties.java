package io.github.sparsej.imagej.source;

import java.util.List;

import ij.ImagePlus;
import ij.measure.Calibration;

import io.github.sparsej.imagej.NumberProperties;
import io.github.sparsej.model.Volume;

/** What a code remembers of the images that were encoded, in properties of its image, which survive in a TIFF: how they lie in their stack, and its labels. */
public final class SeriesProperties {

	private static final String DIMENSIONS = "sparsej.images", LABEL = "sparsej.label.";

	private SeriesProperties() {}

	public static void write(final ImagePlus code, final SourceSeries series) {
		final SeriesShape shape = series.shape();
		code.setProp(DIMENSIONS, shape.channels() + " " + shape.slices() + " " + shape.frames() + " " + shape.depth() + " " + (shape.joint() ? 1 : 0));
		for (int i = 0; i < series.count(); i++)
			for (int z = 0; z < shape.depth(); z++)
				for (int c = 0; c < series.channels(); c++) {
					final String label = series.label(i, c, z);
					if (label != null) code.setProp(LABEL + (shape.index(i, c, z) + 1), label);
				}
	}

	/**
	 * How the images lie that were encoded.
	 *
	 * @param before of codes that do not tell, since several images could not be encoded yet; channels and depth of one image are the same in any case
	 * @throws IllegalArgumentException naming the property that is damaged
	 */
	public static SeriesShape shape(final ImagePlus code, final SeriesShape before) {
		if (code.getProp(DIMENSIONS) == null) return before;
		final int[] numbers = NumberProperties.read(code, DIMENSIONS, 5);
		final SeriesShape shape = new SeriesShape(numbers[0], numbers[1], numbers[2], before.depth(), numbers[4] == 1);
		final boolean whole = shape.channels() > 0 && shape.slices() > 0 && shape.frames() > 0 && numbers[3] == before.depth() && shape.slices() % before.depth() == 0;
		if (!whole || shape.joint() && shape.channels() != before.channels()) throw new IllegalArgumentException(code.getTitle() + " is damaged: its property " + DIMENSIONS + " is '" + code.getProp(DIMENSIONS) + "'");
		return shape;
	}

	/** Images made from the code, in the dimensions and with the labels of those that were encoded. */
	public static ImagePlus image(final ImagePlus code, final SeriesShape shape, final String title, final List<Volume> images, final Calibration like) {
		return shape.image(title, images, (i, c, z) -> code.getProp(LABEL + (shape.index(i, c, z) + 1)), like);
	}
}
