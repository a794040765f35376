package io.github.sparsej.analyze;

import java.util.Collection;

/**
 * The mean of some values and their standard deviation.
 *
 * @param mean      NaN if there is no value
 * @param deviation divided by the number of values, as in the figures of Perrinet (2019); 0 for a single value
 */
public record MeanAndDeviation(double mean, double deviation) {

	/** Values that are NaN are left out. */
	public static MeanAndDeviation of(final Collection<Double> values) {
		final double[] known = values.stream().mapToDouble(Double::doubleValue).filter(value -> !Double.isNaN(value)).toArray();
		double mean = 0, square = 0;
		for (final double value : known) mean += value / known.length;
		for (final double value : known) square += (value - mean) * (value - mean) / known.length;
		return known.length == 0 ? new MeanAndDeviation(Double.NaN, Double.NaN) : new MeanAndDeviation(mean, Math.sqrt(square));
	}
}
