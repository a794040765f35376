package io.github.sparsej.linalg;

/**
 * What a pursuit does at every step with the correlations of a signal with all atoms: find the largest, and take the
 * chosen atoms' rows of the Gram matrix away.
 */
public final class Correlations {

	private Correlations() {}

	/** Index of the largest value; of equal ones the first. At least one value, no NaN. */
	public static int largest(final float[] values, final int count) {
		int best = 0;
		float most = values[0];
		for (int i = 1; i < count; i++) {
			final float value = values[i];
			if (value > most) {
				most = value;
				best = i;
			}
		}
		return best;
	}

	/** Index of the largest absolute value; of equal ones the first. At least one value, no NaN. */
	public static int largestMagnitude(final float[] values, final int count) {
		int best = 0;
		int most = -1;
		for (int i = 0; i < count; i++) {
			// Magnitudes compare like the integers of their bits, which is faster.
			final int magnitude = Float.floatToRawIntBits(values[i]) & Integer.MAX_VALUE;
			if (magnitude > most) {
				most = magnitude;
				best = i;
			}
		}
		return best;
	}

	/** Index of the largest positive value; of equal ones the first; -1 if none is positive. No NaN. */
	public static int largestPositive(final float[] values, final int count) {
		int best = -1;
		int most = 0;
		for (int i = 0; i < count; i++) {
			// Positive values compare like the integers of their bits, which is faster; all others are below 1 as integers.
			final int bits = Float.floatToRawIntBits(values[i]);
			if (bits > most) {
				most = bits;
				best = i;
			}
		}
		return best;
	}

	/**
	 * Finds all values that reach a limit of their own. In a loop of its own, without the work that is done on what it finds:
	 * together they take twice the time.
	 *
	 * @param indices takes the indices of values with {@code values[i] >= limits[i]}, rising
	 * @return how many there are
	 */
	public static int reaching(final float[] values, final float[] limits, final int count, final int[] indices) {
		int found = 0;
		for (int i = 0; i < count; i++) if (values[i] >= limits[i]) indices[found++] = i;
		return found;
	}

	/** {@code magnitudes[i] = |values[i]|}. */
	public static void magnitudes(final float[] values, final int count, final float[] magnitudes) {
		for (int i = 0; i < count; i++) magnitudes[i] = Math.abs(values[i]);
	}

	/** {@code scaled[i] = factor * values[i]}. */
	public static void scale(final float[] values, final float factor, final int count, final float[] scaled) {
		for (int i = 0; i < count; i++) scaled[i] = factor * values[i];
	}

	/** {@code scores[i] = gains[i] * values[i]}. */
	public static void weigh(final float[] values, final float[] gains, final int count, final float[] scores) {
		for (int i = 0; i < count; i++) scores[i] = gains[i] * values[i];
	}

	/** {@code to[i] = values[i] + factor * (values[i] - before[i])} by fma. */
	public static void extrapolate(final float[] values, final float[] before, final int count, final float factor, final float[] to) {
		for (int i = 0; i < count; i++) to[i] = Math.fma(factor, values[i] - before[i], values[i]);
	}

	/**
	 * {@code to[i] = from[i] - sum over k of factors[k] * rows[indices[k]][i]}, the terms taken away one after another by fma.
	 *
	 * @param to may be {@code from}
	 */
	public static void subtract(final float[] from, final float[] to, final int count, final float[][] rows, final int[] indices, final float[] factors, final int terms) {
		float[] source = from;
		for (int k = 0; k < terms; k += 4) {
			final int left = terms - k;
			if (left == 1) subtract(source, to, count, factors[k], rows[indices[k]]);
			else if (left == 2) two(source, to, count, -factors[k], -factors[k + 1], rows[indices[k]], rows[indices[k + 1]]);
			else {
				// Of three rows the last is taken twice, once times 0, which is faster than in two passes.
				final int last = Math.min(k + 3, terms - 1);
				four(source, to, count, -factors[k], -factors[k + 1], -factors[k + 2], left == 3 ? 0 : -factors[last], rows[indices[k]], rows[indices[k + 1]], rows[indices[k + 2]], rows[indices[last]]);
			}
			source = to;
		}
	}

	private static void four(final float[] from, final float[] to, final int count, final float f0, final float f1, final float f2, final float f3, final float[] r0, final float[] r1,
		final float[] r2, final float[] r3)
	{
		for (int i = 0; i < count; i++) to[i] = Math.fma(f3, r3[i], Math.fma(f2, r2[i], Math.fma(f1, r1[i], Math.fma(f0, r0[i], from[i]))));
	}

	private static void two(final float[] from, final float[] to, final int count, final float f0, final float f1, final float[] r0, final float[] r1) {
		for (int i = 0; i < count; i++) to[i] = Math.fma(f1, r1[i], Math.fma(f0, r0[i], from[i]));
	}

	/** {@code to[i] = from[i] - factor * row[i]} by fma; {@code to} may be {@code from}. */
	public static void subtract(final float[] from, final float[] to, final int count, final float factor, final float[] row) {
		for (int i = 0; i < count; i++) to[i] = Math.fma(-factor, row[i], from[i]);
	}
}
