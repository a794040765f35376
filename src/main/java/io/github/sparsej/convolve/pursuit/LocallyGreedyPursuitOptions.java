package io.github.sparsej.convolve.pursuit;

import io.github.sparsej.model.Require;

/**
 * Options of {@link LocallyGreedyPursuit}.
 *
 * @param threshold   |coefficient| that an atom must have to be placed, above 0 and finite, in the units of {@code scale}
 * @param scale       what the threshold is measured in
 * @param nonnegative whether no atom is placed with a negative sign
 */
public record LocallyGreedyPursuitOptions(double threshold, Scale scale, boolean nonnegative) {

	public LocallyGreedyPursuitOptions {
		Require.positive("threshold", threshold);
		if (scale == null) throw new IllegalArgumentException("scale must be ABSOLUTE or OF_LARGEST");
		if (scale == Scale.OF_LARGEST && threshold > 1) throw new IllegalArgumentException("threshold must be at most 1 as a share of the largest correlation, got " + threshold);
	}

	/** With a threshold in the units of the image. */
	public LocallyGreedyPursuitOptions(final double threshold, final boolean nonnegative) {
		this(threshold, Scale.ABSOLUTE, nonnegative);
	}
}
