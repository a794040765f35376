package io.github.sparsej.restore.inpaint;

import io.github.sparsej.model.PatchShape;
import io.github.sparsej.model.Volume;
import io.github.sparsej.patch.PatchGrid;

/**
 * What overlapping patches tell of the missing pixels of an image, as a weighted mean. Patches come in rising order of their
 * numbers, and sums are kept only for rows that later ones may reach: those of a patch, and in patches of several slices all rows of
 * the slices behind the first. For use by one thread.
 */
final class ToldPixels {

	private final Volume image;
	private final PatchGrid grid;
	private final PatchShape shape;
	/** Of each plane the rows of which something is told; null where nothing is, or no more. */
	private final double[][][] sums;
	private final double[][][] weights;
	private int openSlice;
	/** The first row of that slice that is not finished. */
	private int openRow;
	private long filled;

	/** @param image its NaN pixels are overwritten, once no later patch reaches their row */
	ToldPixels(final Volume image, final PatchGrid grid) {
		this.image = image;
		this.grid = grid;
		shape = grid.shape();
		sums = new double[image.depth() * image.channels()][image.height()][];
		weights = new double[sums.length][image.height()][];
	}

	/** A value that a patch tells, by its number in the patch; NaN where it does not. */
	@FunctionalInterface
	interface Told {
		float at(int j);
	}

	/** Adds what one patch tells of the pixels missing in it. */
	void add(final int patch, final double weight, final Told told) {
		final int line = patch / grid.columns();
		final int x = grid.x(patch % grid.columns()), y = grid.y(line % grid.rows()), z = grid.z(line / grid.rows());
		finishBefore(z, y);
		for (int c = 0, j = 0; c < shape.channels(); c++)
			for (int dz = 0; dz < shape.depth(); dz++)
				for (int dy = 0; dy < shape.height(); dy++, j += shape.width()) addRow(c, z + dz, y + dy, x, j, weight, told);
	}

	private void addRow(final int channel, final int slice, final int y, final int x, final int first, final double weight, final Told told) {
		final float[] plane = image.plane(slice, channel);
		final int at = channel * image.depth() + slice;
		for (int dx = 0; dx < shape.width(); dx++) {
			if (!Float.isNaN(plane[y * image.width() + x + dx])) continue;
			final float value = told.at(first + dx);
			if (Float.isNaN(value)) continue;
			if (sums[at][y] == null) {
				sums[at][y] = new double[image.width()];
				weights[at][y] = new double[image.width()];
			}
			sums[at][y][x + dx] += weight * value;
			weights[at][y][x + dx] += weight;
		}
	}

	/** Slices before this one, and its rows before this one: they are part of no later patch. */
	private void finishBefore(final int slice, final int row) {
		while (openSlice < slice) {
			finishRows(image.height());
			openSlice++;
			openRow = 0;
		}
		finishRows(row);
	}

	private void finishRows(final int end) {
		for (; openRow < end; openRow++)
			for (int c = 0; c < image.channels(); c++) finish(image.plane(openSlice, c), c * image.depth() + openSlice, openRow);
	}

	private void finish(final float[] plane, final int at, final int y) {
		if (sums[at][y] == null) return;
		for (int x = 0; x < image.width(); x++) {
			if (!(weights[at][y][x] > 0)) continue;
			plane[y * image.width() + x] = (float) (sums[at][y][x] / weights[at][y][x]);
			filled++;
		}
		sums[at][y] = null;
		weights[at][y] = null;
	}

	/** Writes all that is left to write; returns how many pixels were filled by all patches. */
	long finish() {
		finishBefore(image.depth(), 0);
		return filled;
	}
}
