package io.github.sparsej.imagej;

import java.awt.Color;
import java.util.List;

/** Colours of plots that people with the common colour deficiencies tell apart (Okabe &amp; Ito 2008). */
final class PlotColors {

	static final Color BLUE = new Color(0, 114, 178), GREEN = new Color(0, 158, 115);

	private static final List<Color> ALL = List.of(BLUE, new Color(213, 94, 0), GREEN, new Color(204, 121, 167), new Color(230, 159, 0), new Color(86, 180, 233), Color.BLACK);

	private PlotColors() {}

	/** The colour of series {@code i} (from 0); they come again after the seventh. */
	static Color of(final int i) {
		return ALL.get(i % ALL.size());
	}

	/** A colour half way to white, which looks translucent. */
	static Color light(final Color color) {
		return new Color(half(color.getRed()), half(color.getGreen()), half(color.getBlue()));
	}

	private static int half(final int value) {
		return (value + 255) / 2;
	}
}
