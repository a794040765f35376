package io.github.sparsej.convolve.pursuit;

import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.Progress;

/**
 * The places of maps cut into rectangles of blocks, in four colours such that no two of one colour touch. Rectangles are so large that
 * what is changed from within one (the correlations around a place, the largest scores of their blocks, the pixels of an
 * atom) is apart from what is changed from within another of its colour: those may be worked on at once. Immutable.
 */
final class Checkerboard {

	static final int COLOURS = 4;
	/** Least side of a rectangle, blocks: in smaller ones the best place is less often the best far around. */
	private static final int LEAST_BLOCKS = 16;

	/** What is done in a rectangle of blocks; ends are exclusive. */
	@FunctionalInterface
	interface Body {
		void run(int number, int firstRow, int endRow, int firstColumn, int endColumn);
	}

	private final CorrelationMaps maps;
	private final int height;
	private final int width;
	/** Rectangles in a row. */
	private final int columns;
	private final int rows;

	Checkerboard(final CorrelationMaps maps) {
		this.maps = maps;
		height = side(maps.atoms.shape.height());
		width = side(maps.atoms.shape.width());
		columns = (maps.blockColumns + width - 1) / width;
		rows = (maps.blockRows + height - 1) / height;
	}

	/** From both sides the reach of an atom less 1 and the rest of a block may meet, but not overlap. */
	private static int side(final int atom) {
		return Math.max(LEAST_BLOCKS, CorrelationMaps.blocks(2 * (atom - 1 + CorrelationMaps.SIDE - 1)));
	}

	int count() {
		return rows * columns;
	}

	/** Runs the body on all rectangles of a colour; false if stopped before. */
	boolean run(final int colour, final Parallel parallel, final Progress progress, final Body body) {
		final int beginRow = colour / 2, beginColumn = colour % 2;
		final int ofRows = (rows - beginRow + 1) / 2, ofColumns = (columns - beginColumn + 1) / 2;
		return parallel.forChunks(ofRows * ofColumns, 1, progress, CodedImages.WHAT, (i, end) -> {
			final int row = beginRow + 2 * (i / ofColumns), column = beginColumn + 2 * (i % ofColumns);
			body.run(row * columns + column, row * height, Math.min(maps.blockRows, (row + 1) * height), column * width, Math.min(maps.blockColumns, (column + 1) * width));
		});
	}
}
