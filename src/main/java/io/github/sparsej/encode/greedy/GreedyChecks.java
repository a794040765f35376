package io.github.sparsej.encode.greedy;

/** The limits that all greedy encoders share. */
final class GreedyChecks {

	private GreedyChecks() {}

	static void check(final String countName, final int count, final double residualTolerance) {
		if (count < 1) throw new IllegalArgumentException(countName + " must be at least 1, got " + count);
		if (!(residualTolerance >= 0) || Double.isInfinite(residualTolerance)) // NaN fails too
			throw new IllegalArgumentException("residualTolerance must be finite and 0 or more, got " + residualTolerance);
	}

	static void checkGains(final double[] gains) {
		for (final double gain : gains) if (!(gain >= 0) || Double.isInfinite(gain)) throw new IllegalArgumentException("gains must be finite and 0 or more, got " + gain);
	}
}
