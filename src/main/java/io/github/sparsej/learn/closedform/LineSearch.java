package io.github.sparsej.learn.closedform;

import java.util.Arrays;

/**
 * The exact minimum of f(g) = |x - W (s + g v)|^2 + lambda |s + g v|_1 for g from 0 to 1. f is convex and between its break points,
 * where a source is 0, quadratic. So its slope rises, and the minimum is the end point, break point or inner optimum
 * g = (r'Wv - lambda / 2 t'v) / |W v|^2 (r = x - W s, t the signs of the sources on that piece) at which the slope passes 0.
 */
final class LineSearch {

	private LineSearch() {}

	/**
	 * The share g of the way that is best.
	 *
	 * @param residual  r = x - W s
	 * @param moved     W v
	 * @param source    s
	 * @param direction v
	 */
	static double share(final double[] residual, final double[] moved, final double[] source, final double[] direction, final double lambda) {
		double product = 0, energy = 0;
		for (int j = 0; j < moved.length; j++) {
			product = Math.fma(residual[j], moved[j], product);
			energy = Math.fma(moved[j], moved[j], energy);
		}
		final double[] zeros = zeros(source, direction);
		final double[] breaks = Arrays.stream(zeros).filter(g -> g > 0 && g < 1).sorted().toArray();
		// f falls behind break `before` (or the start), and no more behind break `behind` (or that is the end).
		int before = -1, behind = breaks.length;
		if (halfSlope(0, product, energy, zeros, source, direction, lambda) >= 0) return 0;
		while (behind - before > 1) {
			final int middle = (before + behind) >>> 1;
			if (halfSlope(breaks[middle], product, energy, zeros, source, direction, lambda) < 0) before = middle;
			else behind = middle;
		}
		final double begin = before < 0 ? 0 : breaks[before], end = behind == breaks.length ? 1 : breaks[behind];
		final double optimum = (product - lambda / 2 * pull(begin, zeros, source, direction)) / energy;
		return optimum < end ? Math.max(begin, optimum) : end; // NaN, of a line that W does not see, is the end too
	}

	/** At which g each source is 0: at 0 of one that is 0 already, infinite where it never is. */
	private static double[] zeros(final double[] source, final double[] direction) {
		final double[] zeros = new double[source.length];
		for (int j = 0; j < zeros.length; j++) {
			final double zero = -source[j] / direction[j];
			zeros[j] = source[j] == 0 ? 0 : zero > 0 ? zero : Double.POSITIVE_INFINITY;
		}
		return zeros;
	}

	/** Half the slope of f just behind g. */
	private static double halfSlope(final double g, final double product, final double energy, final double[] zeros, final double[] source, final double[] direction, final double lambda) {
		return g * energy - product + lambda / 2 * pull(g, zeros, source, direction);
	}

	/** t'v, the slope of |s + g v|_1, just behind g. */
	private static double pull(final double g, final double[] zeros, final double[] source, final double[] direction) {
		double sum = 0;
		for (int j = 0; j < zeros.length; j++) sum += zeros[j] <= g ? Math.abs(direction[j]) : Math.signum(source[j]) * direction[j];
		return sum;
	}
}
