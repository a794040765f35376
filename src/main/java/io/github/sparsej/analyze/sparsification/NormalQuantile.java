package io.github.sparsej.analyze.sparsification;

/**
 * Quantiles of the standard normal distribution to about 1e-15 of themselves, by the rational functions of Wichura (1988),
 * "Algorithm AS 241: The percentage points of the normal distribution", Applied Statistics 37(3), 477-484; those of PPND16.
 */
final class NormalQuantile {

	/** Below the first tail lies what the paper's third function is for, which no number of weights asks for; from the second on it is the middle. */
	private static final double SMALLEST_TAIL = Math.exp(-25), MIDDLE = 0.075;
	private static final double HALF_MIDDLE_SQUARED = 0.180625, BEGIN_OF_ROOTS = 1.6;

	/** Coefficients of rising powers: of the middle, in the squared distance from 1/2 below {@link #HALF_MIDDLE_SQUARED}. */
	private static final double[] A = { 3.3871328727963666080, 133.14166789178437745, 1971.5909503065514427, 13731.693765509461125, 45921.953931549871457, 67265.770927008700853, 33430.575583588128105, 2509.0809287301226727 };
	private static final double[] B = { 1, 42.313330701600911252, 687.18700749205790830, 5394.1960214247511077, 21213.794301586595867, 39307.895800092710610, 28729.085735721942674, 5226.4952788528545610 };
	/** Of the tail, in sqrt(-log tail) beyond {@link #BEGIN_OF_ROOTS}. */
	private static final double[] C = { 1.42343711074968357734, 4.63033784615654529590, 5.76949722146069140550, 3.64784832476320460504, 1.27045825245236838258, 0.241780725177450611770, 0.0227238449892691845833, 7.74545014278341407640e-4 };
	private static final double[] D = { 1, 2.05319162663775882187, 1.67638483018380384940, 0.689767334985100004550, 0.148103976427480074590, 0.0151986665636164571966, 5.47593808499534494600e-4, 1.05075007164441684324e-9 };

	private NormalQuantile() {}

	/**
	 * The x that a standard normal variable exceeds with a given probability.
	 *
	 * @param tail that probability, from exp(-25) to 1/2
	 */
	static double ofUpperTail(final double tail) {
		if (!(tail >= SMALLEST_TAIL && tail <= 0.5)) throw new IllegalArgumentException("tail must be from exp(-25) to 1/2, got " + tail);
		if (tail >= MIDDLE) {
			final double q = 0.5 - tail, r = HALF_MIDDLE_SQUARED - q * q;
			return q * polynomial(A, r) / polynomial(B, r);
		}
		final double r = Math.sqrt(-Math.log(tail)) - BEGIN_OF_ROOTS;
		return polynomial(C, r) / polynomial(D, r);
	}

	private static double polynomial(final double[] coefficients, final double x) {
		double value = 0;
		for (int i = coefficients.length - 1; i >= 0; i--) value = value * x + coefficients[i];
		return value;
	}
}
