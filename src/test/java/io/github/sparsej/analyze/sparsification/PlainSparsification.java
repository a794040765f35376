package io.github.sparsej.analyze.sparsification;

import java.util.ArrayList;
import java.util.List;

/** The simulation as published: a loop over all weights in every step, sums from the largest weight to the smallest. Also of the last step if it leaves none, which the original does not record. */
final class PlainSparsification {

	private PlainSparsification() {}

	/** One row a record: step, t, m', one-norm, feature benefit, total squared deviation, relative variance, gamma, first, median and last weight. */
	static List<double[]> run(final double[] first, final double lambda, final double stepSize) {
		final double[] w = first.clone();
		final List<double[]> records = new ArrayList<>();
		int n = w.length;
		double t = 0, gamma = (w[0] - w[1]) / w[0];
		for (long count = 0; n > 1; count++) {
			double squares = 0, sum = 0;
			for (int i = 0; i < n; i++) {
				squares += w[i] * w[i];
				sum += w[i];
			}
			final double benefit = 1 - squares, deviation = squares - sum * sum / n, relative = deviation / n / (sum / n * (sum / n));
			gamma += lambda / w[0] * stepSize * gamma;
			for (int i = 0; i < n; i++) w[i] += stepSize * (benefit * w[i] - lambda);
			while (n > 0 && w[n - 1] <= 0) n--;
			if ((int) (3 * Math.log(count + 1)) != (int) (3 * Math.log(count + 2)) || n <= 1)
				records.add(new double[] { count, t, n, sum, benefit, deviation, relative, gamma, n > 0 ? w[0] : Double.NaN, n > 0 ? w[(n - 1) / 2] : Double.NaN, n > 0 ? w[n - 1] : Double.NaN });
			t += stepSize;
		}
		return records;
	}
}
