package io.github.sparsej.analyze;

import java.util.Arrays;

import io.github.sparsej.model.Require;

/**
 * How many of some values lie in each of a number of equal bins from 0 to the largest value; a value between two bins is in
 * the upper one, the largest value in the last. Immutable and thread-safe.
 */
public final class Histogram {

	private final double binWidth;
	private final int[] counts;

	private Histogram(final double binWidth, final int[] counts) {
		this.binWidth = binWidth;
		this.counts = counts;
	}

	/**
	 * @param values finite and 0 or more, at least one; where all are 0, bins reach to 1
	 * @param bins   at least 1
	 */
	public static Histogram fromZero(final double[] values, final int bins) {
		if (bins < 1) throw new IllegalArgumentException("a histogram needs at least 1 bin, got " + bins);
		if (values.length == 0) throw new IllegalArgumentException("a histogram needs at least 1 value");
		for (final double value : values) Require.notNegative("values of a histogram from 0", value);
		final double max = Arrays.stream(values).max().getAsDouble(), range = max > 0 ? max : 1;
		final int[] counts = new int[bins];
		for (final double value : values) counts[(int) Math.min(bins - 1, value / range * bins)]++;
		return new Histogram(range / bins, counts);
	}

	public int bins() {
		return counts.length;
	}

	/** Width of a bin, in the unit of the values. */
	public double binWidth() {
		return binWidth;
	}

	/** The middle of bin {@code i} (from 0), in the unit of the values. */
	public double middle(final int i) {
		return (i + 0.5) * binWidth;
	}

	/** How many values lie in bin {@code i} (from 0). */
	public int count(final int i) {
		return counts[i];
	}
}
