package io.github.sparsej.learn.record;

import java.util.List;

/**
 * A quantity of every atom, recorded over the steps of learning.
 *
 * @param quantity "kurtosis", "variance" or "probability of activation"
 * @param steps    the step (from 1) of each record, rising
 * @param values   per step, one value an atom
 */
public record AtomRecord(String quantity, List<Integer> steps, List<List<Double>> values) {

	public static final String KURTOSIS = "kurtosis", VARIANCE = "variance", PROBABILITY = "probability of activation";

	public AtomRecord {
		steps = List.copyOf(steps);
		values = values.stream().map(List::copyOf).toList();
		if (steps.size() != values.size()) throw new IllegalArgumentException(steps.size() + " steps need as many values, got " + values.size());
	}
}
