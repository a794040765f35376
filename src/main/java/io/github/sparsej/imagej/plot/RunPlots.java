package io.github.sparsej.imagej.plot;

import java.awt.Color;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

import ij.gui.Plot;

import io.github.sparsej.analyze.MeanAndDeviation;

/** Plots of several runs of learning: a colour and an entry in the legend for each group of runs. */
public final class RunPlots {

	private static final String STEP = "Step";
	private static final double MARGIN = 0.05;

	private RunPlots() {}

	/**
	 * A thin line for every run.
	 *
	 * @param yLabel what is plotted, with its unit if it has one
	 * @param curves at least one
	 */
	public static Plot curves(final String title, final String yLabel, final List<NamedCurve> curves) {
		final Map<String, List<NamedCurve>> groups = grouped(curves, NamedCurve::group);
		final Series series = new Series(new Plot(title, STEP, yLabel), groups.keySet());
		groups.forEach((group, runs) -> {
			final Color color = series.color(group);
			for (final NamedCurve run : runs)
				series.add(run == runs.get(0) ? group : "", color, 1, Plot.LINE, array(run.curve().steps()), array(run.curve().values()), null);
		});
		return series.withLegend();
	}

	/**
	 * For every group the mean of its runs as a line, between thin ones a standard deviation below and above it. At a step
	 * that not all of the runs have a record of, it is the mean of those that have.
	 *
	 * @param yLabel what is plotted, with its unit if it has one
	 * @param curves at least one
	 */
	public static Plot meanAndSpread(final String title, final String yLabel, final List<NamedCurve> curves) {
		final Map<String, List<NamedCurve>> groups = grouped(curves, NamedCurve::group);
		final Series series = new Series(new Plot(title, STEP, yLabel), groups.keySet());
		groups.forEach((group, runs) -> {
			final Map<Double, List<Double>> values = new TreeMap<>();
			for (final NamedCurve run : runs)
				for (int i = 0; i < run.curve().steps().size(); i++) values.computeIfAbsent((double) run.curve().steps().get(i), step -> new ArrayList<>()).add(run.curve().values().get(i));
			final Spread spread = new Spread(values);
			final Color color = series.color(group);
			if (runs.size() > 1) {
				series.add("", PlotColors.light(color), 1, Plot.LINE, spread.x, spread.away(-1), null);
				series.add("", PlotColors.light(color), 1, Plot.LINE, spread.x, spread.away(1), null);
			}
			series.add(group, color, 2, Plot.LINE, spread.x, spread.mean, null);
		});
		return series.withLegend();
	}

	/**
	 * A quantity against a parameter, on a logarithmic axis where all its values are above 0: for every group a line through
	 * the means of its runs, with bars of a standard deviation down and up where there are several.
	 *
	 * @param parameter name of the parameter, with its unit if it has one
	 * @param yLabel    what is plotted, with its unit if it has one
	 * @param points    at least one, one a run
	 */
	public static Plot scan(final String title, final String parameter, final String yLabel, final List<ScanPoint> points) {
		final Map<String, List<ScanPoint>> groups = grouped(points, ScanPoint::group);
		final Series series = new Series(new Plot(title, parameter, yLabel), groups.keySet());
		groups.forEach((group, runs) -> {
			final Map<Double, List<Double>> values = new TreeMap<>();
			for (final ScanPoint run : runs) values.computeIfAbsent(run.parameter(), p -> new ArrayList<>()).add(run.value());
			final Spread spread = new Spread(values);
			series.add(group, series.color(group), 2, Plot.CONNECTED_CIRCLES, spread.x, spread.mean, runs.size() > values.size() ? spread.deviation : null);
		});
		final double least = points.stream().mapToDouble(ScanPoint::parameter).min().getAsDouble(), most = points.stream().mapToDouble(ScanPoint::parameter).max().getAsDouble();
		return least > 0 ? series.withLegend(least / Series.LOG_MARGIN, Series.LOG_MARGIN * most, true) : series.withLegend(least - MARGIN * (most - least), most + MARGIN * (most - least), false);
	}

	private static <T> Map<String, List<T>> grouped(final List<T> runs, final Function<T, String> group) {
		if (runs.isEmpty()) throw new IllegalArgumentException("a plot needs at least 1 run");
		return runs.stream().collect(Collectors.groupingBy(group, LinkedHashMap::new, Collectors.toList()));
	}

	private static double[] array(final List<? extends Number> values) {
		return values.stream().mapToDouble(Number::doubleValue).toArray();
	}

	/** Mean and deviation of the values at each x, by rising x. */
	private static final class Spread {

		private final double[] x;
		private final double[] mean;
		private final double[] deviation;

		Spread(final Map<Double, List<Double>> values) {
			final List<MeanAndDeviation> spreads = values.values().stream().map(MeanAndDeviation::of).toList();
			x = array(List.copyOf(values.keySet()));
			mean = spreads.stream().mapToDouble(MeanAndDeviation::mean).toArray();
			deviation = spreads.stream().mapToDouble(MeanAndDeviation::deviation).toArray();
		}

		/** The mean plus so many deviations. */
		double[] away(final double deviations) {
			final double[] away = new double[mean.length];
			for (int i = 0; i < away.length; i++) away[i] = mean[i] + deviations * deviation[i];
			return away;
		}
	}
}
