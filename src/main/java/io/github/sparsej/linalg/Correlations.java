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
		for (int i = 1; i < count; i++) if (values[i] > values[best]) best = i;
		return best;
	}

	/** Index of the largest absolute value; of equal ones the first. At least one value, no NaN. */
	public static int largestMagnitude(final float[] values, final int count) {
		int best = 0;
		for (int i = 1; i < count; i++) if (Math.abs(values[i]) > Math.abs(values[best])) best = i;
		return best;
	}

	/** {@code scores[i] = gains[i] * values[i]}. */
	public static void weigh(final float[] values, final float[] gains, final int count, final float[] scores) {
		for (int i = 0; i < count; i++) scores[i] = gains[i] * values[i];
	}

	/**
	 * {@code to[i] = from[i] - sum over k of factors[k] * rows[indices[k]][i]}, the terms taken away one after another by fma.
	 *
	 * @param to may be {@code from}
	 */
	public static void subtract(final float[] from, final float[] to, final int count, final float[][] rows, final int[] indices, final float[] factors, final int terms) {
		subtract(from, to, count, factors[0], rows[indices[0]]);
		for (int k = 1; k < terms; k++) subtract(to, to, count, factors[k], rows[indices[k]]);
	}

	/** {@code to[i] = from[i] - factor * row[i]} by fma; {@code to} may be {@code from}. */
	public static void subtract(final float[] from, final float[] to, final int count, final float factor, final float[] row) {
		for (int i = 0; i < count; i++) to[i] = Math.fma(-factor, row[i], from[i]);
	}
}
