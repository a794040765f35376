package io.github.sparsej.convolve.readout;

import java.util.SplittableRandom;
import java.util.stream.IntStream;

import io.github.sparsej.learn.step.Batches;

/**
 * Rows for training and rows for the test, drawn by chance from each class apart: of n rows of a class the rounded share is trained on, at
 * least 1, and, where the share is below 1 and n above 1, at most n - 1. Immutable and thread-safe.
 */
public final class StratifiedSplit {

	private final int[] train;
	private final int[] test;

	/**
	 * @param labels  class of each row, from 0; not modified
	 * @param classes number of classes
	 * @param share   above 0, at most 1
	 * @param seed    of the draw
	 */
	public StratifiedSplit(final int[] labels, final int classes, final double share, final long seed) {
		final SplittableRandom random = new SplittableRandom(seed);
		final boolean[] trained = new boolean[labels.length];
		for (int c = 0; c < classes; c++) {
			final int label = c;
			final int[] rows = IntStream.range(0, labels.length).filter(row -> labels[row] == label).toArray();
			final int[] order = Batches.shuffled(rows.length, random.split());
			for (int i = 0; i < trainedOf(rows.length, share); i++) trained[rows[order[i]]] = true;
		}
		train = IntStream.range(0, labels.length).filter(row -> trained[row]).toArray();
		test = IntStream.range(0, labels.length).filter(row -> !trained[row]).toArray();
	}

	private static int trainedOf(final int rows, final double share) {
		if (share == 1 || rows < 2) return rows;
		return (int) Math.max(1, Math.min(rows - 1, Math.round(share * rows)));
	}

	/** Rows to train on, rising. */
	public int[] train() {
		return train.clone();
	}

	/** All other rows, rising. */
	public int[] test() {
		return test.clone();
	}
}
