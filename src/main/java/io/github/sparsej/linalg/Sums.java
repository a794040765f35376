package io.github.sparsej.linalg;

/** Sums over arrays of float64, eight side by side, since each addition would otherwise wait for the one before. */
public final class Sums {

	private Sums() {}

	/** Of the first {@code count} values. */
	public static double of(final double[] x, final int count) {
		double s0 = 0, s1 = 0, s2 = 0, s3 = 0, s4 = 0, s5 = 0, s6 = 0, s7 = 0;
		int i = 0;
		for (; i + 8 <= count; i += 8) {
			s0 += x[i];
			s1 += x[i + 1];
			s2 += x[i + 2];
			s3 += x[i + 3];
			s4 += x[i + 4];
			s5 += x[i + 5];
			s6 += x[i + 6];
			s7 += x[i + 7];
		}
		for (; i < count; i++) s0 += x[i];
		return s0 + s1 + (s2 + s3) + (s4 + s5 + (s6 + s7));
	}

	/** Of the squares of the first {@code count} values. */
	public static double ofSquares(final double[] x, final int count) {
		double s0 = 0, s1 = 0, s2 = 0, s3 = 0, s4 = 0, s5 = 0, s6 = 0, s7 = 0;
		int i = 0;
		for (; i + 8 <= count; i += 8) {
			s0 = Math.fma(x[i], x[i], s0);
			s1 = Math.fma(x[i + 1], x[i + 1], s1);
			s2 = Math.fma(x[i + 2], x[i + 2], s2);
			s3 = Math.fma(x[i + 3], x[i + 3], s3);
			s4 = Math.fma(x[i + 4], x[i + 4], s4);
			s5 = Math.fma(x[i + 5], x[i + 5], s5);
			s6 = Math.fma(x[i + 6], x[i + 6], s6);
			s7 = Math.fma(x[i + 7], x[i + 7], s7);
		}
		for (; i < count; i++) s0 = Math.fma(x[i], x[i], s0);
		return s0 + s1 + (s2 + s3) + (s4 + s5 + (s6 + s7));
	}
}
