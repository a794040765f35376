package io.github.sparsej.linalg;

/**
 * In plain Java. Segments are copied to an array of their own first: C2 (JDK 17) makes vector code only of loops that begin at 0, which are
 * faster even with the copies.
 */
final class SegmentLoops implements SegmentKernel {

	private final float[] copy;
	private final float[] other;

	SegmentLoops(final int longest) {
		copy = new float[longest];
		other = new float[longest];
	}

	@Override
	public void subtract(final float[] values, final int begin, final int length, final float factor, final float[] row, final int from) {
		System.arraycopy(values, begin, copy, 0, length);
		System.arraycopy(row, from, other, 0, length);
		subtract(copy, length, -factor, other);
		System.arraycopy(copy, 0, values, begin, length);
	}

	private static void subtract(final float[] values, final int length, final float factor, final float[] row) {
		for (int j = 0; j < length; j++) values[j] = Math.fma(factor, row[j], values[j]);
	}

	@Override
	public void raise(final float[] values, final int begin, final int length, final float[] weights, final boolean signed, final float[] maxima) {
		System.arraycopy(values, begin, copy, 0, length);
		if (weights != null) weigh(copy, length, weights);
		if (signed) raiseToMagnitudes(copy, length, maxima);
		else raise(copy, length, maxima);
	}

	private static void weigh(final float[] values, final int length, final float[] weights) {
		for (int j = 0; j < length; j++) values[j] *= weights[j];
	}

	private static void raiseToMagnitudes(final float[] values, final int length, final float[] maxima) {
		for (int j = 0; j < length; j++) maxima[j] = Math.max(maxima[j], Math.abs(values[j]));
	}

	private static void raise(final float[] values, final int length, final float[] maxima) {
		for (int j = 0; j < length; j++) maxima[j] = Math.max(maxima[j], values[j]);
	}
}
