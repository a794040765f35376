package io.github.sparsej.imagej.plot;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

import ij.ImagePlus;
import ij.measure.Calibration;

import io.github.sparsej.autoencoder.NetworkDisplay;
import io.github.sparsej.encode.feedforward.FeedForwardSettings;
import io.github.sparsej.imagej.atoms.AtomMosaic;
import io.github.sparsej.imagej.atoms.MosaicLayout;
import io.github.sparsej.imagej.atoms.NetworkMosaic;
import io.github.sparsej.imagej.result.ResultsRow;
import io.github.sparsej.model.Dictionary;
import io.github.sparsej.model.PatchShape;

/** What is shown of the learning of an auto-encoder beside its weights. */
public final class AutoencoderRecords {

	/** Atoms in the picture of the first ones. */
	private static final int FIRST_ATOMS = 64;
	/** Figures that are whole numbers whatever was learned. */
	private static final Set<String> COUNTS = Set.of("Iterations", "Evaluations", "Converged", "Raised eigenvalues of the covariance", "Dead units", "Used atoms");

	private AutoencoderRecords() {}

	/** Adds its figures to a row, each in a column of its name: numbers of things without digits after the point, all others with as many as it takes, since what should be 0 is told by how small it is. */
	public static void addTo(final ResultsRow row, final Map<String, Double> figures) {
		figures.forEach((name, value) -> {
			final String column = Plots.capitalised(name);
			if (COUNTS.contains(column)) row.add(column, value.longValue());
			else row.addOfAnySize(column, value);
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
		return NetworkMosaic.of(title, NetworkDisplay.of(filters, new NetworkDisplay.Options(0, shape.width(), true, false)), source);
	}

	/** The first atoms side by side, at most {@value #FIRST_ATOMS}. */
	public static ImagePlus firstAtoms(final String title, final Dictionary dictionary, final Calibration source) {
		final int count = Math.min(FIRST_ATOMS, dictionary.atomCount());
		return AtomMosaic.of(title, dictionary, IntStream.range(0, count).toArray(), MosaicLayout.of(0, 0, count), source);
	}
}
