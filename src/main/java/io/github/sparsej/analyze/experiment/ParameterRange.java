package io.github.sparsej.analyze.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * The values of a parameter in a scan around one of them, in equal ratios, as in the published code. All are rising.
 */
public final class ParameterRange {

	private ParameterRange() {}

	/**
	 * value * range^e, e from -1 to 1.
	 *
	 * @param value  in the middle, above 0
	 * @param range  above 1
	 * @param points at least 1; one point is the value itself
	 */
	public static List<Double> around(final double value, final double range, final int points) {
		if (!(value > 0)) throw new IllegalArgumentException("values in equal ratios need one above 0 in their middle, got " + value);
		return values(points, 1, e -> value * Math.pow(range, e));
	}

	/** The same, rounded to whole numbers of at least 1, each of which is there once. */
	public static List<Integer> aroundInteger(final int value, final double range, final int points) {
		return around(value, range, points).stream().map(v -> (int) Math.max(1, Math.min(Integer.MAX_VALUE, Math.round(v)))).distinct().toList();
	}

	/** 1 - (1 - value) range^-e, e from -1 to 1: for shares that are kept, as the betas of Adam are, it is the rest that counts. */
	public static List<Double> aroundShare(final double value, final double range, final int points) {
		return values(points, 1, e -> 1 - (1 - value) * Math.pow(range, -e));
	}

	/** value * range^e, e from -1 to 0: for factors that are at most what they are now. */
	public static List<Double> upTo(final double value, final double range, final int points) {
		return values(points, 0, e -> value * Math.pow(range, e));
	}

	/** One value for each of so many exponents from -1 to the last; a single one is 0, which leaves a parameter as it is. */
	private static List<Double> values(final int points, final double last, final DoubleUnaryOperator ofExponent) {
		if (points < 1) throw new IllegalArgumentException("a scan needs at least 1 point, got " + points);
		final List<Double> values = new ArrayList<>();
		for (int i = 0; i < points; i++) values.add(ofExponent.applyAsDouble(points == 1 ? 0 : -1 + (1 + last) * i / (points - 1)));
		return List.copyOf(values);
	}
}
