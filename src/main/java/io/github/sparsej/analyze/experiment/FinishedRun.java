package io.github.sparsej.analyze.experiment;

import java.util.List;
import java.util.Optional;

import io.github.sparsej.model.LearningCurve;

/**
 * What is kept of one learning.
 *
 * @param run           what was learned, and how
 * @param curves        what was recorded while learning
 * @param replacedAtoms how many times a dead atom was replaced by a signal
 * @param seconds       how long learning took, when it was done
 * @param cached        whether it was done before, and only read
 */
public record FinishedRun(ExperimentRun run, List<LearningCurve> curves, int replacedAtoms, double seconds, boolean cached) {

	public FinishedRun {
		curves = List.copyOf(curves);
	}

	/** What was recorded of a quantity; empty if nothing was. */
	public Optional<LearningCurve> curve(final String quantity) {
		return curves.stream().filter(curve -> curve.quantity().equals(quantity) && !curve.values().isEmpty()).findFirst();
	}

	/** The last value recorded of a quantity; NaN if there is none. */
	public double last(final String quantity) {
		return curve(quantity).map(curve -> curve.values().get(curve.values().size() - 1)).orElse(Double.NaN);
	}
}
