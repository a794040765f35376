package io.github.sparsej.imagej.plot;

import java.awt.Color;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import ij.gui.Plot;

import io.github.sparsej.analyze.MeanAndDeviation;
import io.github.sparsej.learn.record.AtomRecord;
import io.github.sparsej.model.QuantileFunctions;

/** Plots with a curve for every atom of a dictionary, as a thin line, and their mean as a darker one. */
public final class AtomCurves {

	/** The quantile functions of evenly used atoms rise from 1 - N0/N, below which there is to be some room. */
	private static final double ROOM = 1.5, TOP_QUANTILE = 1.001;

	private AtomCurves() {}

	/**
	 * The quantile functions of all atoms, with a dashed line at 1 (Perrinet 2019). The closer together they are, the more
	 * fairly atoms are used.
	 */
	public static Plot quantiles(final String title, final QuantileFunctions functions) {
		final double[] rescaled = IntStream.range(0, functions.size()).mapToDouble(j -> (double) j / (functions.size() - 1)).toArray();
		final Plot plot = new Plot(title, "Rescaled coefficient", "Quantile");
		addAll(plot, rescaled, IntStream.range(0, functions.atomCount()).mapToObj(functions::row).toList(), PlotColors.GREEN);
		plot.setLimits(0, 1, Math.max(0, 1 - ROOM * Arrays.stream(LearnedUse.of(functions)).average().orElseThrow()), TOP_QUANTILE);
		Plots.addDashedLine(plot, 0, 1, 1);
		return plot;
	}

	/**
	 * A quantity of every atom over the steps of learning.
	 *
	 * @param record of at least one step
	 */
	public static Plot record(final String title, final AtomRecord record) {
		if (record.steps().isEmpty()) throw new IllegalArgumentException("a plot of " + record.quantity() + " needs at least 1 record");
		final Plot plot = new Plot(title, "Step", Plots.capitalised(record.quantity()));
		final double[] steps = record.steps().stream().mapToDouble(Integer::doubleValue).toArray();
		addAll(plot, steps, IntStream.range(0, record.values().get(0).size()).mapToObj(i -> record.values().stream().mapToDouble(atoms -> atoms.get(i)).toArray()).toList(), PlotColors.BLUE);
		plot.setLimitsToFit(false);
		return plot;
	}

	/** One set of data with gaps between the curves, so that the colour of all can be changed at once, and one of their mean. */
	private static void addAll(final Plot plot, final double[] x, final List<double[]> curves, final Color color) {
		final int length = x.length + 1;
		final double[] allX = new double[curves.size() * length], allY = new double[allX.length], mean = new double[x.length];
		Arrays.fill(allX, Double.NaN);
		Arrays.fill(allY, Double.NaN);
		for (int i = 0; i < curves.size(); i++) {
			System.arraycopy(x, 0, allX, i * length, x.length);
			System.arraycopy(curves.get(i), 0, allY, i * length, x.length);
		}
		for (int j = 0; j < x.length; j++) {
			final List<Double> values = new ArrayList<>();
			for (final double[] curve : curves) values.add(curve[j]);
			mean[j] = MeanAndDeviation.of(values).mean();
		}
		plot.setColor(PlotColors.light(color));
		plot.add("line", allX, allY);
		plot.setColor(color.darker());
		plot.setLineWidth(2);
		plot.add("line", x, mean);
		plot.setLineWidth(1);
		plot.setColor(Color.BLACK);
	}
}
