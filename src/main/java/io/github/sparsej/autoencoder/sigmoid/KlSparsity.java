package io.github.sparsej.autoencoder.sigmoid;

/**
 * The penalty on mean activities r of hidden units that are not rho: beta sum KL(rho || r), with
 * KL = rho ln(rho / r) + (1 - rho) ln((1 - rho) / (1 - r)). It has no bound where a unit is always off or always on: r is
 * held off 0 and 1 by {@value #LEAST}, where the slope still draws the unit back.
 */
record KlSparsity(double rho, double beta) {

	private static final double LEAST = 1e-12;

	double penalty(final double[] activity) {
		double sum = 0;
		for (final double a : activity) {
			final double r = clamped(a);
			sum += rho * Math.log(rho / r) + (1 - rho) * Math.log((1 - rho) / (1 - r));
		}
		return beta * sum;
	}

	/** The derivative by the mean activity of one unit. */
	double slope(final double activity) {
		final double r = clamped(activity);
		return beta * ((1 - rho) / (1 - r) - rho / r);
	}

	private static double clamped(final double activity) {
		return Math.max(LEAST, Math.min(1 - LEAST, activity));
	}
}
