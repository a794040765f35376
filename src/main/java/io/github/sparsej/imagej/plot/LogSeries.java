package io.github.sparsej.imagej.plot;

import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.IntStream;

import ij.gui.Plot;

/** Series of a plot with two logarithmic axes: points that have no place there, not being above 0 or finite, are left out. */
final class LogSeries {

	private final Series series;
	private boolean empty = true;

	/** @param labels of all that will be added */
	LogSeries(final Plot plot, final Collection<String> labels) {
		series = new Series(plot, labels);
	}

	/**
	 * @param label in the legend
	 * @param shape of {@link Plot}
	 */
	void add(final String label, final int lineWidth, final int shape, final double[] x, final double[] y) {
		add(label, label, lineWidth, shape, x, y);
	}

	/** A further line in the colour of a label, without an entry in the legend. */
	void addFurther(final String label, final int lineWidth, final double[] x, final double[] y) {
		add("", label, lineWidth, Plot.LINE, x, y);
	}

	private void add(final String entry, final String label, final int lineWidth, final int shape, final double[] x, final double[] y) {
		final int[] shown = IntStream.range(0, x.length).filter(i -> isPositive(x[i]) && isPositive(y[i])).toArray();
		if (shown.length == 0) return;
		series.add(entry, series.color(label), lineWidth, shape, at(shown, x), at(shown, y), null);
		empty = false;
	}

	private static boolean isPositive(final double value) {
		return value > 0 && Double.isFinite(value);
	}

	private static double[] at(final int[] indices, final double[] values) {
		return Arrays.stream(indices).mapToDouble(i -> values[i]).toArray();
	}

	/** The plot of all series so far; nothing if no point is left of any. */
	Optional<Plot> plot() {
		return empty ? Optional.empty() : Optional.of(series.withLegendOnLogarithms());
	}
}
