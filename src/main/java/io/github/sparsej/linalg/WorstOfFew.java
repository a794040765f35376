package io.github.sparsej.linalg;

/**
 * Of a few atoms, the one whose correlation with the residual exceeds its limit most: what an active-set method asks of its
 * candidates after every step. Eight correlations are summed side by side and never leave the processor's registers: for so
 * few values a vector loop takes longer to begin and end than to run, and it would be one per four rows.
 */
public final class WorstOfFew {

	/** Most atoms. Arrays with a value per atom, and rows, must be as long. */
	public static final int MOST = 32;
	private static final int BLOCK = 8;

	private WorstOfFew() {}

	/**
	 * The place of the largest of the positive values |c - sum over k of factors[k] * rows[indices[k]]| - limit - margin, by
	 * the first 18 binary digits of their mantissas; of equal ones the first. -1 if none is positive.
	 *
	 * @param correlations c
	 * @param isOpen       -1 for atoms that may be found, 0 for others; 0 from {@code count} on
	 * @param count        atoms
	 * @param signed       whether absolute values count, or else the values themselves
	 */
	public static int find(final float[] correlations, final float[] limits, final int[] isOpen, final int count, final float margin, final boolean signed, final float[][] rows,
		final int[] indices, final float[] factors, final int terms)
	{
		final int sign = signed ? Integer.MAX_VALUE : -1;
		int most = 0;
		for (int q = 0; q < count; q += BLOCK) most = Math.max(most, ofEight(q, correlations, limits, isOpen, margin, sign, rows, indices, factors, terms));
		return most < MOST ? -1 : MOST - 1 - (most & MOST - 1);
	}

	private static int ofEight(final int q, final float[] correlations, final float[] limits, final int[] isOpen, final float margin, final int sign, final float[][] rows, final int[] indices,
		final float[] factors, final int terms)
	{
		float c0 = correlations[q], c1 = correlations[q + 1], c2 = correlations[q + 2], c3 = correlations[q + 3];
		float c4 = correlations[q + 4], c5 = correlations[q + 5], c6 = correlations[q + 6], c7 = correlations[q + 7];
		for (int k = 0; k < terms; k++) {
			final float[] row = rows[indices[k]];
			final float factor = -factors[k];
			c0 = Math.fma(factor, row[q], c0);
			c1 = Math.fma(factor, row[q + 1], c1);
			c2 = Math.fma(factor, row[q + 2], c2);
			c3 = Math.fma(factor, row[q + 3], c3);
			c4 = Math.fma(factor, row[q + 4], c4);
			c5 = Math.fma(factor, row[q + 5], c5);
			c6 = Math.fma(factor, row[q + 6], c6);
			c7 = Math.fma(factor, row[q + 7], c7);
		}
		final int k0 = key(q, c0, sign, limits, margin, isOpen), k1 = key(q + 1, c1, sign, limits, margin, isOpen);
		final int k2 = key(q + 2, c2, sign, limits, margin, isOpen), k3 = key(q + 3, c3, sign, limits, margin, isOpen);
		final int k4 = key(q + 4, c4, sign, limits, margin, isOpen), k5 = key(q + 5, c5, sign, limits, margin, isOpen);
		final int k6 = key(q + 6, c6, sign, limits, margin, isOpen), k7 = key(q + 7, c7, sign, limits, margin, isOpen);
		return Math.max(Math.max(Math.max(k0, k1), Math.max(k2, k3)), Math.max(Math.max(k4, k5), Math.max(k6, k7)));
	}

	/** Positive floats compare like the integers of their bits; the last of them hold the place instead. */
	private static int key(final int q, final float correlation, final int sign, final float[] limits, final float margin, final int[] isOpen) {
		final float beyond = Float.intBitsToFloat(Float.floatToRawIntBits(correlation) & sign) - limits[q] - margin;
		return (Float.floatToRawIntBits(beyond) & -MOST | MOST - 1 - q) & isOpen[q];
	}
}
