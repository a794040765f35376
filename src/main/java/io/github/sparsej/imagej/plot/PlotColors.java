package io.github.sparsej.imagej.plot;

import java.awt.Color;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.github.sparsej.learn.homeostasis.ExponentialHomeostasis;
import io.github.sparsej.learn.homeostasis.GatedHomeostasis;
import io.github.sparsej.learn.homeostasis.LogRatioHomeostasis;
import io.github.sparsej.learn.homeostasis.NoHomeostasis;
import io.github.sparsej.learn.homeostasis.PowerLawHomeostasis;
import io.github.sparsej.learn.homeostasis.QuantileHomeostasis;
import io.github.sparsej.learn.homeostasis.VarianceHomeostasis;

/** Colours of plots that people with the common colour deficiencies tell apart (Okabe &amp; Ito 2008). */
final class PlotColors {

	static final Color BLUE = new Color(0, 114, 178), GREEN = new Color(0, 158, 115);

	private static final Color VERMILION = new Color(213, 94, 0), PURPLE = new Color(204, 121, 167), ORANGE = new Color(230, 159, 0), SKY = new Color(86, 180, 233);

	private static final List<Color> ALL = List.of(BLUE, VERMILION, GREEN, PURPLE, ORANGE, SKY, Color.BLACK);

	/** As in the figures of Perrinet (2019), where it shows a method. */
	private static final Map<String, Color> OF_METHODS = Map.of(NoHomeostasis.NAME, Color.BLACK, VarianceHomeostasis.NAME, ORANGE, GatedHomeostasis.NAME, VERMILION, LogRatioHomeostasis.NAME, GREEN,
		PowerLawHomeostasis.NAME, SKY, ExponentialHomeostasis.NAME, PURPLE, QuantileHomeostasis.NAME, BLUE);

	private PlotColors() {}

	/**
	 * A colour for each label of a plot, different ones as long as there are any. A homeostasis has the same in all plots; of
	 * several strengths of one ("EMP@0.05") the first has it.
	 */
	static Map<String, Color> of(final Collection<String> labels) {
		final Map<String, Color> colors = new HashMap<>();
		for (final String label : labels) {
			final Color own = OF_METHODS.get(label.replaceFirst("@.*", ""));
			if (own != null && !colors.containsValue(own)) colors.put(label, own);
		}
		for (final String label : labels)
			if (!colors.containsKey(label)) colors.put(label, ALL.stream().filter(color -> !colors.containsValue(color)).findFirst().orElse(ALL.get(colors.size() % ALL.size())));
		return colors;
	}

	/** A colour half way to white, which looks translucent. */
	static Color light(final Color color) {
		return new Color(half(color.getRed()), half(color.getGreen()), half(color.getBlue()));
	}

	private static int half(final int value) {
		return (value + 255) / 2;
	}
}
