package io.github.sparsej.imagej.plot;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import ij.gui.Plot;

import io.github.sparsej.model.LearningCurve;

/** What was recorded while an auto-encoder was learned. */
public final class AutoencoderPlots {

	/** A quantity that was measured on several sets of signals: "reconstruction error (batch)". */
	private static final Pattern MEASURED_ON = Pattern.compile("(.*) \\((.*)\\)");

	/** Largest over least value beyond which an axis is logarithmic, and what is left free below and above then. */
	private static final double WIDE = 4;

	private AutoencoderPlots() {}

	/**
	 * A plot for every quantity, titled by the image and the quantity. Curves of one quantity measured on several sets of signals, which
	 * their names tell in brackets, share one plot.
	 *
	 * @param image title of the image learned from; a curve without records has no plot
	 */
	public static List<Plot> curves(final String image, final List<LearningCurve> curves) {
		final Map<String, List<NamedCurve>> quantities = new LinkedHashMap<>();
		for (final LearningCurve curve : curves) {
			if (curve.steps().isEmpty()) continue;
			final Matcher measured = MEASURED_ON.matcher(curve.quantity());
			final boolean several = measured.matches();
			quantities.computeIfAbsent(several ? measured.group(1) : curve.quantity(), quantity -> new ArrayList<>()).add(new NamedCurve(several ? measured.group(2) : "", curve));
		}
		final List<Plot> plots = new ArrayList<>();
		quantities.forEach((quantity, of) -> {
			final String title = image + "-" + quantity.replace(' ', '-');
			plots.add(of.size() == 1 ? curve(title, of.get(0).curve()) : RunPlots.curves(title, Plots.capitalised(quantity), of));
		});
		return plots;
	}

	/** On a logarithmic axis where values fall by much: else what happens after the first steps could not be seen. */
	private static Plot curve(final String title, final LearningCurve curve) {
		final Plot plot = Plots.learningCurve(title, curve);
		final double least = Collections.min(curve.values()), largest = Collections.max(curve.values());
		if (least > 0 && largest > WIDE * least) {
			plot.setAxisYLog(true);
			plot.setLimits(Double.NaN, Double.NaN, least / Series.LOG_MARGIN, largest * Series.LOG_MARGIN);
		}
		return plot;
	}
}
