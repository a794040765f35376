package io.github.sparsej.imagej;

import java.util.ArrayList;
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
			plots.add(of.size() == 1 ? Plots.learningCurve(title, of.get(0).curve()) : RunPlots.curves(title, Plots.capitalised(quantity), of));
		});
		return plots;
	}
}
