package io.github.sparsej.imagej.plot;

import java.util.Arrays;
import java.util.Map;

import ij.gui.Plot;

/** Plots of how hidden layers share out their activity: all activations of some examples, from the largest to the smallest, a line for each network. */
public final class ActivationPlots {

	private static final String RANK = "Activations by falling size", ACTIVATION = "Activation";

	private ActivationPlots() {}

	/**
	 * From rank 1 on. The axes are linear, for the zeros that a sparse code has most of are what is to be seen.
	 *
	 * @param sorted activations of each network by its name in the legend, in its order; at least one network, none without activations
	 */
	public static Plot sorted(final String title, final Map<String, double[]> sorted) {
		final Series series = new Series(new Plot(title, RANK, ACTIVATION), sorted.keySet());
		sorted.forEach((network, activations) -> series.add(network, series.color(network), 2, Plot.LINE, ranks(activations), activations, null));
		return series.withLegend();
	}

	private static double[] ranks(final double[] activations) {
		final double[] ranks = new double[activations.length];
		Arrays.setAll(ranks, i -> i + 1);
		return ranks;
	}
}
