package io.github.sparsej.encode.greedy;

import io.github.sparsej.linalg.Correlations;
import io.github.sparsej.linalg.LargestValue;

/**
 * Selection by quantile functions. The score of the atom of the largest correlation leaves few others that could have a
 * higher one, by the limits of {@link QuantileScreen}; these alone are evaluated.
 */
final class QuantileSelection implements AtomSelection {

	private final LargestValue search;
	private final QuantileScreen screen;
	/** Room for the magnitudes of correlations; null where only positive ones count. */
	private final float[] magnitudes;
	private final int[] candidates;

	QuantileSelection(final QuantileScreen screen, final int count, final boolean signed) {
		search = new LargestValue(count);
		this.screen = screen;
		magnitudes = signed ? new float[LargestValue.room(count)] : null;
		candidates = new int[count];
	}

	@Override
	public int select(final float[] correlations) {
		final int count = candidates.length;
		if (magnitudes != null) Correlations.magnitudes(correlations, count, magnitudes);
		final float[] positive = magnitudes == null ? correlations : magnitudes;
		final int largest = search.positive(positive);
		if (largest < 0) return -1;
		int best = largest;
		double highest = screen.score(largest, positive[largest]);
		final int found = Correlations.reaching(positive, screen.limitsBelow(highest), count, candidates);
		for (int c = 0; c < found; c++) {
			final int atom = candidates[c];
			if (atom == largest) continue;
			final double score = screen.score(atom, positive[atom]);
			if (score > highest || score == highest && atom < best) {
				highest = score;
				best = atom;
			}
		}
		return highest > 0 ? best : -1;
	}

	@Override
	public boolean admits(final int atom) {
		return true;
	}
}
