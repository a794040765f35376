package io.github.sparsej.autoencoder;

import java.util.Arrays;

import io.github.sparsej.model.Require;

/**
 * Filters side by side as tiles of one picture, as displayNetwork of the UFLDL tutorial lays them out: tile k in row
 * k / columns and column k % columns, with borders of 1 px around each. Values are from 0 to 1; the border, and what is left of
 * the grid, is {@value #BORDER}. Immutable and thread-safe.
 */
public final class NetworkDisplay {

	/** The value of the border. */
	public static final double BORDER = -1;

	/** Width of the border, px. */
	private static final int BORDER_WIDTH = 1;
	/** Where filters without contrast are, which have no least and largest value to stretch. */
	private static final double MIDDLE = 0.5;

	/**
	 * How to lay out and stretch.
	 *
	 * @param columns       tiles in a row; 0 for as many as rows, or one more
	 * @param tileWidth     width of a tile, px; 0 for the least whose square holds a filter
	 * @param normalizeAll  whether the least value of all filters goes to 0 and the largest to 1
	 * @param normalizeEach whether after that those of each filter do
	 */
	public record Options(int columns, int tileWidth, boolean normalizeAll, boolean normalizeEach) {

		/** As the tutorial has them: all filters on one scale. */
		public static final Options DEFAULT = new Options(0, 0, true, false);

		public Options {
			Require.notNegative("columns", columns);
			Require.notNegative("tileWidth", tileWidth);
		}
	}

	private final int width;
	private final int height;
	private final double[] pixels;

	private NetworkDisplay(final int width, final int height) {
		this.width = width;
		this.height = height;
		pixels = new double[Math.multiplyExact(width, height)];
		Arrays.fill(pixels, BORDER);
	}

	/**
	 * @param filters one filter per row, of one length; row by row of a tile; where that is not filled, the rest is border.
	 *                Not modified
	 * @throws IllegalArgumentException if there is none, if they differ in length, or if a value is not finite
	 */
	public static NetworkDisplay of(final double[][] filters, final Options options) {
		require(filters);
		final double[][] values = Arrays.stream(filters).map(double[]::clone).toArray(double[][]::new);
		if (options.normalizeAll) stretch(values);
		if (options.normalizeEach) for (final double[] filter : values) stretch(filter);
		final int length = values[0].length;
		final int tileWidth = options.tileWidth > 0 ? options.tileWidth : rootUp(length), tileHeight = (length + tileWidth - 1) / tileWidth;
		final int columns = options.columns > 0 ? options.columns : rootUp(values.length), rows = (values.length + columns - 1) / columns;
		final NetworkDisplay display = new NetworkDisplay(BORDER_WIDTH + columns * (tileWidth + BORDER_WIDTH), BORDER_WIDTH + rows * (tileHeight + BORDER_WIDTH));
		for (int k = 0; k < values.length; k++)
			display.draw(values[k], tileWidth, BORDER_WIDTH + k % columns * (tileWidth + BORDER_WIDTH), BORDER_WIDTH + k / columns * (tileHeight + BORDER_WIDTH));
		return display;
	}

	private static void require(final double[][] filters) {
		if (filters.length == 0 || filters[0].length == 0) throw new IllegalArgumentException("there are no filters to display");
		for (int k = 0; k < filters.length; k++) {
			if (filters[k].length != filters[0].length) throw new IllegalArgumentException("filter " + (k + 1) + " has " + filters[k].length + " values, the first has " + filters[0].length);
			for (final double value : filters[k]) if (!Double.isFinite(value)) throw new IllegalArgumentException("filter " + (k + 1) + " holds " + value);
		}
	}

	private static int rootUp(final int number) {
		return (int) Math.ceil(Math.sqrt(number));
	}

	/** All together from their least value, which becomes 0, to their largest, which becomes 1. */
	private static void stretch(final double[]... filters) {
		double least = Double.POSITIVE_INFINITY, largest = Double.NEGATIVE_INFINITY;
		for (final double[] filter : filters)
			for (final double value : filter) {
				least = Math.min(least, value);
				largest = Math.max(largest, value);
			}
		for (final double[] filter : filters) for (int i = 0; i < filter.length; i++) filter[i] = largest > least ? (filter[i] - least) / (largest - least) : MIDDLE;
	}

	private void draw(final double[] filter, final int tileWidth, final int left, final int top) {
		for (int i = 0; i < filter.length; i++) pixels[(top + i / tileWidth) * width + left + i % tileWidth] = filter[i];
	}

	/** Pixels along x. */
	public int width() {
		return width;
	}

	/** Pixels along y. */
	public int height() {
		return height;
	}

	/** A copy of all pixels, row by row. */
	public double[] pixels() {
		return pixels.clone();
	}
}
