package io.github.sparsej.convolve.readout;

import java.util.Arrays;
import java.util.List;

/** How often rows of each class were taken for each. Immutable and thread-safe. */
public final class Confusion {

	private final List<String> classes;
	private final int[][] counts;

	/**
	 * @param classes names
	 * @param truth   class of each row, from 0
	 * @param told    what each was taken for
	 */
	public Confusion(final List<String> classes, final int[] truth, final int[] told) {
		if (truth.length != told.length) throw new IllegalArgumentException(truth.length + " rows need as many answers, got " + told.length);
		this.classes = List.copyOf(classes);
		counts = new int[classes.size()][classes.size()];
		for (int i = 0; i < truth.length; i++) counts[truth[i]][told[i]]++;
	}

	public List<String> classes() {
		return classes;
	}

	/** Rows of one class that were taken for another, or the same. */
	public int count(final int truth, final int told) {
		return counts[truth][told];
	}

	/** All rows. */
	public int total() {
		return Arrays.stream(counts).flatMapToInt(Arrays::stream).sum();
	}

	/** Share of the rows that were taken for what they are, 0 to 1; NaN if there are none. */
	public double accuracy() {
		int right = 0;
		for (int c = 0; c < counts.length; c++) right += counts[c][c];
		return (double) right / total();
	}
}
