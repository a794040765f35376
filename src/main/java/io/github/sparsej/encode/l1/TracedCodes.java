package io.github.sparsej.encode.l1;

import java.util.List;

import io.github.sparsej.model.SparseCodes;

/**
 * Codes, and how the objective came down on the way to them.
 *
 * @param codes      one per signal
 * @param objectives the objective summed over all signals that were encoded, before the first iteration and after each
 *                   of them, up to the most iterations allowed; a signal that has converged keeps its last one. From
 *                   correlations in float32: about 1e-7 of 1/2 |x|^2 is rounding
 */
public record TracedCodes(SparseCodes codes, List<Double> objectives) {

	public TracedCodes {
		objectives = List.copyOf(objectives);
	}
}
