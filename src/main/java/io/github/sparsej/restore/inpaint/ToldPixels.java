package io.github.sparsej.restore.inpaint;

import io.github.sparsej.model.PatchShape;
import io.github.sparsej.model.Volume;
import io.github.sparsej.patch.PatchGrid;

/**
 * What overlapping patches tell of the missing pixels of an image, as a weighted mean. Patches come in rising order of their
 * numbers, and sums are kept only for the slices that are still reached. For use by one thread.
 */
final class ToldPixels {

	private final Volume image;
	private final PatchGrid grid;
	private final PatchShape shape;
	private final double[][] sums;
	private final double[][] weights;
	private int openSlice;
	private long filled;

	/** @param image its NaN pixels are overwritten, once no later patch reaches their slice */
	ToldPixels(final Volume image, final PatchGrid grid) {
		this.image = image;
		this.grid = grid;
		shape = grid.shape();
		sums = new double[image.depth() * image.channels()][];
		weights = new double[sums.length][];
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
		finishSlicesBefore(z);
		for (int c = 0, j = 0; c < shape.channels(); c++)
			for (int dz = 0; dz < shape.depth(); dz++)
				for (int dy = 0; dy < shape.height(); dy++, j += shape.width()) addRow(c, z + dz, (y + dy) * image.width() + x, j, weight, told);
	}

	private void addRow(final int channel, final int slice, final int begin, final int first, final double weight, final Told told) {
		final float[] plane = image.plane(slice, channel);
		final int at = channel * image.depth() + slice;
		for (int dx = 0; dx < shape.width(); dx++) {
			if (!Float.isNaN(plane[begin + dx])) continue;
			final float value = told.at(first + dx);
			if (Float.isNaN(value)) continue;
			if (sums[at] == null) {
				sums[at] = new double[plane.length];
				weights[at] = new double[plane.length];
			}
			sums[at][begin + dx] += weight * value;
			weights[at][begin + dx] += weight;
		}
	}

	private void finishSlicesBefore(final int z) {
		for (; openSlice < z; openSlice++) for (int c = 0; c < image.channels(); c++) finish(image.plane(openSlice, c), c * image.depth() + openSlice);
	}

	private void finish(final float[] plane, final int at) {
		if (sums[at] == null) return;
		for (int i = 0; i < plane.length; i++) {
			if (!(weights[at][i] > 0)) continue;
			plane[i] = (float) (sums[at][i] / weights[at][i]);
			filled++;
		}
		sums[at] = null;
		weights[at] = null;
	}

	/** Writes all that is left to write; returns how many pixels were filled by all patches. */
	long finish() {
		finishSlicesBefore(image.depth());
		return filled;
	}
}
