package io.github.sparsej.restore.denoise;

import io.github.sparsej.patch.PatchGrid;

/**
 * The rows of a grid of patches in strips, whose pixels overlap: each with the next one only. Their height does not
 * depend on the number of threads. Immutable and thread-safe.
 */
final class Strips {

	/** Rows of patches in a strip, where patches are not so high that they reach further than the next strip. */
	private static final int ROWS = 16;

	private final PatchGrid grid;
	private final int rows;

	Strips(final PatchGrid grid) {
		this.grid = grid;
		final int step = Math.min(grid.stride(), grid.shape().height());
		rows = Math.max(ROWS, (grid.shape().height() + step - 1) / step);
	}

	int count() {
		return (grid.rows() + rows - 1) / rows;
	}

	/** The first row of pixels of a strip. */
	int top(final int strip) {
		return grid.y(strip * rows);
	}

	/** One past the last row of pixels of a strip. */
	int bottom(final int strip) {
		return grid.y(Math.min((strip + 1) * rows, grid.rows()) - 1) + grid.shape().height();
	}

	/** The first row of pixels that a strip does not share with the one before. */
	int ownTop(final int strip) {
		return strip == 0 ? top(0) : bottom(strip - 1);
	}

	/** One past the last row of pixels that a strip does not share with the next. */
	int ownBottom(final int strip) {
		return strip == count() - 1 ? bottom(strip) : top(strip + 1);
	}
}
