package io.github.sparsej.imagej.plot;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import ij.gui.Plot;

import io.github.sparsej.analyze.sparsification.IdealWeights;
import io.github.sparsej.analyze.sparsification.RelativeVarianceRange;
import io.github.sparsej.analyze.sparsification.SparsificationHistory;
import io.github.sparsej.analyze.sparsification.SparsificationRecord;
import io.github.sparsej.analyze.sparsification.SparsificationTheory;
import io.github.sparsej.analyze.sparsification.WeightTrace;

/** Plots of the dynamics of sparsification on logarithmic axes, where what is not above 0, as the time of the first step, is left out; empty where nothing remains. */
public final class SparsificationPlots {

	private static final String TIME = "Time", SIMULATION = "Simulation", THEORY = "Theory";
	/** Numbers of weights for each factor e at which limits are drawn. */
	private static final int POINTS = 20;

	private SparsificationPlots() {}

	/**
	 * All of them that have something to show: the weights left, their sum, weights by their rank, the feature benefit and the
	 * relative variance.
	 *
	 * @param first the weights the simulation began with, by falling size; not modified
	 */
	public static List<Plot> all(final String title, final SparsificationHistory history, final double[] first) {
		if (history.records().stream().noneMatch(record -> record.time() > 0)) return List.of();
		return Stream.of(weightsLeft(title + "-weights-left", history), oneNorm(title + "-one-norm", history), weights(title + "-weights", history), featureBenefit(title + "-feature-benefit", history),
			relativeVariance(title + "-relative-variance", history, RelativeVarianceRange.of(first), RelativeVarianceRange.of(IdealWeights.of(first.length)))).flatMap(Optional::stream).toList();
	}

	/** How many weights are left over time, and how many theory expects. */
	public static Optional<Plot> weightsLeft(final String title, final SparsificationHistory history) {
		return besideTheory(title, "Weights left", history, SparsificationRecord::weightsLeft, record -> SparsificationTheory.weightsLeft(history.weights(), history.lambda(), record.time()));
	}

	/** The sum of the weights over time, and that which theory expects. */
	public static Optional<Plot> oneNorm(final String title, final SparsificationHistory history) {
		return besideTheory(title, "One-norm", history, SparsificationRecord::oneNorm, record -> SparsificationTheory.oneNorm(history.weights(), history.lambda(), record.time()));
	}

	private static Optional<Plot> besideTheory(final String title, final String quantity, final SparsificationHistory history, final ToDoubleFunction<SparsificationRecord> simulated, final ToDoubleFunction<SparsificationRecord> expected) {
		final LogSeries series = new LogSeries(new Plot(title, TIME, quantity), List.of(SIMULATION, THEORY));
		series.add(THEORY, 2, Plot.LINE, times(history), values(history, expected));
		series.add(SIMULATION, 1, Plot.CONNECTED_CIRCLES, times(history), values(history, simulated));
		return series.plot();
	}

	/**
	 * The largest weight and the median of those left; thin lines are weights by their ranks (1, 2, 5, 10 and so on), which end
	 * where they fall, and the level is that at which theory expects the last one to rest. (The smallest is always about to fall, at
	 * any height, and would press the others together.)
	 */
	public static Optional<Plot> weights(final String title, final SparsificationHistory history) {
		final String largest = "Largest", median = "Median of those left", ranks = "Ranks 1, 2, 5, 10 ...", rest = "Rest of the last (theory)";
		final LogSeries series = new LogSeries(new Plot(title, TIME, "Weight"), List.of(largest, median, ranks, rest));
		for (final WeightTrace trace : history.traces()) {
			final double[] values = trace.values().stream().mapToDouble(value -> value).toArray(), times = Arrays.copyOf(times(history), values.length);
			if (trace.rank() == 1) series.add(ranks, 1, Plot.LINE, times, values);
			else series.addFurther(ranks, 1, times, values);
		}
		if (history.lambda() <= SparsificationTheory.LARGEST_LAMBDA) series.add(rest, 1, Plot.LINE, times(history), values(history, record -> SparsificationTheory.stationaryWeight(history.lambda())));
		series.add(largest, 2, Plot.LINE, times(history), values(history, SparsificationRecord::largest));
		series.add(median, 2, Plot.LINE, times(history), values(history, SparsificationRecord::median));
		return series.plot();
	}

	/** The feature benefit, and lambda times the one-norm, which it balances as soon as the squares of the weights sum to nearly 1. */
	public static Optional<Plot> featureBenefit(final String title, final SparsificationHistory history) {
		final String price = "Lambda times one-norm";
		final LogSeries series = new LogSeries(new Plot(title, TIME, "Feature benefit"), List.of(SIMULATION, price));
		series.add(price, 2, Plot.LINE, times(history), values(history, record -> history.lambda() * record.oneNorm()));
		series.add(SIMULATION, 1, Plot.CONNECTED_CIRCLES, times(history), values(history, SparsificationRecord::featureBenefit));
		return series.plot();
	}

	/**
	 * The relative variance against the number of weights, and the limits within which it is.
	 *
	 * @param first of the weights the simulation began with
	 * @param ideal of as many ideal weights
	 */
	public static Optional<Plot> relativeVariance(final String title, final SparsificationHistory history, final RelativeVarianceRange first, final RelativeVarianceRange ideal) {
		final String firstLimits = "Limits of the first weights", idealLimits = "Limits of ideal weights";
		final LogSeries series = new LogSeries(new Plot(title, "Weights left", "Relative variance"), List.of(SIMULATION, firstLimits, idealLimits));
		addLimits(series, idealLimits, ideal);
		addLimits(series, firstLimits, first);
		series.add(SIMULATION, 1, Plot.CIRCLE, values(history, SparsificationRecord::weightsBefore), values(history, SparsificationRecord::relativeVariance));
		return series.plot();
	}

	private static void addLimits(final LogSeries series, final String label, final RelativeVarianceRange range) {
		final int[] counts = IntStream.rangeClosed(0, (int) (POINTS * Math.log(range.count()))).map(i -> (int) Math.round(Math.exp((double) i / POINTS))).distinct().toArray();
		final double[] x = Arrays.stream(counts).asDoubleStream().toArray();
		series.add(label, 1, Plot.LINE, x, Arrays.stream(counts).mapToDouble(range::low).toArray());
		series.addFurther(label, 1, x, Arrays.stream(counts).mapToDouble(range::high).toArray());
	}

	private static double[] times(final SparsificationHistory history) {
		return values(history, SparsificationRecord::time);
	}

	private static double[] values(final SparsificationHistory history, final ToDoubleFunction<SparsificationRecord> value) {
		return history.records().stream().mapToDouble(value).toArray();
	}
}
