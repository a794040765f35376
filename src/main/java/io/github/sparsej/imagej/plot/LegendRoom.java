package io.github.sparsej.imagej.plot;

import java.util.List;

/** Whether a legend finds a corner of a plot (of ImageJ's default size) where it hides no line. Sizes are shares of the frame's. */
record LegendRoom(double width, double height) {

	private static final double LINE = 0.045, LETTER = 0.0115, BORDER_HEIGHT = 0.04, BORDER_WIDTH = 0.1;
	/** More than this no plot gives to its legend. */
	private static final double LARGEST = 0.6;
	/** Points of a line that are looked at between two of its data. */
	private static final int STEPS = 16;

	/** The room for some entries, the longest of so many letters. */
	static LegendRoom of(final int entries, final int letters) {
		return new LegendRoom(Math.min(1, BORDER_WIDTH + LETTER * letters), Math.min(LARGEST, BORDER_HEIGHT + LINE * entries));
	}

	/**
	 * Whether no line goes through one of the corners at least.
	 *
	 * @param xs of each line, from 0 (left) to 1
	 * @param ys of each line, from 0 (bottom) to 1
	 */
	boolean hasCorner(final List<double[]> xs, final List<double[]> ys) {
		final boolean[] hidden = new boolean[4];
		for (int line = 0; line < xs.size(); line++)
			for (int i = 0; i < xs.get(line).length; i++)
				for (int step = 0; step < STEPS; step++) {
					final int next = Math.min(i + 1, xs.get(line).length - 1);
					final double share = (double) step / STEPS;
					look((1 - share) * xs.get(line)[i] + share * xs.get(line)[next], (1 - share) * ys.get(line)[i] + share * ys.get(line)[next], hidden);
				}
		for (final boolean corner : hidden) if (!corner) return true;
		return false;
	}

	private void look(final double x, final double y, final boolean[] hidden) {
		final boolean left = x < width, right = x > 1 - width, bottom = y < height, top = y > 1 - height;
		hidden[0] |= left && bottom;
		hidden[1] |= left && top;
		hidden[2] |= right && bottom;
		hidden[3] |= right && top;
	}
}
