package io.github.sparsej.convolve.pursuit;

/**
 * Options of {@link LocallyGreedyPursuit}.
 *
 * @param threshold   |coefficient| that an atom must have to be placed, in the units of the image, above 0 and finite
 * @param nonnegative whether no atom is placed with a negative sign
 */
public record LocallyGreedyPursuitOptions(double threshold, boolean nonnegative) {

	public LocallyGreedyPursuitOptions {
		if (!(threshold > 0) || Double.isInfinite(threshold)) throw new IllegalArgumentException("threshold must be finite and above 0, got " + threshold); // NaN fails too
	}
}
