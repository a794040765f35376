package io.github.sparsej.restore.noise;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The line variance = slope * (mean - origin) + level that lies closest to the points of a noise curve.
 * <p>
 * Weighted least squares, where a point of n patches and variance v on the line has the standard deviation c v / sqrt(n): c is what most
 * points show, at least that of white noise (points of few patches share pixels, and so agree better with each other than with the truth);
 * points far off (textured, clipped) weigh less: Huber's weights (Huber, Ann. Math. Stat. 35, 1964), iterated.
 *
 * @param slope      grey values
 * @param level      variance at the origin, grey values squared
 * @param slopeError standard error of the slope; 0 if it was given
 * @param levelError standard error of the level; 0 if it was given
 */
record VarianceLine(double slope, double level, double slopeError, double levelError) {

	private static final int ITERATIONS = 30;
	/** Huber's constant: 95 % efficiency for normal errors. */
	private static final double HUBER = 1.345;
	/** Standard deviation of a normal distribution over the median of its modulus. */
	private static final double PER_MEDIAN = 1.4826;
	/** c of white noise: each of the squares that are averaged has the deviation sqrt(2) v. */
	private static final double OF_WHITE_NOISE = Math.sqrt(2.0 / PatchSpectrum.highs());
	/** Least variance on the line, as a share of the mean variance: lines may cross 0 on the way. */
	private static final double LEAST = 1e-3;

	/**
	 * @param slope empty if free
	 * @param level empty if free
	 */
	static VarianceLine fit(final List<NoiseCurve.Point> points, final double origin, final OptionalDouble slope, final OptionalDouble level) {
		final int n = points.size();
		final double typical = points.stream().mapToDouble(NoiseCurve.Point::variance).average().orElseThrow();
		final double[] weights = new double[n], deviations = new double[n], huber = new double[n], onLine = new double[n];
		Arrays.fill(huber, 1);
		for (int i = 0; i < n; i++) onLine[i] = points.get(i).variance();
		VarianceLine line = null;
		for (int iteration = 0; iteration < ITERATIONS; iteration++) {
			for (int i = 0; i < n; i++) weights[i] = huber[i] * points.get(i).independent() / square(Math.max(onLine[i], LEAST * typical));
			line = solve(points, weights, origin, slope, level);
			for (int i = 0; i < n; i++) {
				onLine[i] = Math.max(line.at(points.get(i).mean() - origin), LEAST * typical);
				deviations[i] = Math.abs(points.get(i).variance() - line.at(points.get(i).mean() - origin)) / onLine[i] * Math.sqrt(points.get(i).independent());
			}
			final double spread = spread(deviations);
			for (int i = 0; i < n; i++) huber[i] = deviations[i] <= HUBER * spread ? 1 : HUBER * spread / deviations[i];
			line = new VarianceLine(line.slope, line.level, line.slopeError * spread, line.levelError * spread);
		}
		return line;
	}

	private double at(final double x) {
		return slope * x + level;
	}

	private static VarianceLine solve(final List<NoiseCurve.Point> points, final double[] weights, final double origin, final OptionalDouble slope, final OptionalDouble level) {
		double w = 0, wx = 0, wxx = 0, wv = 0, wxv = 0;
		for (int i = 0; i < weights.length; i++) {
			final double x = points.get(i).mean() - origin, v = points.get(i).variance();
			w += weights[i];
			wx += weights[i] * x;
			wxx += weights[i] * x * x;
			wv += weights[i] * v;
			wxv += weights[i] * x * v;
		}
		if (slope.isPresent()) return new VarianceLine(slope.getAsDouble(), level.orElse((wv - slope.getAsDouble() * wx) / w), 0, level.isPresent() ? 0 : Math.sqrt(1 / w));
		if (level.isPresent()) return new VarianceLine((wxv - level.getAsDouble() * wx) / wxx, level.getAsDouble(), Math.sqrt(1 / wxx), 0);
		final double determinant = w * wxx - wx * wx;
		return new VarianceLine((w * wxv - wx * wv) / determinant, (wxx * wv - wx * wxv) / determinant, Math.sqrt(w / determinant), Math.sqrt(wxx / determinant));
	}

	private static double spread(final double[] deviations) {
		final double[] sorted = deviations.clone();
		Arrays.sort(sorted);
		return Math.max(OF_WHITE_NOISE, PER_MEDIAN * sorted[sorted.length / 2]);
	}

	private static double square(final double value) {
		return value * value;
	}
}
