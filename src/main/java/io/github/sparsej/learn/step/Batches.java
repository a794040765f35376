package io.github.sparsej.learn.step;

import java.util.SplittableRandom;
import java.util.stream.IntStream;

import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.Signals;

/**
 * The rows of K signals, shuffled once and split into floor(K / batchSize) batches (at least one) of nearly the same
 * size: the first K mod n of n batches have one row more.
 */
public final class Batches {

	private static final int ROWS_PER_CHUNK = 64;

	private final int[] order;
	private final int count;

	public Batches(final int signals, final int batchSize, final SplittableRandom random) {
		order = shuffled(signals, random);
		count = Math.max(1, signals / batchSize);
	}

	/** The numbers from 0 to {@code count - 1} in random order. */
	public static int[] shuffled(final int count, final SplittableRandom random) {
		final int[] order = IntStream.range(0, count).toArray();
		for (int i = count - 1; i > 0; i--) {
			final int j = random.nextInt(i + 1);
			final int swapped = order[i];
			order[i] = order[j];
			order[j] = swapped;
		}
		return order;
	}

	public int count() {
		return count;
	}

	/** The signals of one batch, copied: from all over a large array, which takes longer than it seems. */
	public Signals select(final Signals signals, final int batch, final Parallel parallel) {
		return select(signals, batch, null, parallel);
	}

	/**
	 * As {@link #select(Signals, int, Parallel)}, in the room of a batch of before, if it was of as many signals.
	 *
	 * @param before is overwritten: nothing may need it any more; null for none
	 */
	Signals select(final Signals signals, final int batch, final Signals before, final Parallel parallel) {
		final int least = order.length / count;
		final int longer = order.length % count;
		final int begin = batch * least + Math.min(batch, longer);
		final int size = least + (batch < longer ? 1 : 0);
		final Signals chosen = before != null && before.count() == size ? before : Signals.zeros(size, signals.length());
		parallel.forChunks(size, ROWS_PER_CHUNK, (first, end) -> {
			for (int row = first; row < end; row++) System.arraycopy(signals.values(), signals.offset(order[begin + row]), chosen.values(), chosen.offset(row), signals.length());
		});
		return chosen;
	}
}
