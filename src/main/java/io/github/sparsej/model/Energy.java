package io.github.sparsej.model;

/** Inner products in float64, for what float32 is not enough for: squared l2 norms first of all. */
public final class Energy {

	private Energy() {}

	/** The squared l2 norm of a part of an array, in four sums side by side, since each addition would otherwise wait for the one before. */
	public static double of(final float[] values, final int offset, final int length) {
		double s0 = 0, s1 = 0, s2 = 0, s3 = 0;
		int j = offset;
		for (final int end = offset + length - 3; j < end; j += 4) {
			final double v0 = values[j], v1 = values[j + 1], v2 = values[j + 2], v3 = values[j + 3];
			s0 = Math.fma(v0, v0, s0);
			s1 = Math.fma(v1, v1, s1);
			s2 = Math.fma(v2, v2, s2);
			s3 = Math.fma(v3, v3, s3);
		}
		for (; j < offset + length; j++) s0 = Math.fma((double) values[j], values[j], s0);
		return s0 + s1 + (s2 + s3);
	}

	/** The squared l2 norm of a vector, in four sums side by side. */
	public static double of(final double[] values) {
		double s0 = 0, s1 = 0, s2 = 0, s3 = 0;
		int j = 0;
		for (; j + 4 <= values.length; j += 4) {
			s0 = Math.fma(values[j], values[j], s0);
			s1 = Math.fma(values[j + 1], values[j + 1], s1);
			s2 = Math.fma(values[j + 2], values[j + 2], s2);
			s3 = Math.fma(values[j + 3], values[j + 3], s3);
		}
		for (; j < values.length; j++) s0 = Math.fma(values[j], values[j], s0);
		return s0 + s1 + (s2 + s3);
	}

	/** The inner product of two vectors, in four sums side by side. */
	public static double product(final float[] x, final int xOffset, final float[] y, final int yOffset, final int length) {
		double s0 = 0, s1 = 0, s2 = 0, s3 = 0;
		int j = 0;
		for (; j + 4 <= length; j += 4) {
			s0 = Math.fma((double) x[xOffset + j], (double) y[yOffset + j], s0);
			s1 = Math.fma((double) x[xOffset + j + 1], (double) y[yOffset + j + 1], s1);
			s2 = Math.fma((double) x[xOffset + j + 2], (double) y[yOffset + j + 2], s2);
			s3 = Math.fma((double) x[xOffset + j + 3], (double) y[yOffset + j + 3], s3);
		}
		for (; j < length; j++) s0 = Math.fma((double) x[xOffset + j], (double) y[yOffset + j], s0);
		return s0 + s1 + (s2 + s3);
	}
}
