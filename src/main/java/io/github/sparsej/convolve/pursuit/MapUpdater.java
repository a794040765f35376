package io.github.sparsej.convolve.pursuit;

import java.util.Arrays;

import io.github.sparsej.linalg.SegmentKernel;

/** Changes {@link CorrelationMaps}. Not thread-safe: one per thread. */
final class MapUpdater {

	private final CorrelationMaps maps;
	private final PlacedDictionary atoms;
	private final SegmentKernel kernel;
	/** The largest scores so far of some rows, for each atom at each place of a window. */
	private final float[] maxima;

	MapUpdater(final CorrelationMaps maps) {
		this.maps = maps;
		atoms = maps.atoms;
		maxima = new float[atoms.window * atoms.count];
		kernel = SegmentKernel.ofLength(maxima.length);
	}

	/** Takes a multiple of an atom at a place from the residual: lowers the correlations of all atoms that overlap it. */
	void subtract(final int atom, final int y, final int x, final float factor) {
		final int reachY = atoms.shape.height() - 1, reachX = atoms.shape.width() - 1, count = atoms.count;
		final int beginY = Math.max(0, y - reachY), endY = Math.min(maps.rows, y + reachY + 1);
		final int beginX = Math.max(0, x - reachX), endX = Math.min(maps.columns, x + reachX + 1);
		final float[][] products = atoms.products.of(atom);
		for (int row = beginY; row < endY; row++)
			kernel.subtract(maps.maps[row], beginX * count, (endX - beginX) * count, factor, products[row - y + reachY], (beginX - x + reachX) * count);
		findPeaks(beginY / CorrelationMaps.SIDE, CorrelationMaps.blocks(endY), beginX / CorrelationMaps.SIDE, CorrelationMaps.blocks(endX));
	}

	/** Finds the largest scores of rows of blocks again. */
	void findPeaks(final int firstRow, final int endRow) {
		final int blocks = atoms.window / CorrelationMaps.SIDE;
		for (int column = 0; column < maps.blockColumns; column += blocks) findPeaks(firstRow, endRow, column, Math.min(maps.blockColumns, column + blocks));
	}

	private void findPeaks(final int firstRow, final int endRow, final int firstColumn, final int endColumn) {
		final int side = CorrelationMaps.SIDE, count = atoms.count;
		final int begin = firstColumn * side * count, length = Math.min(maps.columns, endColumn * side) * count - begin;
		for (int blockRow = firstRow; blockRow < endRow; blockRow++) {
			Arrays.fill(maxima, 0, length, 0);
			for (int row = blockRow * side; row < Math.min(maps.rows, (blockRow + 1) * side); row++) kernel.raise(maps.maps[row], begin, length, atoms.weights, maps.signed, maxima);
			for (int column = firstColumn; column < endColumn; column++) {
				final int from = (column - firstColumn) * side * count;
				maps.peaks[blockRow][column] = SegmentKernel.largest(maxima, from, Math.min(length, from + side * count));
			}
			maps.setStale(blockRow);
		}
	}
}
