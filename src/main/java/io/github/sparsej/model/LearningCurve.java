package io.github.sparsej.model;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A quantity recorded over the steps of learning.
 *
 * @param quantity what was recorded, with its unit if it has one
 * @param steps    the step (from 1) of each record, rising
 * @param values   the value at each of these steps
 */
public record LearningCurve(String quantity, List<Integer> steps, List<Double> values) {

	public LearningCurve {
		steps = List.copyOf(steps);
		values = List.copyOf(values);
		if (steps.size() != values.size()) throw new IllegalArgumentException(steps.size() + " steps need as many values, got " + values.size());
	}

	/** A curve recorded at every step, from step 1. */
	public static LearningCurve everyStep(final String quantity, final List<Double> values) {
		return new LearningCurve(quantity, IntStream.rangeClosed(1, values.size()).boxed().toList(), values);
	}
}
