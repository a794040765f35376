package io.github.sparsej.imagej.plot;

import java.awt.Color;
import java.util.Arrays;

import ij.gui.Plot;

import io.github.sparsej.analyze.Histogram;

/** Plots with a number for every atom of a dictionary, and histograms of these. */
public final class AtomPlots {

	/** As in the figures of Perrinet (2019). */
	private static final int BINS = 19;
	/** Room above the highest bar. */
	private static final double MARGIN = 1.05;

	/** An axis of use ends here, as a share of the mean, if no atom is used more: so plots of fair and unfair use can be compared by eye. */
	private static final double ROOM = 1.4;

	private AtomPlots() {}

	/** A histogram of use: one bar an atom, as high as the share of patches that use it. */
	public static Plot use(final String title, final int[] useCounts, final int patches) {
		return ofAtoms(title, "Patches that use it (%)", Arrays.stream(useCounts).mapToDouble(count -> 100.0 * count / Math.max(1, patches)).toArray());
	}

	/** How often each atom was placed: one bar an atom, with a dashed line at their mean. */
	public static Plot placed(final String title, final double[] uses) {
		final Plot plot = ofAtoms(title, "Times placed", uses);
		final double mean = Arrays.stream(uses).average().orElseThrow(), highest = Arrays.stream(uses).max().orElseThrow();
		plot.setLimits(0.5, uses.length + 0.5, 0, Math.max(MARGIN * highest, Math.max(1, ROOM * mean)));
		Plots.addDashedLine(plot, 0.5, uses.length + 0.5, mean);
		return plot;
	}

	/** How many atoms are used how often. */
	public static Plot useHistogram(final String title, final int[] useCounts) {
		return histogram(title, "Patches that use an atom", Arrays.stream(useCounts).asDoubleStream().toArray());
	}

	/**
	 * How evenly atoms are used: a bar and a dot an atom, by rising use relative to the mean of all, with a dashed line there.
	 *
	 * @param use how often each atom is used, in any unit; not modified
	 */
	public static Plot activation(final String title, final double[] use) {
		final double[] rising = relativeToMean(use);
		Arrays.sort(rising);
		final Plot plot = new Plot(title, "Atoms by rising use", "Relative probability of activation");
		addBars(plot, numbers(rising.length), rising, PlotColors.light(PlotColors.BLUE));
		plot.setColor(PlotColors.BLUE);
		plot.setLineWidth(3);
		plot.add("dot", numbers(rising.length), rising);
		plot.setLineWidth(1);
		setLimits(plot, 0.5, rising.length + 0.5, rising);
		Plots.addDashedLine(plot, 0.5, rising.length + 0.5, 1);
		return plot;
	}

	/**
	 * The variance of the coefficients of each atom relative to the mean of all, a bar each.
	 *
	 * @param meanSquares mean square coefficient of each atom, in squared units of the signals; not modified
	 */
	public static Plot variance(final String title, final double[] meanSquares) {
		return ofAtoms(title, "Relative variance of coefficients", relativeToMean(meanSquares));
	}

	/**
	 * How many atoms have coefficients of which variance.
	 *
	 * @param meanSquares mean square coefficient of each atom, in squared units of the signals; not modified
	 */
	public static Plot varianceHistogram(final String title, final double[] meanSquares) {
		return histogram(title, "Variance of coefficients", meanSquares);
	}

	/** All 0 where the mean is 0. */
	private static double[] relativeToMean(final double[] values) {
		final double mean = Arrays.stream(values).average().orElseThrow();
		return Arrays.stream(values).map(value -> mean > 0 ? value / mean : 0).toArray();
	}

	private static Plot ofAtoms(final String title, final String quantity, final double[] values) {
		final Plot plot = new Plot(title, "Atom", quantity);
		addBars(plot, numbers(values.length), values, Color.GRAY);
		setLimits(plot, 0.5, values.length + 0.5, values);
		return plot;
	}

	private static Plot histogram(final String title, final String quantity, final double[] values) {
		final Histogram histogram = Histogram.fromZero(values, BINS);
		final double[] middles = new double[BINS], counts = new double[BINS];
		Arrays.setAll(middles, histogram::middle);
		Arrays.setAll(counts, histogram::count);
		final Plot plot = new Plot(title, quantity, "Atoms");
		addBars(plot, middles, counts, Color.GRAY);
		setLimits(plot, 0, BINS * histogram.binWidth(), counts);
		return plot;
	}

	private static void addBars(final Plot plot, final double[] x, final double[] heights, final Color color) {
		plot.setColor(color, color);
		plot.add("bar", x, heights);
		plot.setColor(Color.BLACK);
	}

	private static void setLimits(final Plot plot, final double left, final double right, final double[] heights) {
		final double highest = Arrays.stream(heights).max().orElse(0);
		plot.setLimits(left, right, 0, highest > 0 ? MARGIN * highest : 1);
	}

	/** 1 to {@code count}, as atoms are numbered for users. */
	private static double[] numbers(final int count) {
		final double[] numbers = new double[count];
		Arrays.setAll(numbers, i -> i + 1);
		return numbers;
	}
}
