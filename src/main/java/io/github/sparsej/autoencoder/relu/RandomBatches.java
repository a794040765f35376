package io.github.sparsej.autoencoder.relu;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** For every step some signals at random, none twice in a batch. */
final class RandomBatches implements IntFunction<int[]> {

	private final int[] order;
	private final int batchSize;
	private final SplittableRandom random;

	RandomBatches(final int signals, final int batchSize, final SplittableRandom random) {
		order = IntStream.range(0, signals).toArray();
		this.batchSize = Math.min(batchSize, signals);
		this.random = random;
	}

	/** Puts random ones of the signals from place i on to place i, whatever their order has become so far. */
	@Override
	public int[] apply(final int step) {
		for (int i = 0; i < batchSize; i++) {
			final int j = i + random.nextInt(order.length - i), swapped = order[i];
			order[i] = order[j];
			order[j] = swapped;
		}
		return Arrays.copyOf(order, batchSize);
	}
}
