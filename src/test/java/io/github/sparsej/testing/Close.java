package io.github.sparsej.testing;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Compares long arrays of numbers. (AssertJ's own comparison within a tolerance takes minutes to say how two images
 * differ.)
 */
public final class Close {

	private Close() {}

	/** All values agree within the tolerance; names the one that differs most. */
	public static void assertClose(final double[] actual, final double[] expected, final double tolerance) {
		assertThat(actual.length).as("length").isEqualTo(expected.length);
		int worst = 0;
		double most = 0;
		for (int i = 0; i < actual.length; i++) {
			final double difference = Math.abs(actual[i] - expected[i]);
			if (difference > most || Double.isNaN(difference) && !Double.isNaN(most)) {
				worst = i;
				most = difference;
			}
		}
		if (!(most <= tolerance)) // NaN fails too
			throw new AssertionError("value " + worst + " of " + actual.length + " differs most: expected " + expected[worst] + ", got " + actual[worst] + ", difference " + most + " > " + tolerance);
	}

	/** As {@link #assertClose(double[], double[], double)}. */
	public static void assertClose(final float[] actual, final float[] expected, final double tolerance) {
		assertClose(widened(actual), widened(expected), tolerance);
	}

	private static double[] widened(final float[] values) {
		final double[] doubles = new double[values.length];
		for (int i = 0; i < values.length; i++) doubles[i] = values[i];
		return doubles;
	}
}
