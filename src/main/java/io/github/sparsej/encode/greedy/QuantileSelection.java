package io.github.sparsej.encode.greedy;

import io.github.sparsej.linalg.LargestValue;

/** Selection by quantile functions; only atoms that can still win are evaluated. */
final class QuantileSelection implements AtomSelection {

	private final int count;
	private final LargestValue search;
	private final QuantileScreen screen;
	private final boolean signed;

	QuantileSelection(final int count, final QuantileScreen screen, final boolean signed) {
		this.count = count;
		search = new LargestValue(count);
		this.screen = screen;
		this.signed = signed;
	}

	@Override
	public int select(final float[] correlations) {
		int best = signed ? search.magnitude(correlations) : search.positive(correlations);
		if (best < 0) return -1;
		final int guess = best;
		double highest = screen.score(best, Math.abs(correlations[best]));
		final float[] limits = screen.limitsBelow(highest);
		for (int i = 0; i < count; i++) {
			final float magnitude = signed ? Math.abs(correlations[i]) : correlations[i];
			if (magnitude < limits[i] || i == guess) continue;
			final double score = screen.score(i, magnitude);
			if (score > highest || score == highest && i < best) {
				highest = score;
				best = i;
			}
		}
		return highest > 0 ? best : -1;
	}

	@Override
	public boolean admits(final int atom) {
		return true;
	}
}
