package io.github.sparsej.linalg;

import io.github.sparsej.model.Progress;

/** A function of n variables that knows its gradient, in float64. */
@FunctionalInterface
public interface DifferentiableFunction {

	/**
	 * @param at       n variables; not modified
	 * @param gradient takes the gradient there, n values
	 * @param progress asked now and then where one evaluation takes long
	 * @return the value there; NaN or infinite where there is none
	 * @throws java.util.concurrent.CancellationException if the progress asks to stop
	 */
	double evaluate(double[] at, double[] gradient, Progress progress);
}
