package io.github.sparsej.imagej.plot;

import java.awt.Color;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;

import ij.gui.Plot;

/** Lines and points that are added to a plot one after another, with a colour and an entry in the legend each. */
final class Series {

	/** Room below and above all points, as a share of their range. */
	private static final double MARGIN = 0.04;
	/** The same left and right on a logarithmic axis, as a factor. */
	static final double LOG_MARGIN = 1.2;

	private final Plot plot;
	private final List<String> legend = new ArrayList<>();
	private final Map<String, Color> colors;
	private final List<double[]> xs = new ArrayList<>(), ys = new ArrayList<>();
	private double lowest = Double.POSITIVE_INFINITY, highest = Double.NEGATIVE_INFINITY;

	/** @param labels of all that will be added */
	Series(final Plot plot, final Collection<String> labels) {
		this.plot = plot;
		colors = PlotColors.of(labels);
	}

	/** The colour of a label. */
	Color color(final String label) {
		return colors.get(label);
	}

	/**
	 * @param label      in the legend; empty for no entry
	 * @param shape      of {@link Plot}
	 * @param deviations lengths of bars up and down; null for none
	 */
	void add(final String label, final Color color, final int lineWidth, final int shape, final double[] x, final double[] y, final double[] deviations) {
		plot.setColor(color, color);
		plot.setLineWidth(lineWidth);
		plot.addPoints(x, y, shape);
		if (deviations != null) plot.addErrorBars(deviations);
		legend.add(label); // ImageJ passes a series over whose line is empty
		xs.add(x);
		ys.add(y);
		for (int i = 0; i < y.length; i++) {
			final double bar = deviations == null ? 0 : deviations[i];
			if (!Double.isFinite(y[i] + bar)) continue;
			lowest = Math.min(lowest, y[i] - bar);
			highest = Math.max(highest, y[i] + bar);
		}
	}

	/** The plot of all series so far, from their first x to their last. */
	Plot withLegend() {
		final double[] x = xs.stream().flatMapToDouble(Arrays::stream).sorted().toArray();
		final double left = x[0], right = x[x.length - 1];
		return left < right ? withLegend(left, right, false) : withLegend(left - 1, right + 1, false);
	}

	/** The plot of all series so far, none of them with a y that is not above 0, from x = 0 to their last, with a logarithmic y axis. */
	Plot withLegendOnLogarithmicHeight() {
		return withLegend(0, xs.stream().flatMapToDouble(Arrays::stream).max().orElseThrow(), false, true);
	}

	/** The plot of all series so far, none of them with anything that is not above 0, on two logarithmic axes. */
	Plot withLegendOnLogarithms() {
		final double[] x = xs.stream().flatMapToDouble(Arrays::stream).sorted().toArray();
		return withLegend(x[0] / LOG_MARGIN, LOG_MARGIN * x[x.length - 1], true, true);
	}

	/**
	 * The plot of all series so far, with some room around them, and on top for the legend if it would hide a line everywhere.
	 *
	 * @param log whether the x axis is logarithmic
	 */
	Plot withLegend(final double left, final double right, final boolean log) {
		return withLegend(left, right, log, false);
	}

	private Plot withLegend(final double left, final double right, final boolean logX, final boolean logY) {
		plot.setColor(Color.BLACK);
		plot.setLineWidth(1);
		plot.addLegend(String.join("\n", legend));
		plot.setAxisXLog(logX);
		plot.setAxisYLog(logY);
		if (lowest > highest) return plot; // nothing finite to be seen
		final DoubleUnaryOperator across = logX ? Math::log : DoubleUnaryOperator.identity(), up = logY ? Math::log : DoubleUnaryOperator.identity();
		final double begin = across.applyAsDouble(left), width = across.applyAsDouble(right) - begin;
		final double low = up.applyAsDouble(lowest), range = highest > lowest ? up.applyAsDouble(highest) - low : logY ? 1 : Math.max(Math.abs(highest), 1e-9);
		final double bottom = low - MARGIN * range, height = (1 + 2 * MARGIN) * range;
		final LegendRoom room = LegendRoom.of((int) legend.stream().filter(label -> !label.isEmpty()).count(), legend.stream().mapToInt(String::length).max().orElse(0));
		final boolean free = room.hasCorner(scaled(xs, x -> (across.applyAsDouble(x) - begin) / width), scaled(ys, y -> (up.applyAsDouble(y) - bottom) / height));
		final double top = bottom + (free ? height : height / (1 - room.height()));
		plot.setLimits(left, right, logY ? Math.exp(bottom) : bottom, logY ? Math.exp(top) : top);
		return plot;
	}

	private static List<double[]> scaled(final List<double[]> values, final DoubleUnaryOperator scale) {
		return values.stream().map(each -> Arrays.stream(each).map(scale).toArray()).toList();
	}
}
