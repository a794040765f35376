package io.github.sparsej.convolve.pursuit;

import java.util.Arrays;

import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.Progress;
import io.github.sparsej.model.StopReason;

/**
 * Rounds over a {@link Checkerboard} with a level that falls from round to round: what has little effect waits until what has more is
 * done all over the image. The last level is kept until a round finds nothing to do.
 */
final class FallingLevel {

	/** What the level is multiplied by. */
	private static final double FALL = 0.8;

	/** What is done in a rectangle of blocks at a level. */
	@FunctionalInterface
	interface Body {

		/**
		 * @param most steps that may be done
		 * @return how many were done; 0 if there is nothing to do at this level
		 */
		long run(int number, int firstRow, int endRow, int firstColumn, int endColumn, double level, long most);
	}

	private FallingLevel() {}

	/**
	 * @param first where the level begins
	 * @param last  where it ends, above 0
	 * @param most  steps after which no rectangle begins; in one there are at most so many
	 * @return converged, the iterations used up, or cancelled
	 */
	static StopReason run(final Checkerboard board, final double first, final double last, final long most, final Body body, final Parallel parallel, final Progress progress) {
		final long[] steps = new long[board.count()];
		final int rounds = first > last ? (int) Math.ceil(Math.log(first / last) / -Math.log(FALL)) : 0;
		long all = 0;
		for (int round = 1;; round++) {
			final double level = round >= rounds ? last : first * Math.pow(FALL, round), share = Math.min(1, round / (rounds + 1.0));
			long ofRound = 0;
			for (int colour = 0; colour < Checkerboard.COLOURS; colour++) {
				final long left = most - all;
				if (left <= 0) return StopReason.MAX_ITERATIONS;
				Arrays.fill(steps, 0);
				if (!board.run(colour, parallel, (fraction, what) -> progress.report(share, what), (number, r0, r1, c0, c1) -> steps[number] = body.run(number, r0, r1, c0, c1, level, left))) return StopReason.CANCELLED;
				final long ofColour = Arrays.stream(steps).sum();
				all += ofColour;
				ofRound += ofColour;
			}
			if (round >= rounds && ofRound == 0) return StopReason.CONVERGED;
		}
	}
}
