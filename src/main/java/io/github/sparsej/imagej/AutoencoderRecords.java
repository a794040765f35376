package io.github.sparsej.imagej;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;

import ij.ImagePlus;
import ij.measure.Calibration;

import io.github.sparsej.autoencoder.NetworkDisplay;
import io.github.sparsej.encode.feedforward.FeedForwardSettings;
import io.github.sparsej.model.Dictionary;
import io.github.sparsej.model.PatchShape;

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

	/**
	 * What the units look for side by side, as displayNetwork of the UFLDL tutorial shows it: all on one grey scale; channels below each other.
	 *
	 * @param shape of the patches
	 */
	public static ImagePlus filters(final String title, final FeedForwardSettings network, final PatchShape shape, final Calibration source) {
		final double[][] filters = new double[network.units()][shape.length()];
		for (int i = 0; i < filters.length; i++) {
			final float[] weights = network.encoder(i);
			Arrays.setAll(filters[i], j -> weights[j]);
		}
		final NetworkDisplay display = NetworkDisplay.of(filters, new NetworkDisplay.Options(0, shape.width(), true, false));
		final double[] pixels = display.pixels();
		return NetworkMosaic.of(title, IntStream.range(0, display.height()).mapToObj(y -> Arrays.copyOfRange(pixels, y * display.width(), (y + 1) * display.width())).toArray(double[][]::new), source);
	}

	/** The first atoms side by side, at most {@value #FIRST_ATOMS}. */
	public static ImagePlus firstAtoms(final String title, final Dictionary dictionary, final Calibration source) {
		final int count = Math.min(FIRST_ATOMS, dictionary.atomCount());
		return AtomMosaic.of(title, dictionary, IntStream.range(0, count).toArray(), MosaicLayout.of(0, 0, count), source);
	}
}
