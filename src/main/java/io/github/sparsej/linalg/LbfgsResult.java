package io.github.sparsej.linalg;

import java.util.List;

/** Where {@link Lbfgs} has come to. Immutable and thread-safe. */
public final class LbfgsResult {

	/** Why it went no further. */
	public enum Stop {
		/** No entry of the gradient exceeds the tolerance. */
		GRADIENT,
		/** The last iteration lowered the function by no more than the tolerance. */
		DECREASE,
		/** The largest number of iterations was reached. */
		MAX_ITERATIONS,
		/** No lower point was found along the steepest descent: the function is flat to rounding, or its gradient is wrong. */
		LINE_SEARCH,
		/** The progress asked to stop. */
		CANCELLED
	}

	private final double[] point;
	private final List<Double> values;
	private final int evaluations;
	private final Stop stop;

	LbfgsResult(final double[] point, final List<Double> values, final int evaluations, final Stop stop) {
		this.point = point.clone();
		this.values = List.copyOf(values);
		this.evaluations = evaluations;
		this.stop = stop;
	}

	/** A copy of the lowest point that was accepted. */
	public double[] point() {
		return point.clone();
	}

	/** The function's value at the start and after each iteration, falling; empty if stopped before the first was known. */
	public List<Double> values() {
		return values;
	}

	/** Iterations done. */
	public int iterations() {
		return Math.max(0, values.size() - 1);
	}

	/** How often the function was evaluated. */
	public int evaluations() {
		return evaluations;
	}

	/** Why it went no further. */
	public Stop stop() {
		return stop;
	}
}
