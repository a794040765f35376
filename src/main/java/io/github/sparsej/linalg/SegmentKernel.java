package io.github.sparsej.linalg;

/**
 * What is done with segments of long rows of float32: a multiple of another row is taken away, and the largest values are looked
 * for. All implementations give the same bits. Not thread-safe: one instance per thread, used again.
 */
public interface SegmentKernel {

	/**
	 * {@code values[begin + j] = values[begin + j] - factor * row[from + j]} by fma, for j = 0 to length - 1.
	 *
	 * @param length at most what the kernel was made for
	 */
	void subtract(float[] values, int begin, int length, float factor, float[] row, int from);

	/**
	 * Raises maxima to what a segment holds: {@code maxima[j] = max(maxima[j], |values[begin + j]|)} for j = 0 to length - 1.
	 *
	 * @param weights factors on the values, {@code weights[j] * values[begin + j]}; null for none
	 * @param signed  whether negative values count by their magnitude; if not, they never are the largest
	 * @param maxima  0 or more
	 */
	void raise(float[] values, int begin, int length, float[] weights, boolean signed, float[] maxima);

	/**
	 * The fastest implementation on this machine.
	 *
	 * @param longest length of the longest segments
	 */
	static SegmentKernel ofLength(final int longest) {
		return FastestProduct.SEGMENT_VECTORS != null ? FastestProduct.SEGMENT_VECTORS : new SegmentLoops(longest);
	}

	/** The largest of values that are 0 or more, from {@code begin} to {@code end - 1}; 0 if there are none. */
	static float largest(final float[] values, final int begin, final int end) {
		// Values that are not negative compare like the integers of their bits, and of these the maximum takes no branch.
		int m0 = 0, m1 = 0, m2 = 0, m3 = 0, i = begin;
		for (; i + 3 < end; i += 4) {
			m0 = Math.max(m0, Float.floatToRawIntBits(values[i]));
			m1 = Math.max(m1, Float.floatToRawIntBits(values[i + 1]));
			m2 = Math.max(m2, Float.floatToRawIntBits(values[i + 2]));
			m3 = Math.max(m3, Float.floatToRawIntBits(values[i + 3]));
		}
		for (; i < end; i++) m0 = Math.max(m0, Float.floatToRawIntBits(values[i]));
		return Float.intBitsToFloat(Math.max(Math.max(m0, m1), Math.max(m2, m3)));
	}
}
