package io.github.sparsej.autoencoder;

import java.util.Arrays;

/** What signals must be for an auto-encoder to learn from them. */
public final class LearningSignals {

	private LearningSignals() {}

	/**
	 * @param signals n rows of m values; not modified
	 * @param hidden  units of the hidden layer
	 * @throws IllegalArgumentException if there are no signals or not as many as units, if they differ in length, if a value is not finite, or if
	 *                                  they are all the same
	 */
	public static void require(final double[][] signals, final int hidden) {
		if (signals.length == 0) throw new IllegalArgumentException("there are no signals to learn from");
		if (signals[0].length == 0) throw new IllegalArgumentException("signals need at least 1 value, got none");
		if (hidden < 1 || hidden > signals.length) throw new IllegalArgumentException("the number of hidden units must be from 1 to the number of signals, " + signals.length + ", got " + hidden);
		boolean same = true;
		for (int i = 0; i < signals.length; i++) {
			require(signals[i], signals[0].length, i);
			same &= Arrays.equals(signals[i], signals[0]);
		}
		if (same) throw new IllegalArgumentException("the signals have no structure: they are all the same, and there is nothing to learn from them");
	}

	private static void require(final double[] signal, final int length, final int number) {
		if (signal.length != length) throw new IllegalArgumentException("signal " + (number + 1) + " has " + signal.length + " values, the first has " + length);
		for (final double value : signal) if (!Double.isFinite(value)) throw new IllegalArgumentException("signal " + (number + 1) + " holds " + value);
	}
}
