package io.github.sparsej.analyze.sparsification;

import io.github.sparsej.model.Require;

/**
 * Options of {@link Sparsification}.
 *
 * @param weights m, how many there are to begin with, 2 or more
 * @param lambda  price of a weight's absolute value, above 0
 * @param step    of Euler's method, in the unit of time in which a single small weight grows e-fold; above 0 and below 1, since
 *                from 1 on the sum of squares swings around 1 instead of settling there
 * @param seed    of the weights to begin with
 */
public record SparsificationOptions(int weights, double lambda, double step, long seed) {

	/** As simulated by Lecomte. */
	public static final SparsificationOptions DEFAULT = new SparsificationOptions(100000, 1e-5, 0.5, 42);

	public SparsificationOptions {
		if (weights < 2) throw new IllegalArgumentException("weights must be at least 2 (a single one has none to outlive), got " + weights);
		Require.positive("lambda", lambda);
		if (!(step > 0 && step < 1)) throw new IllegalArgumentException("step must be above 0 and below 1 (from 1 on the steps of Euler's method diverge), got " + step);
	}
}
