package io.github.sparsej.encode.threshold;

/** The limits that options of this package share. */
final class ThresholdChecks {

	private ThresholdChecks() {}

	static void requireLambda(final double lambda) {
		if (!(lambda > 0) || Double.isInfinite(lambda)) throw new IllegalArgumentException("lambda must be positive and finite, got " + lambda); // NaN fails too
	}

	static void requireNonzeros(final int nonzeros) {
		if (nonzeros < 1) throw new IllegalArgumentException("nonzeros must be at least 1, got " + nonzeros);
	}

	static void requireStop(final double tolerance, final int maxIterations) {
		if (!(tolerance >= 0) || Double.isInfinite(tolerance)) throw new IllegalArgumentException("tolerance must be finite and 0 or more, got " + tolerance); // NaN fails too
		if (maxIterations < 1) throw new IllegalArgumentException("maxIterations must be at least 1, got " + maxIterations);
	}
}
