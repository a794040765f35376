package io.github.sparsej.analyze.sparsification;

/**
 * Between which limits the relative variance (variance divided by squared mean) of the k weights that are left lies, for
 * every k from 1 to m. As all weights change by the same affine map, it is that of the k largest of the weights to begin with
 * after some offset has been taken away, which lies between the next smaller weight and the smallest of the k. Immutable and
 * thread-safe.
 */
public final class RelativeVarianceRange {

	private final double[] low;
	private final double[] high;

	private RelativeVarianceRange(final double[] low, final double[] high) {
		this.low = low;
		this.high = high;
	}

	/** @param weights at least one, by falling size; not modified */
	public static RelativeVarianceRange of(final double[] weights) {
		final int m = weights.length;
		if (m == 0) throw new IllegalArgumentException("a range of relative variances needs at least 1 weight");
		final double[] low = new double[m], high = new double[m];
		double mean = 0, squaredDeviation = 0;
		for (int k = 1; k <= m; k++) {
			final double difference = weights[k - 1] - mean;
			mean += difference / k;
			squaredDeviation += difference * (weights[k - 1] - mean);
			low[k - 1] = relative(squaredDeviation / k, mean - (k < m ? weights[k] : 0));
			high[k - 1] = relative(squaredDeviation / k, mean - weights[k - 1]);
		}
		return new RelativeVarianceRange(low, high);
	}

	private static double relative(final double variance, final double mean) {
		return variance / (mean * mean);
	}

	/** m, how many weights there are. */
	public int count() {
		return low.length;
	}

	/** The lower limit for the {@code k} (from 1) largest weights, when the next smaller one has just fallen. */
	public double low(final int k) {
		return low[k - 1];
	}

	/** The upper limit for the {@code k} (from 1) largest weights, just before the smallest of them falls; NaN where they are all the same. */
	public double high(final int k) {
		return high[k - 1];
	}
}
