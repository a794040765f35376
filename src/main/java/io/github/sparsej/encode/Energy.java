package io.github.sparsej.encode;

/** The squared l2 norm of a float32 signal, in float64. */
final class Energy {

	private Energy() {}

	/** In four sums side by side, since each addition would otherwise wait for the one before. */
	static double of(final float[] values, final int offset, final int length) {
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
}
