package io.github.sparsej.imagej;

import java.awt.Color;

import ij.gui.Plot;

/** Lines and points that are added to a plot one after another, with a colour and an entry in the legend each. */
final class Series {

	private final Plot plot;
	private final StringBuilder legend = new StringBuilder();
	private int colors;

	Series(final Plot plot) {
		this.plot = plot;
	}

	/** A colour that was not used before, as long as there are any. */
	Color nextColor() {
		return PlotColors.of(colors++);
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
		legend.append(label).append('\n'); // ImageJ passes a series over whose line is empty
	}

	/** The plot of all series so far, with all of their points inside its limits. */
	Plot withLegend() {
		plot.setColor(Color.BLACK);
		plot.setLineWidth(1);
		plot.addLegend(legend.toString());
		plot.setLimitsToFit(false);
		return plot;
	}
}
