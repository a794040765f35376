package io.github.sparsej.analyze.sparsification;

/** What is expected of the dynamics of sparsification without simulating it (Lecomte). */
public final class SparsificationTheory {

	/** The largest lambda that a single weight can pay for: the maximum of (1 - w^2) w, at w = 1 / sqrt(3). */
	public static final double LARGEST_LAMBDA = 2 / (3 * Math.sqrt(3));

	private SparsificationTheory() {}

	/** How many weights are left: m'(t) = max(1, (1 / sqrt(m) + lambda t)^-2). */
	public static double weightsLeft(final int weights, final double lambda, final double time) {
		return Math.max(1, Math.pow(1 / Math.sqrt(weights) + lambda * time, -2));
	}

	/** Their sum: max(1, (1 / sqrt(m) + lambda t)^-1), that of m'(t) equal weights whose squares sum to 1. */
	public static double oneNorm(final int weights, final double lambda, final double time) {
		return Math.max(1, 1 / (1 / Math.sqrt(weights) + lambda * time));
	}

	/**
	 * Where the last weight comes to rest: the larger solution of (1 - w^2) w = lambda, about 1 - lambda / 2. By the cosine
	 * of a third of an angle, for all three solutions are real.
	 *
	 * @return NaN if lambda is above {@link #LARGEST_LAMBDA}, where every weight falls to 0
	 */
	public static double stationaryWeight(final double lambda) {
		if (!(lambda >= 0)) throw new IllegalArgumentException("lambda must be 0 or more, got " + lambda);
		return 2 / Math.sqrt(3) * Math.cos(Math.acos(-lambda / LARGEST_LAMBDA) / 3);
	}
}
