package io.github.sparsej.autoencoder;

import java.util.Arrays;
import java.util.stream.IntStream;

import io.github.sparsej.encode.feedforward.FeedForward;
import io.github.sparsej.linalg.Columns;
import io.github.sparsej.linalg.DoubleProduct;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.Require;

/** How a hidden layer shares out its activity: the activations of some signals, sorted. */
public final class SortedActivations {

	private SortedActivations() {}

	/**
	 * All values of the codes z = f(E x + b) of the first signals, from the largest to the smallest: the slower they fall, the
	 * less sparse the code.
	 *
	 * @param signals  rows of m values; not modified
	 * @param examples how many of them count, at least 1; fewer are taken as they are
	 * @return examples x p values
	 */
	public static double[] of(final FeedForward network, final double[][] signals, final int examples) {
		Require.atLeastOne("the number of examples", examples);
		final int n = Math.min(examples, signals.length), m = network.signalLength(), p = network.units();
		for (int i = 0; i < n; i++) if (signals[i].length != m) throw new IllegalArgumentException("a network for signals of " + m + " values got a signal of " + signals[i].length);
		final double[] encoder = IntStream.range(0, p).mapToObj(network::encoder).flatMapToDouble(Arrays::stream).toArray();
		final double[][] codes = new double[n][p];
		DoubleProduct.best().multiply(Arrays.stream(signals, 0, n).flatMapToDouble(Arrays::stream).toArray(), 0, m, n, m, Columns.of(encoder, p, m, Parallel.SERIAL), p, codes);
		final double[] bias = network.encoderBias();
		final double[] sorted = new double[n * p];
		// Sorting goes up: the negative values, and turned back after.
		for (int i = 0; i < sorted.length; i++) sorted[i] = -network.hidden().of(codes[i / p][i % p] + bias[i % p]);
		Arrays.sort(sorted);
		for (int i = 0; i < sorted.length; i++) sorted[i] = 0 - sorted[i];
		return sorted;
	}
}
