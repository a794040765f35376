package io.github.sparsej.learn.step;

import java.util.ArrayList;
import java.util.List;

import io.github.sparsej.model.LearningCurve;

/** How well and how sparsely signals were coded at every step of learning, before its update: what all learners record. For one run, of one thread. */
public final class CodingCurves {

	private final List<Double> residual = new ArrayList<>();
	private final List<Double> nonzeros = new ArrayList<>();

	/**
	 * Adds a step.
	 *
	 * @param relativeResidual ||X - a D||_F / ||X||_F of the signals X of this step and their codes a
	 * @param nonzerosPerSignal mean number of nonzeros of a
	 */
	public void add(final double relativeResidual, final double nonzerosPerSignal) {
		residual.add(relativeResidual);
		nonzeros.add(nonzerosPerSignal);
	}

	/** What was added so far. */
	public List<LearningCurve> curves() {
		return List.of(LearningCurve.everyStep("relative residual", residual), LearningCurve.everyStep("nonzeros per signal", nonzeros));
	}
}
