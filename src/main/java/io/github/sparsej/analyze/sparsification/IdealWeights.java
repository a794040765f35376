package io.github.sparsej.analyze.sparsification;

/** Weights as evenly drawn as can be: quantiles of the absolute value of a standard normal variable. */
public final class IdealWeights {

	private IdealWeights() {}

	/** Those at probabilities (i + 1/2) / m, for i from m - 1 to 0: by falling size. */
	public static double[] of(final int m) {
		if (m < 1) throw new IllegalArgumentException("at least 1 weight is needed, got " + m);
		final double[] weights = new double[m];
		for (int i = 0; i < m; i++) weights[i] = NormalQuantile.ofUpperTail((i + 0.5) / (2.0 * m));
		return weights;
	}
}
