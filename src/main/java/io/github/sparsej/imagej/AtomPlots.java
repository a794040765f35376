package io.github.sparsej.imagej;

import java.awt.Color;
import java.util.Arrays;

import ij.gui.Plot;

import io.github.sparsej.analyze.Histogram;
import io.github.sparsej.learn.record.AtomRecord;
import io.github.sparsej.model.QuantileFunctions;

/** Plots of what is known of every atom of a dictionary: its use and its coefficients. */
public final class AtomPlots {

	/** As in the figures of Perrinet (2019). */
	private static final int BINS = 19;
	/** The quantile functions of evenly used atoms rise from 1 - N0/N; there is to be some room below. */
	private static final double ROOM_BELOW = 1.5, TOP_QUANTILE = 1.001;
	/** Screen px of a dash and of a gap. */
	private static final int DASH = 5;

	private static final String ATOM = "Atom", ATOMS = "Atoms";

	private AtomPlots() {}

	/** A histogram of use: one bar an atom, as high as the share of patches that use it. */
	public static Plot use(final String title, final int[] useCounts, final int patches) {
		return bars(title, "Patches that use it (%)", Arrays.stream(useCounts).mapToDouble(count -> 100.0 * count / Math.max(1, patches)).toArray());
	}

	/** How many atoms are used how often. */
	public static Plot useHistogram(final String title, final int[] useCounts) {
		return histogram(title, "Patches that use an atom", Arrays.stream(useCounts).asDoubleStream().toArray());
	}

	/**
	 * How evenly atoms are used: by rising use, with a dashed line at the mean.
	 *
	 * @param relative use of each atom, relative to the mean of all
	 */
	public static Plot activation(final String title, final double[] relative) {
		final double[] rising = relative.clone();
		Arrays.sort(rising);
		final Plot plot = new Plot(title, "Atoms by rising use", "Relative probability of activation");
		plot.setColor(PlotColors.light(PlotColors.BLUE), PlotColors.light(PlotColors.BLUE));
		plot.add("bar", numbers(rising.length), rising);
		plot.setColor(PlotColors.BLUE);
		plot.setLineWidth(3);
		plot.add("dot", numbers(rising.length), rising);
		plot.setLimits(0.5, rising.length + 0.5, 0, Double.NaN);
		dashedLine(plot, 0.5, rising.length + 0.5);
		return plot;
	}

	/**
	 * The variance of the coefficients of each atom.
	 *
	 * @param relative mean square coefficient of each atom, relative to the mean of all
	 */
	public static Plot variance(final String title, final double[] relative) {
		return bars(title, "Relative variance of coefficients", relative);
	}

	/** @param meanSquares mean square coefficient of each atom, in squared units of the signals */
	public static Plot varianceHistogram(final String title, final double[] meanSquares) {
		return histogram(title, "Variance of coefficients", meanSquares);
	}

	/**
	 * The quantile functions of all atoms as thin lines, their mean as a darker one, and a dashed line at 1 (Perrinet 2019).
	 * The closer together, the more fairly atoms are used.
	 *
	 * @param meanUse mean share of signals that use an atom, nonzeros over atoms; 0 if it is not known
	 */
	public static Plot quantiles(final String title, final QuantileFunctions quantiles, final double meanUse) {
		final int p = quantiles.atomCount(), q = quantiles.size();
		// One set of data with gaps, so that the colour of all can be changed at once.
		final double[] x = new double[p * (q + 1)], y = new double[x.length], grid = new double[q], mean = new double[q];
		Arrays.setAll(grid, j -> (double) j / (q - 1));
		for (int i = 0; i < p; i++) {
			for (int j = 0; j < q; j++) {
				x[i * (q + 1) + j] = grid[j];
				y[i * (q + 1) + j] = quantiles.value(i, j);
				mean[j] += quantiles.value(i, j) / p;
			}
			x[i * (q + 1) + q] = y[i * (q + 1) + q] = Double.NaN;
		}
		final Plot plot = new Plot(title, "Rescaled coefficient", "Quantile");
		plot.setColor(PlotColors.light(PlotColors.GREEN));
		plot.add("line", x, y);
		plot.setColor(PlotColors.GREEN.darker());
		plot.add("line", grid, mean);
		plot.setLimits(0, 1, meanUse > 0 ? Math.max(0, 1 - ROOM_BELOW * meanUse) : 0, TOP_QUANTILE);
		dashedLine(plot, 0, 1);
		return plot;
	}

	/** A quantity of every atom over the steps of learning, a thin line each. */
	public static Plot record(final String title, final AtomRecord record) {
		final Plot plot = new Plot(title, "Step", Plots.capitalised(record.quantity()));
		final double[] steps = record.steps().stream().mapToDouble(Integer::doubleValue).toArray();
		plot.setColor(PlotColors.light(PlotColors.BLUE));
		for (int i = 0; i < (record.values().isEmpty() ? 0 : record.values().get(0).size()); i++) {
			final int atom = i;
			plot.add("line", steps, record.values().stream().mapToDouble(values -> values.get(atom)).toArray());
		}
		plot.setColor(Color.BLACK);
		plot.setLimitsToFit(false);
		return plot;
	}

	private static Plot bars(final String title, final String quantity, final double[] values) {
		final Plot plot = new Plot(title, ATOM, quantity);
		plot.setColor("gray", "gray");
		plot.add("bar", numbers(values.length), values);
		plot.setColor("black");
		plot.setLimits(0.5, values.length + 0.5, 0, Double.NaN);
		return plot;
	}

	private static Plot histogram(final String title, final String quantity, final double[] values) {
		final Histogram histogram = Histogram.fromZero(values, BINS);
		final double[] middles = new double[BINS], counts = new double[BINS];
		Arrays.setAll(middles, histogram::middle);
		Arrays.setAll(counts, histogram::count);
		final Plot plot = new Plot(title, quantity, ATOMS);
		plot.setColor("gray", "gray");
		plot.add("bar", middles, counts);
		plot.setColor("black");
		plot.setLimits(0, BINS * histogram.binWidth(), 0, Double.NaN);
		return plot;
	}

	/** 1 to {@code count}, as atoms are numbered for users. */
	private static double[] numbers(final int count) {
		final double[] numbers = new double[count];
		Arrays.setAll(numbers, i -> i + 1);
		return numbers;
	}

	/** At height 1, behind which the plot's limits must be set. */
	private static void dashedLine(final Plot plot, final double from, final double to) {
		plot.setColor(Color.BLACK);
		plot.setLineWidth(1);
		plot.drawDottedLine(from, 1, to, 1, DASH);
	}
}
