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
	 * The indices of values that reach a threshold, ascending.
	 *
	 * @param excess    none negative
	 * @param threshold above 0
	 * @param found     overwritten; as long as there are values, and one more
	 * @return how many were found
	 */
	public static int find(final float[] excess, final int count, final float threshold, final int[] found) {
		int size = 0, i = 0;
		for (; i + BLOCK <= count; i += BLOCK) if (sum(excess, i) >= threshold) size = find(excess, i, i + BLOCK, threshold, found, size);
		return find(excess, i, count, threshold, found, size);
	}

	/** The sum of a block's values, which is not less than the largest of them. */
	private static float sum(final float[] e, final int i) {
		return e[i] + e[i + 1] + (e[i + 2] + e[i + 3]) + (e[i + 4] + e[i + 5] + (e[i + 6] + e[i + 7]));
	}

	/** As the other one, without a look at blocks first. */
	static int find(final float[] excess, final int begin, final int end, final float threshold, final int[] found, final int before) {
		int size = before;
		for (int i = begin; i < end; i++) {
			found[size] = i;
			size += 1 - isNegative(excess[i] - threshold);
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

	/** 1 for a negative value, 0 for others. */
	static int isNegative(final float value) {
		return Float.floatToRawIntBits(value) >>> 31;
	}
}
