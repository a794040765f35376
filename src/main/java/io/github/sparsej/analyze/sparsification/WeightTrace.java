package io.github.sparsej.analyze.sparsification;

import java.util.List;

/**
 * One weight over the records of a simulation.
 *
 * @param rank   its place among the weights by size, from 1 (the largest), which it keeps
 * @param values after the step of each record, of as many of the first records as it is above 0
 */
public record WeightTrace(int rank, List<Double> values) {

	public WeightTrace {
		values = List.copyOf(values);
	}
}
