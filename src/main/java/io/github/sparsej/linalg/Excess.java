package io.github.sparsej.linalg;

/**
 * Which values exceed their limits, and by how much: what an active-set method asks of all correlations in every round. None
 * of it branches on single values: which of them exceed cannot be foretold, and a processor's wrong guess costs more than
 * the rest of the work.
 */
public final class Excess {

	/** Values that are looked at together first. */
	private static final int BLOCK = 8;

	private Excess() {}

	/**
	 * {@code excess[i] = max(0, |values[i]| - limits[i] - margin)}, or with the values themselves where their sign counts.
	 *
	 * @param signed whether absolute values count
	 */
	public static void of(final float[] values, final float[] limits, final int count, final float margin, final boolean signed, final float[] excess) {
		if (signed) ofMagnitudes(values, limits, count, margin, excess);
		else ofValues(values, limits, count, margin, excess);
	}

	/** The positive part as a half of t + |t|, since C2 makes no vectors of Math.max. */
	private static void ofMagnitudes(final float[] values, final float[] limits, final int count, final float margin, final float[] excess) {
		for (int i = 0; i < count; i++) {
			final float beyond = Math.abs(values[i]) - limits[i] - margin;
			excess[i] = 0.5f * beyond + Math.abs(0.5f * beyond);
		}
	}

	private static void ofValues(final float[] values, final float[] limits, final int count, final float margin, final float[] excess) {
		for (int i = 0; i < count; i++) {
			final float beyond = values[i] - limits[i] - margin;
			excess[i] = 0.5f * beyond + Math.abs(0.5f * beyond);
		}
	}

	/**
	 * The indices of positive values, ascending.
	 *
	 * @param excess none negative
	 * @param found  overwritten; as long as there are values, and one more
	 * @return how many were found
	 */
	public static int positive(final float[] excess, final int count, final int[] found) {
		int size = 0, i = 0;
		for (; i + BLOCK <= count; i += BLOCK)
			if (excess[i] + excess[i + 1] + (excess[i + 2] + excess[i + 3]) + (excess[i + 4] + excess[i + 5] + (excess[i + 6] + excess[i + 7])) > 0)
				size = append(excess, i, i + BLOCK, found, size);
		return append(excess, i, count, found, size);
	}

	private static int append(final float[] excess, final int begin, final int end, final int[] found, final int before) {
		int size = before;
		for (int i = begin; i < end; i++) {
			found[size] = i;
			size += isNegative(0 - excess[i]);
		}
		return size;
	}

	/**
	 * Keeps of the indices those of values that reach the threshold, in their order.
	 *
	 * @return how many are left
	 */
	public static int keep(final float[] excess, final float threshold, final int[] indices, final int count) {
		int left = 0;
		for (int k = 0; k < count; k++) {
			final int index = indices[k];
			indices[left] = index;
			left += 1 - isNegative(excess[index] - threshold);
		}
		return left;
	}

	/** The largest of the values with these indices, 0 if there are none. */
	public static float largest(final float[] excess, final int[] indices, final int count) {
		int largest = 0;
		// Values that are not negative compare like the integers of their bits.
		for (int k = 0; k < count; k++) largest = Math.max(largest, Float.floatToRawIntBits(excess[indices[k]]));
		return Float.intBitsToFloat(largest);
	}

	/**
	 * The place of the largest of a few values, by their first 16 binary digits; of equal ones the first. -1 if none is
	 * positive.
	 *
	 * @param count at most {@value #FEW}
	 */
	public static int largestOfFew(final float[] excess, final int count) {
		int largest = 0;
		for (int k = 0; k < count; k++) largest = Math.max(largest, Float.floatToRawIntBits(excess[k]) & -FEW | FEW - 1 - k);
		return largest < FEW ? -1 : FEW - 1 - (largest & FEW - 1);
	}

	/** Values among which {@link #largestOfFew} can tell the places. */
	public static final int FEW = 128;

	/** 1 for a negative value, 0 for 0 and more. */
	private static int isNegative(final float value) {
		return Float.floatToRawIntBits(value) >>> 31;
	}
}
