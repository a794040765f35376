package io.github.sparsej.convolve.pursuit;

import java.util.Arrays;

import io.github.sparsej.linalg.SegmentKernel;

/**
 * The correlations of a residual with all atoms at all places, and where the best of them is. A map's row holds all atoms of one
 * place after those of the place before. The places are cut into blocks of {@link #SIDE} x {@link #SIDE}, of each of which the
 * largest score of all atoms is known, and for global search that of each row of blocks: a step changes few blocks, and the best is
 * found without a look at the rest. Scores are magnitudes, or values of which negative ones never count, times the weight of the atom.
 * <p>
 * Changed by {@link MapUpdater}, by several threads at once only in windows that have no block in common.
 */
final class CorrelationMaps {

	/** Side of a block, places: with 8 a step on small images takes a fifth more time, with 16 twice as much. */
	static final int SIDE = 4;

	final PlacedDictionary atoms;
	final boolean signed;
	/** Places along x. */
	final int columns;
	/** Places along y. */
	final int rows;
	final int blockColumns;
	final int blockRows;
	/** C_k(y, x) is {@code [y][x * p + k]}. */
	final float[][] maps;
	/** The largest score of each block, 0 if none is positive. */
	final float[][] peaks;
	private final float[] rowPeaks;
	/** Which rows of blocks have changed since their largest was found. */
	private final boolean[] stale;

	CorrelationMaps(final PlacedDictionary atoms, final boolean signed, final int width, final int height) {
		this.atoms = atoms;
		this.signed = signed;
		columns = width - atoms.shape.width() + 1;
		rows = height - atoms.shape.height() + 1;
		blockColumns = blocks(columns);
		blockRows = blocks(rows);
		if ((long) columns * atoms.count > Integer.MAX_VALUE - 8)
			throw new IllegalArgumentException("the correlations of " + atoms.count + " atoms at " + columns + " places of a row are more than can be held");
		maps = new float[rows][columns * atoms.count];
		peaks = new float[blockRows][blockColumns];
		rowPeaks = new float[blockRows];
		stale = new boolean[blockRows];
	}

	static long bytes(final PlacedDictionary atoms, final int width, final int height) {
		return (long) Float.BYTES * atoms.count * (width - atoms.shape.width() + 1) * (height - atoms.shape.height() + 1);
	}

	static int blocks(final int places) {
		return (places + SIDE - 1) / SIDE;
	}

	float correlation(final int atom, final int y, final int x) {
		return maps[y][x * atoms.count + atom];
	}

	/** The largest score of a row of blocks is to be found again. */
	void setStale(final int blockRow) {
		stale[blockRow] = true;
	}

	/**
	 * Finds the place of the largest score; of equal ones that of the first atom, then the first row, then the first column.
	 *
	 * @return false if no score is positive
	 */
	boolean find(final Peak peak) {
		for (int row = 0; row < blockRows; row++) {
			if (!stale[row]) continue;
			rowPeaks[row] = SegmentKernel.largest(peaks[row], 0, blockColumns);
			stale[row] = false;
		}
		final float most = SegmentKernel.largest(rowPeaks, 0, blockRows);
		if (most == 0) return false;
		peak.atom = Integer.MAX_VALUE;
		for (int row = 0; row < blockRows; row++) if (rowPeaks[row] == most) locate(row, 0, blockColumns, most, peak);
		return true;
	}

	/** As {@link #find(Peak)}, within a rectangle of blocks. */
	boolean find(final int firstRow, final int endRow, final int firstColumn, final int endColumn, final Peak peak) {
		float most = 0;
		for (int row = firstRow; row < endRow; row++) most = Math.max(most, SegmentKernel.largest(peaks[row], firstColumn, endColumn));
		if (most == 0) return false;
		peak.atom = Integer.MAX_VALUE;
		for (int row = firstRow; row < endRow; row++) locate(row, firstColumn, endColumn, most, peak);
		return true;
	}

	private void locate(final int blockRow, final int firstColumn, final int endColumn, final float most, final Peak peak) {
		for (int column = firstColumn; column < endColumn; column++) {
			if (peaks[blockRow][column] != most) continue;
			final int endX = Math.min(columns, (column + 1) * SIDE);
			for (int y = blockRow * SIDE; y < Math.min(rows, (blockRow + 1) * SIDE); y++) locateInRow(y, column * SIDE, endX, most, peak);
		}
	}

	private void locateInRow(final int y, final int beginX, final int endX, final float most, final Peak peak) {
		final float[] map = maps[y];
		final int count = atoms.count, begin = beginX * count, end = endX * count;
		for (int i = begin; i < end; i++) {
			final float weighed = atoms.weights == null ? map[i] : atoms.weights[i - begin] * map[i];
			if ((signed ? Math.abs(weighed) : weighed) != most) continue;
			final int atom = i % count, x = i / count;
			if (atom > peak.atom || atom == peak.atom && (y > peak.y || y == peak.y && x >= peak.x)) continue;
			peak.atom = atom;
			peak.y = y;
			peak.x = x;
			peak.correlation = map[i];
		}
	}

	/** Some rows of places, to be filled. */
	float[][] rows(final int begin, final int end) {
		return Arrays.copyOfRange(maps, begin, end);
	}
}
