package io.github.sparsej.autoencoder.net;

import java.util.Arrays;
import java.util.concurrent.CancellationException;

import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.Progress;

/**
 * Adds up arrays that blocks of signals bring, in the order of the blocks, so that the sum has the same bits on any number of
 * threads. Some blocks are computed at a time, each to an array of its own. Used by one thread, which has others help.
 */
public final class BlockSums {

	/** Arrays held at a time: at most so many, and no more than make up so many numbers, but enough for some threads. */
	private static final int MOST = 64, LEAST = 8, NUMBERS = 1 << 23;

	/** Work on one block. */
	@FunctionalInterface
	public interface Body {

		/** @param sums zeros to which what the block brings is added */
		void add(int block, double[] sums);
	}

	private final int blocks;
	private final double[][] slots;

	/** @param length numbers that each block brings */
	public BlockSums(final int blocks, final int length) {
		this.blocks = blocks;
		slots = new double[slots(blocks, length)][length];
	}

	/** How many arrays are held at a time. */
	public static int slots(final int blocks, final long length) {
		return (int) Math.min(blocks, Math.max(LEAST, Math.min(MOST, NUMBERS / length)));
	}

	/**
	 * @param to takes the sum
	 * @throws CancellationException if the progress asks to stop
	 */
	public void run(final Body body, final Parallel parallel, final Progress progress, final String what, final double[] to) {
		Arrays.fill(to, 0);
		for (int first = 0; first < blocks; first += slots.length) {
			final int begin = first, count = Math.min(slots.length, blocks - first);
			final boolean done = parallel.forChunks(count, 1, progress.part((double) first / blocks, (double) (first + count) / blocks), what, (slot, end) -> {
				Arrays.fill(slots[slot], 0);
				body.add(begin + slot, slots[slot]);
			});
			if (!done) throw new CancellationException("stopped by the user: " + what);
			for (int slot = 0; slot < count; slot++) add(slots[slot], to);
		}
	}

	private static void add(final double[] from, final double[] to) {
		for (int i = 0; i < to.length; i++) to[i] += from[i];
	}
}
