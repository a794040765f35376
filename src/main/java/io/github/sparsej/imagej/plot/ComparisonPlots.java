package io.github.sparsej.imagej.plot;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

import ij.gui.Plot;

import io.github.sparsej.analyze.ComparedEncoding;

/** Plots of several encoders side by side: a line and markers each, named in the legend. */
public final class ComparisonPlots {

	private static final String RESIDUAL = "Residual (share of the l2 norm)";
	/** Room beyond the last marker. */
	private static final double MARGIN = 1.05, LOG_MARGIN = 1.3;

	private ComparisonPlots() {}

	/** The share of the signals' norm that is left, against the mean nonzeros of a patch. */
	public static Plot residualAgainstNonzeros(final String title, final List<ComparedEncoding> points) {
		final Plot plot = plot(new Plot(title, "Nonzeros per patch", RESIDUAL), points, ComparedEncoding::nonzeros);
		plot.setLimits(0, MARGIN * most(points, ComparedEncoding::nonzeros), 0, top(points));
		return plot;
	}

	/** The same against the time for a patch, on a logarithmic axis. */
	public static Plot residualAgainstTime(final String title, final List<ComparedEncoding> points) {
		final Plot plot = plot(new Plot(title, "Time (us per patch)", RESIDUAL), points, ComparedEncoding::microseconds);
		plot.setAxisXLog(true);
		final double least = -most(points, point -> -point.microseconds());
		plot.setLimits(least / LOG_MARGIN, LOG_MARGIN * most(points, ComparedEncoding::microseconds), 0, top(points));
		return plot;
	}

	/** Residuals above the signal's own norm are of no interest where others are below: they would press those together. */
	private static double top(final List<ComparedEncoding> points) {
		final double most = most(points, ComparedEncoding::residual), least = -most(points, point -> -point.residual());
		return MARGIN * (least < 1 ? Math.min(1, most) : most);
	}

	private static double most(final List<ComparedEncoding> points, final ToDoubleFunction<ComparedEncoding> value) {
		return points.stream().mapToDouble(value).max().orElseThrow();
	}

	private static Plot plot(final Plot plot, final List<ComparedEncoding> points, final ToDoubleFunction<ComparedEncoding> x) {
		final Map<String, List<ComparedEncoding>> ofEncoder = new LinkedHashMap<>();
		for (final ComparedEncoding point : points) ofEncoder.computeIfAbsent(point.encoder(), e -> new ArrayList<>()).add(point);
		final Series series = new Series(plot, ofEncoder.keySet());
		ofEncoder.forEach((encoder, measured) -> series.add(encoder, series.color(encoder), 2, Plot.CONNECTED_CIRCLES, measured.stream().mapToDouble(x).toArray(), measured.stream().mapToDouble(ComparedEncoding::residual).toArray(), null));
		return series.withLegend();
	}
}
