package io.github.sparsej.patch;

import java.util.function.IntPredicate;

import io.github.sparsej.model.Signals;
import io.github.sparsej.model.Volume;

/**
 * Puts the patches of a {@link PatchGrid} together to an image: every pixel is the mean of the values that the patches
 * covering it have there. Values of patches that say nothing of their pixels can be left out of it; a pixel that no patch
 * tells of is 0.
 * <p>
 * Patches come in the order of their numbers, in batches of any size. Sums are kept in double precision, and only for the
 * slices that the current patches reach, so that unchanged patches give back the image they were cut from bit by bit. The
 * result does not depend on the batches. For use by one thread.
 */
public final class PatchAssembly {

	private final PatchGrid grid;
	private final PatchSums sums;
	private final float[][] planes;
	private int nextPatch;
	private int openSlice;

	public PatchAssembly(final PatchGrid grid) {
		this(grid, value -> true);
	}

	/** @param keeps which values (0 to m - 1) of a patch count */
	public PatchAssembly(final PatchGrid grid, final IntPredicate keeps) {
		this.grid = grid;
		sums = PatchSums.ofKept(grid, keeps);
		planes = new float[grid.imageDepth() * grid.shape().channels()][];
	}

	/** Number of the patch that must come next: how many have been added. */
	public int next() {
		return nextPatch;
	}

	/**
	 * Adds the next patches.
	 *
	 * @param first   number of the first of them, which must be {@link #next()}
	 * @param patches not modified
	 * @throws IllegalArgumentException if they are out of order or of another length
	 */
	public void add(final int first, final Signals patches) {
		if (first != nextPatch) throw new IllegalArgumentException("patches are assembled in order: expected number " + nextPatch + ", got " + first);
		if (patches.length() != grid.shape().length())
			throw new IllegalArgumentException("patches of " + grid.shape() + " have " + grid.shape().length() + " values, got " + patches.length());
		grid.checkRange(first, patches.count());
		grid.visit(first, patches.count(), (number, x, y, z) -> {
			finishSlicesBefore(z);
			sums.add(x, y, z, patches.values(), patches.offset(number - first));
		});
		nextPatch += patches.count();
	}

	/** No later patch reaches these slices: their means are final, and their sums need no memory any more. */
	private void finishSlicesBefore(final int z) {
		for (; openSlice < z; openSlice++)
			for (int c = 0; c < grid.shape().channels(); c++) planes[c * grid.imageDepth() + openSlice] = means(sums.take(openSlice, c));
	}

	private float[] means(final PatchSums.Plane plane) {
		final float[] means = new float[plane.sums().length];
		final int[] counts = new int[grid.imageWidth()];
		for (int y = 0, i = 0; y < grid.imageHeight(); y++) {
			plane.counts(y, counts, 0);
			for (int x = 0; x < counts.length; x++, i++) if (counts[x] > 0) means[i] = (float) (plane.sums()[i] / counts[x]);
		}
		return means;
	}

	/**
	 * The assembled image.
	 *
	 * @throws IllegalStateException if patches are still missing
	 */
	public Volume result() {
		if (nextPatch != grid.count()) throw new IllegalStateException("only " + nextPatch + " of " + grid.count() + " patches have been added");
		finishSlicesBefore(grid.imageDepth());
		return Volume.of(grid.imageWidth(), grid.imageHeight(), grid.imageDepth(), grid.shape().channels(), planes.clone());
	}
}
