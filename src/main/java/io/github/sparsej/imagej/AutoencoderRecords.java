package io.github.sparsej.imagej;

import java.util.Map;
import java.util.stream.IntStream;

import ij.ImagePlus;
import ij.measure.Calibration;

import io.github.sparsej.model.Dictionary;

/** What is shown of the learning of an auto-encoder beside its weights. */
public final class AutoencoderRecords {

	/** Atoms in the picture of the first ones. */
	private static final int FIRST_ATOMS = 64;

	private AutoencoderRecords() {}

	/** Adds its figures to a row, each in a column of its name; whole numbers without digits after the point. */
	public static void addTo(final ResultsRow row, final Map<String, Double> figures) {
		figures.forEach((name, value) -> {
			final String column = Plots.capitalised(name);
			if (value == Math.rint(value) && Math.abs(value) < Long.MAX_VALUE) row.add(column, value.longValue());
			else row.add(column, value);
		});
	}

	/** The first atoms side by side, at most {@value #FIRST_ATOMS}. */
	public static ImagePlus firstAtoms(final String title, final Dictionary dictionary, final Calibration source) {
		final int count = Math.min(FIRST_ATOMS, dictionary.atomCount());
		return AtomMosaic.of(title, dictionary, IntStream.range(0, count).toArray(), MosaicLayout.of(0, 0, count), source);
	}
}
