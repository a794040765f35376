package io.github.sparsej.patch;

import java.util.function.IntPredicate;
import java.util.stream.IntStream;

import io.github.sparsej.model.PatchShape;
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
	private final PatchShape shape;
	private final int[] coverageX;
	private final int[] coverageY;
	private final int[] coverageZ;
	/** Which values of a patch count; null: all. */
	private final boolean[] kept;
	/** Where not all count: how many did so far, for each sum. */
	private final int[][] counts;
	private final double[][] sums;
	private final float[][] planes;
	private int nextPatch;
	private int openSlice;

	public PatchAssembly(final PatchGrid grid) {
		this(grid, value -> true);
	}

	/** @param keeps which values (0 to m - 1) of a patch count */
	public PatchAssembly(final PatchGrid grid, final IntPredicate keeps) {
		this.grid = grid;
		shape = grid.shape();
		coverageX = grid.coverage(0);
		coverageY = grid.coverage(1);
		coverageZ = grid.coverage(2);
		kept = IntStream.range(0, shape.length()).allMatch(keeps) ? null : new boolean[shape.length()];
		if (kept != null) for (int i = 0; i < kept.length; i++) kept[i] = keeps.test(i);
		final int planeCount = grid.imageDepth() * shape.channels();
		counts = new int[planeCount][];
		sums = new double[planeCount][];
		planes = new float[planeCount][];
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
		if (patches.length() != shape.length())
			throw new IllegalArgumentException("patches of " + shape + " have " + shape.length() + " values, got " + patches.length());
		grid.checkRange(first, patches.count());
		grid.visit(first, patches.count(), (number, x, y, z) -> {
			finishSlicesBefore(z);
			addPatch(patches.values(), patches.offset(number - first), x, y, z);
		});
		nextPatch += patches.count();
	}

	private void addPatch(final float[] values, final int offset, final int x, final int y, final int z) {
		int i = offset;
		for (int c = 0; c < shape.channels(); c++)
			for (int dz = 0; dz < shape.depth(); dz++) {
				final int plane = c * grid.imageDepth() + z + dz;
				final double[] sum = openSums(plane);
				for (int dy = 0; dy < shape.height(); dy++, i += shape.width()) {
					final int row = (y + dy) * grid.imageWidth() + x;
					if (kept == null) for (int dx = 0; dx < shape.width(); dx++) sum[row + dx] += values[i + dx];
					else addKept(values, offset, i, plane, row);
				}
			}
	}

	/** One row of a patch. */
	private void addKept(final float[] values, final int patch, final int from, final int plane, final int to) {
		for (int dx = 0; dx < shape.width(); dx++)
			if (kept[from - patch + dx]) {
				sums[plane][to + dx] += values[from + dx];
				counts[plane][to + dx]++;
			}
	}

	private double[] openSums(final int plane) {
		if (sums[plane] == null) {
			sums[plane] = new double[grid.imageWidth() * grid.imageHeight()];
			if (kept != null) counts[plane] = new int[sums[plane].length];
		}
		return sums[plane];
	}

	/** No later patch reaches these slices: their means are final, and their sums need no memory any more. */
	private void finishSlicesBefore(final int z) {
		for (; openSlice < z; openSlice++)
			for (int c = 0; c < shape.channels(); c++) {
				final int plane = c * grid.imageDepth() + openSlice;
				planes[plane] = kept == null ? means(sums[plane], coverageZ[openSlice]) : means(sums[plane], counts[plane]);
				sums[plane] = null;
				counts[plane] = null;
			}
	}

	private float[] means(final double[] sum, final int weightZ) {
		final float[] means = new float[sum.length];
		for (int y = 0, i = 0; y < coverageY.length; y++)
			for (int x = 0; x < coverageX.length; x++, i++) means[i] = (float) (sum[i] / ((double) weightZ * coverageY[y] * coverageX[x]));
		return means;
	}

	private static float[] means(final double[] sum, final int[] count) {
		final float[] means = new float[sum.length];
		for (int i = 0; i < means.length; i++) if (count[i] > 0) means[i] = (float) (sum[i] / count[i]);
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
		return Volume.of(grid.imageWidth(), grid.imageHeight(), grid.imageDepth(), shape.channels(), planes.clone());
	}
}
