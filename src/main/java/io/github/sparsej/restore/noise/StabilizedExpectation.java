package io.github.sparsej.restore.noise;

/**
 * The expected value of a stabilized pixel, in photo-electrons (gain 1, offset 0), with read noise s:
 * <pre>
 * E(y) = sum_k Poisson(k; y) g(k),   g(k) = integral 2 sqrt(max(0, k + 3/8 + s^2 + s n)) phi(n) dn
 * </pre>
 * (M&auml;kitalo &amp; Foi, IEEE TIP 22, 2013.) Immutable and thread-safe.
 */
final class StabilizedExpectation {

	/** Standard deviations beyond which a distribution counts as 0 (below 1e-18 of its mass). */
	private static final double TAILS = 9;
	/** Nodes of the trapezoidal rule, which is accurate to rounding here because the integrand falls to 0 at both ends. */
	private static final int NODES = 200;

	/** g(k). */
	private final double[] root;

	/**
	 * @param s       read noise, photo-electrons
	 * @param largest y for which this will be asked, photo-electrons, below 700 (where exp(-y) vanishes)
	 */
	StabilizedExpectation(final double s, final double largest) {
		// A Poisson distribution falls more slowly above its mean than a normal one: the term beside the root is for that.
		root = new double[(int) Math.ceil(largest + TAILS * Math.sqrt(largest) + 40)];
		for (int k = 0; k < root.length; k++) root[k] = s == 0 ? 2 * Math.sqrt(k + 0.375) : expectedRoot(k + 0.375 + s * s, s);
	}

	/**
	 * integral 2 sqrt(max(0, m + s n)) phi(n) dn. Of u = sqrt(m + s n) the integrand 4 u^2 phi((u^2 - m) / s) / s is smooth and, where the
	 * range begins at 0, even.
	 */
	private static double expectedRoot(final double m, final double s) {
		final double begin = Math.sqrt(Math.max(0, m - TAILS * s)), step = (Math.sqrt(m + TAILS * s) - begin) / NODES;
		double sum = 0;
		for (int i = 1; i < NODES; i++) { // both ends are 0
			final double u = begin + i * step, n = (u * u - m) / s;
			sum += u * u * Math.exp(-0.5 * n * n);
		}
		return sum * step * 4 / (s * Math.sqrt(2 * Math.PI));
	}

	/** E(y). */
	double at(final double y) {
		double sum = 0, probability = Math.exp(-y);
		for (int k = 0; k < root.length - 1; k++) {
			sum += probability * root[k];
			probability *= y / (k + 1);
		}
		return sum;
	}

	/** dE / dy = sum_k Poisson(k; y) (g(k + 1) - g(k)). */
	double slopeAt(final double y) {
		double sum = 0, probability = Math.exp(-y);
		for (int k = 0; k < root.length - 1; k++) {
			sum += probability * (root[k + 1] - root[k]);
			probability *= y / (k + 1);
		}
		return sum;
	}
}
