package io.github.sparsej.encode.greedy;

import io.github.sparsej.linalg.Correlations;
import io.github.sparsej.linalg.LargestValue;

/**
 * Selection by correlation times gain. Scores are float32, unless gains are too far from each other for that: then they are
 * float64, one by one.
 */
final class GainSelection implements AtomSelection {

	/** Gains beside the largest from which on scores of all correlations that matter are float32 of full precision. */
	private static final double LEAST_FLOAT_GAIN = 1e-18;

	/** Gains of as many atoms, to be shared by selections. Immutable. */
	static final class Gains {

		/** As they are. */
		private final double[] exact;
		/** By a power of two so that the largest is near 1; null if that does not do for all. */
		private final float[] scaled;

		/**
		 * @param gains 0 or more; kept. Null if all are equal
		 * @throws IllegalArgumentException if there are not as many as atoms
		 */
		Gains(final double[] gains, final int atomCount) {
			if (gains != null && gains.length != atomCount) throw new IllegalArgumentException(gains.length + " gains do not fit a dictionary of " + atomCount + " atoms");
			exact = gains;
			scaled = gains == null ? null : scaled(gains);
		}

		private static float[] scaled(final double[] gains) {
			double largest = Double.MIN_NORMAL;
			for (final double gain : gains) largest = Math.max(largest, gain);
			final int exponent = -Math.getExponent(largest);
			final float[] scaled = new float[gains.length];
			for (int i = 0; i < gains.length; i++) {
				if (gains[i] > 0 && gains[i] < LEAST_FLOAT_GAIN * largest) return null;
				scaled[i] = (float) Math.scalb(gains[i], exponent);
			}
			return scaled;
		}
	}

	private final int count;
	private final boolean signed;
	private final Gains gains;
	private final LargestValue search;
	private final float[] scores;

	GainSelection(final int count, final boolean signed, final Gains gains) {
		this.count = count;
		this.signed = signed;
		this.gains = gains;
		search = new LargestValue(count);
		scores = gains.scaled == null ? null : new float[LargestValue.room(count)];
	}

	@Override
	public int select(final float[] correlations) {
		if (gains.exact != null && gains.scaled == null) return exactly(correlations);
		if (gains.scaled != null) Correlations.weigh(correlations, gains.scaled, count, scores);
		final float[] weighed = gains.scaled == null ? correlations : scores;
		return signed ? search.magnitude(weighed) : search.positive(weighed);
	}

	private int exactly(final float[] correlations) {
		int best = -1;
		double highest = 0;
		for (int i = 0; i < count; i++) {
			final double score = gains.exact[i] * (signed ? Math.abs(correlations[i]) : correlations[i]);
			if (score > highest) {
				highest = score;
				best = i;
			}
		}
		return best;
	}

	@Override
	public boolean admits(final int atom) {
		return gains.exact == null || gains.exact[atom] > 0;
	}
}
