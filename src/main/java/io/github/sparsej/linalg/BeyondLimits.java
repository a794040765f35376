package io.github.sparsej.linalg;

/** Which of many values are beyond their limits: those atoms whose correlations give them a coefficient. */
public final class BeyondLimits {

	private BeyondLimits() {}

	/** The largest float32 value that is below a limit in float64, 0 at least: no value beyond the limit is missed with it. */
	public static float rounded(final double limit) {
		return Math.max(0, Math.nextDown((float) limit));
	}

	/**
	 * Finds the values whose magnitude is larger than their limit. Fast where they are few: what sticks out is put together
	 * for values a quarter of the array apart, and only where something does are they looked at one by one.
	 *
	 * @param limits  0 or more, no NaN
	 * @param scratch at least {@code count} values; overwritten
	 * @param found   their indices, in an order that depends on nothing but {@code count}
	 * @return how many there are
	 */
	public static int magnitudes(final float[] values, final float[] limits, final int count, final int[] scratch, final int[] found) {
		final int stride = (count + 3) / 4;
		final int whole = Math.max(0, count - 3 * stride);
		foldMagnitudes(values, limits, stride, whole, scratch);
		int size = 0;
		for (int i = 0; i < stride; i++)
			if (i >= whole || scratch[i] < 0) for (int j = i; j < count; j += stride) if (Math.abs(values[j]) > limits[j]) found[size++] = j;
		return size;
	}

	/** As {@link #magnitudes}, of the values themselves: no negative one is found. */
	public static int values(final float[] values, final float[] limits, final int count, final int[] scratch, final int[] found) {
		final int stride = (count + 3) / 4;
		final int whole = Math.max(0, count - 3 * stride);
		foldValues(values, limits, stride, whole, scratch);
		int size = 0;
		for (int i = 0; i < stride; i++)
			if (i >= whole || scratch[i] < 0) for (int j = i; j < count; j += stride) if (values[j] > limits[j]) found[size++] = j;
		return size;
	}

	/** Negative where one of the magnitudes at i, i + stride, ... is larger than its limit: they compare like the integers of their bits. */
	private static void foldMagnitudes(final float[] v, final float[] limits, final int stride, final int count, final int[] to) {
		for (int i = 0; i < count; i++)
			to[i] = roomOfMagnitude(v[i], limits[i]) | roomOfMagnitude(v[i + stride], limits[i + stride])
				| roomOfMagnitude(v[i + 2 * stride], limits[i + 2 * stride]) | roomOfMagnitude(v[i + 3 * stride], limits[i + 3 * stride]);
	}

	private static int roomOfMagnitude(final float value, final float limit) {
		return Float.floatToRawIntBits(limit) - (Float.floatToRawIntBits(value) & Integer.MAX_VALUE);
	}

	private static void foldValues(final float[] v, final float[] limits, final int stride, final int count, final int[] to) {
		for (int i = 0; i < count; i++)
			to[i] = roomOfValue(v[i], limits[i]) | roomOfValue(v[i + stride], limits[i + stride])
				| roomOfValue(v[i + 2 * stride], limits[i + 2 * stride]) | roomOfValue(v[i + 3 * stride], limits[i + 3 * stride]);
	}

	/** The integers of negative values are negative. */
	private static int roomOfValue(final float value, final float limit) {
		return Float.floatToRawIntBits(limit) - Math.max(0, Float.floatToRawIntBits(value));
	}

	/**
	 * The indices, ascending, of values whose magnitude is larger than one limit: for many of them, since nothing branches on
	 * a single value.
	 *
	 * @param found overwritten; as long as the values
	 * @return how many there are
	 */
	public static int manyMagnitudes(final float[] values, final float limit, final int count, final int[] found) {
		final int bits = Float.floatToRawIntBits(limit);
		int size = 0;
		for (int i = 0; i < count; i++) {
			found[size] = i;
			size += bits - (Float.floatToRawIntBits(values[i]) & Integer.MAX_VALUE) >>> 31;
		}
		return size;
	}

	/** As {@link #manyMagnitudes}, of the values themselves. */
	public static int manyValues(final float[] values, final float limit, final int count, final int[] found) {
		final int bits = Float.floatToRawIntBits(limit);
		int size = 0;
		for (int i = 0; i < count; i++) {
			found[size] = i;
			size += bits - Math.max(0, Float.floatToRawIntBits(values[i])) >>> 31;
		}
		return size;
	}
}
