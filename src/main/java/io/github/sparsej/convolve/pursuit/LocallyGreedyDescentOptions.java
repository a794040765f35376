package io.github.sparsej.convolve.pursuit;

/**
 * Options of {@link LocallyGreedyDescent}.
 *
 * @param lambda      weight of the l1 norm, above 0 and finite, in the units of {@code scale}
 * @param scale       what lambda is measured in
 * @param nonnegative whether no coefficient may be negative
 * @param tolerance   the largest change of a coefficient that is left undone, as a share of the largest |correlation| of the image with an
 *                    atom, at least 1e-7 (about the rounding of float32) and below 1
 * @param maxUpdates  changes of coefficients after which no more rectangles are begun, at least 1
 * @param refit       whether coefficients are then fitted to the image by least squares, on the support that was found, without the bias
 *                    of the l1 norm; to the same tolerance, with as many updates at most
 */
public record LocallyGreedyDescentOptions(double lambda, Scale scale, boolean nonnegative, double tolerance, long maxUpdates, boolean refit) {

	public LocallyGreedyDescentOptions {
		if (!(lambda > 0) || Double.isInfinite(lambda)) throw new IllegalArgumentException("lambda must be finite and above 0, got " + lambda); // NaN fails too
		if (scale == null) throw new IllegalArgumentException("scale must be ABSOLUTE or OF_LARGEST");
		if (scale == Scale.OF_LARGEST && lambda > 1) throw new IllegalArgumentException("lambda must be at most 1 as a share of the largest correlation, got " + lambda);
		if (!(tolerance >= 1e-7 && tolerance < 1)) throw new IllegalArgumentException("tolerance must be at least 1e-7 and below 1, got " + tolerance);
		if (maxUpdates < 1) throw new IllegalArgumentException("maxUpdates must be at least 1, got " + maxUpdates);
	}
}
