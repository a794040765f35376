package io.github.sparsej.imagej.atoms;

/**
 * How tiles are put side by side, row by row.
 *
 * @param columns      tiles per row, at least 1
 * @param rows         at least 1
 * @param positiveDark whether positive values are dark (an inverted LUT, as in the figures of Perrinet 2019), not bright
 */
public record MosaicLayout(int columns, int rows, boolean positiveDark) {

	public MosaicLayout {
		if (columns < 1 || rows < 1) throw new IllegalArgumentException("a mosaic needs at least 1 column and 1 row, got " + columns + " x " + rows);
	}

	/**
	 * A layout with positive values bright.
	 *
	 * @param columns 0 for as many as hold all tiles: with rows 0 near to a square
	 * @param rows    0 for as many as hold all tiles
	 * @param tiles   number of tiles, at least 1
	 */
	public static MosaicLayout of(final int columns, final int rows, final int tiles) {
		final int wide = columns > 0 ? columns : rows > 0 ? ceil(tiles, rows) : (int) Math.ceil(Math.sqrt(tiles));
		return new MosaicLayout(wide, rows > 0 ? rows : ceil(tiles, wide), false);
	}

	private static int ceil(final int tiles, final int per) {
		return (tiles + per - 1) / per;
	}

	public MosaicLayout withPositiveDark(final boolean dark) {
		return new MosaicLayout(columns, rows, dark);
	}

	/** How many tiles there is room for. */
	public int places() {
		return Math.multiplyExact(columns, rows);
	}
}
