package io.github.sparsej.encode.greedy;

import io.github.sparsej.linalg.Correlations;
import io.github.sparsej.linalg.LargestValue;

/** Selection by correlation times gain. */
final class GainSelection implements AtomSelection {

	private final int count;
	private final boolean signed;
	private final float[] gains;
	private final LargestValue search;
	private final float[] scores;

	/** @param gains as of {@link #scaled}, or null if all are equal */
	GainSelection(final int count, final boolean signed, final float[] gains) {
		this.count = count;
		this.signed = signed;
		this.gains = gains;
		search = new LargestValue(count);
		scores = gains == null ? null : new float[LargestValue.room(count)];
	}

	/** In float32, by a power of two so that the largest is near 1: ratios stay, and no score leaves the range. */
	static float[] scaled(final double[] gains, final int atomCount) {
		if (gains == null) return null;
		if (gains.length != atomCount) throw new IllegalArgumentException(gains.length + " gains do not fit a dictionary of " + atomCount + " atoms");
		double largest = Double.MIN_NORMAL;
		for (final double gain : gains) largest = Math.max(largest, gain);
		final int exponent = -Math.getExponent(largest);
		final float[] scaled = new float[gains.length];
		for (int i = 0; i < gains.length; i++) scaled[i] = (float) Math.scalb(gains[i], exponent);
		return scaled;
	}

	@Override
	public int select(final float[] correlations) {
		if (gains != null) Correlations.weigh(correlations, gains, count, scores);
		final float[] weighed = gains == null ? correlations : scores;
		return signed ? search.magnitude(weighed) : search.positive(weighed);
	}

	@Override
	public boolean admits(final int atom) {
		return gains == null || gains[atom] > 0;
	}
}
