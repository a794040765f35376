package io.github.sparsej.imagej;

import java.awt.Color;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

import ij.gui.Plot;

import io.github.sparsej.analyze.ComparedEncoding;

/** Plots of several encoders side by side: a line and markers each, named in the legend. */
public final class ComparisonPlots {

	/** Colours that people with the common colour deficiencies tell apart (Okabe &amp; Ito 2008). */
	private static final List<Color> COLORS = List.of(new Color(0, 114, 178), new Color(213, 94, 0), new Color(0, 158, 115), new Color(204, 121, 167), new Color(230, 159, 0), new Color(86, 180, 233), Color.BLACK);
	private static final List<String> MARKERS = List.of("circle", "box", "triangle", "diamond", "cross", "x");

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
		final StringBuilder legend = new StringBuilder();
		int i = 0;
		for (final Map.Entry<String, List<ComparedEncoding>> encoder : ofEncoder.entrySet()) {
			final Color color = COLORS.get(i % COLORS.size());
			plot.setColor(color, color);
			plot.setLineWidth(2);
			plot.add("connected " + MARKERS.get(i++ % MARKERS.size()), encoder.getValue().stream().mapToDouble(x).toArray(), encoder.getValue().stream().mapToDouble(ComparedEncoding::residual).toArray());
			legend.append(encoder.getKey()).append('\n');
		}
		plot.setColor(Color.BLACK);
		plot.setLineWidth(1);
		plot.addLegend(legend.toString());
		return plot;
	}
}
