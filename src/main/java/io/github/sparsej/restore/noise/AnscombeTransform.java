package io.github.sparsej.restore.noise;

/**
 * The generalised Anscombe transform, which gives Poisson-Gaussian noise nearly unit variance, and its exact unbiased inverse.
 * <pre>
 * f(z) = 2/a sqrt(max(0, a z + 3/8 a^2 + b)),   a = cameraGain, b = readNoise^2 - a offset
 * </pre>
 * (Murtagh, Starck &amp; Bijaoui, Astron. Astrophys. Suppl. 112, 1995). Because f is not linear, f of the mean is not the
 * mean of f: restoring by the algebraic inverse would darken the image where photons are few. {@link #restore} therefore
 * gives the mean y with E{f(z) | y} = the value to be restored (M&auml;kitalo &amp; Foi, IEEE TIP 22, 2013), and the offset
 * for values below E{f(z) | offset}, which no mean has.
 * <p>
 * In photo-electrons the transform depends only on s = readNoise / a. The expectation is tabulated, and inverted to 1e-8 photo-electrons,
 * where y + s^2 is below {@value #TABULATED_VARIANCE}; beyond, the asymptotic inverse holds, with a term that makes both ends meet, to 2e-6.
 */
public final class AnscombeTransform implements NoiseStabilizer {

	/** Variance, photo-electrons squared, from which on the asymptotic inverse takes over. */
	private static final int TABULATED_VARIANCE = 200;
	/** Steps of the table in sqrt(y). */
	private static final int STEPS = 256;

	private final double gain;
	private final double offset;
	/** 3/8 + s^2. */
	private final double shift;
	/** E{f | y} at ever larger y. */
	private final double[] expected;
	/** y, photo-electrons. */
	private final double[] photons;
	/** dy / dE. */
	private final double[] slopes;
	/** Of the asymptotic inverse y = (D/2)^2 - 1/8 - s^2 + tail / V^2, V = (D/2)^2 - 1/8. */
	private final double tail;

	/** Makes the tables: some milliseconds. */
	public AnscombeTransform(final PoissonGaussianNoise noise) {
		gain = noise.cameraGain();
		offset = noise.offset();
		final double s = noise.readNoise() / gain;
		shift = 0.375 + s * s;
		final double largest = Math.max(0, TABULATED_VARIANCE - s * s);
		final int nodes = largest == 0 ? 1 : STEPS + 1;
		expected = new double[nodes];
		photons = new double[nodes];
		slopes = new double[nodes];
		final StabilizedExpectation expectation = new StabilizedExpectation(s, largest);
		for (int i = 0; i < nodes; i++) {
			final double root = Math.sqrt(largest) * i / STEPS;
			photons[i] = root * root;
			expected[i] = expectation.at(photons[i]);
			slopes[i] = 1 / expectation.slopeAt(photons[i]);
		}
		final double variance = asymptoticVariance(expected[nodes - 1]);
		tail = (photons[nodes - 1] + s * s - variance) * variance * variance;
	}

	@Override
	public double stabilize(final double pixel) {
		return 2 * Math.sqrt(Math.max(0, (pixel - offset) / gain + shift));
	}

	@Override
	public double restore(final double expectedValue) {
		return offset + gain * photons(expectedValue);
	}

	/** The mean number of photo-electrons whose stabilized pixels have this expected value. */
	private double photons(final double value) {
		if (value <= expected[0]) return 0;
		if (value < expected[expected.length - 1]) return interpolate(value);
		final double variance = asymptoticVariance(value);
		return variance - (shift - 0.375) + tail / (variance * variance);
	}

	/** y + s^2 to first order: of f = 2 sqrt(y + 3/8 + s^2), a quarter is lost to the curvature of the root. */
	private static double asymptoticVariance(final double value) {
		return 0.25 * value * value - 0.125;
	}

	/** Piecewise cubic, of the right values and slopes at the nodes. */
	private double interpolate(final double value) {
		int low = 0, high = expected.length - 1;
		while (high - low > 1) {
			final int middle = low + high >>> 1;
			if (expected[middle] <= value) low = middle;
			else high = middle;
		}
		final double width = expected[high] - expected[low], t = (value - expected[low]) / width, u = 1 - t;
		return u * u * ((1 + 2 * t) * photons[low] + t * width * slopes[low]) + t * t * ((1 + 2 * u) * photons[high] - u * width * slopes[high]);
	}
}
