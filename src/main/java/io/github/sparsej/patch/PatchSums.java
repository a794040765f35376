package io.github.sparsej.patch;

import java.util.function.IntPredicate;
import java.util.stream.IntStream;

import io.github.sparsej.model.PatchShape;

/**
 * Adds up overlapping patches of a {@link PatchGrid}: every pixel has the sum of the values that the patches covering it
 * have there, in double precision, and how many these are. Memory is held only for planes that a patch was added to and
 * that were not taken out yet. The sums depend on the order in which patches are added. For use by one thread.
 */
public final class PatchSums {

	/** Sums of one plane that are final. */
	public final class Plane {

		private final double[] sums;
		private final int[] counts;
		private final int z;

		private Plane(final double[] sums, final int[] counts, final int z) {
			this.sums = sums;
			this.counts = counts;
			this.z = z;
		}

		/** width x height sums, row-major: not a copy. */
		public double[] sums() {
			return sums;
		}

		/**
		 * How many values were added to each pixel of row y.
		 *
		 * @param row overwritten from {@code offset} on, as many as the image is wide
		 */
		public void counts(final int y, final int[] row, final int offset) {
			if (counts != null) System.arraycopy(counts, y * grid.imageWidth(), row, offset, grid.imageWidth());
			else for (int x = 0; x < coverageX.length; x++) row[offset + x] = coverageZ[z] * coverageY[y] * coverageX[x];
		}
	}

	private final PatchGrid grid;
	private final PatchShape shape;
	private final int[] coverageX;
	private final int[] coverageY;
	private final int[] coverageZ;
	/** Which values of a patch count; null: all. */
	private final boolean[] kept;
	/** Whether values added are counted: not where all values of all patches are. */
	private final boolean counted;
	private final double[][] sums;
	private final int[][] counts;

	private PatchSums(final PatchGrid grid, final boolean[] kept, final boolean counted) {
		this.grid = grid;
		this.kept = kept;
		this.counted = counted;
		shape = grid.shape();
		coverageX = grid.coverage(0);
		coverageY = grid.coverage(1);
		coverageZ = grid.coverage(2);
		sums = new double[grid.imageDepth() * shape.channels()][];
		counts = new int[sums.length][];
	}

	/** Sums of all patches of a grid: each is to be added once. */
	public static PatchSums ofAll(final PatchGrid grid) {
		return new PatchSums(grid, null, false);
	}

	/** Sums of any patches of a grid, which are counted. */
	public static PatchSums ofSome(final PatchGrid grid) {
		return new PatchSums(grid, null, true);
	}

	/** @param keeps which values (0 to m - 1) of a patch count */
	static PatchSums ofKept(final PatchGrid grid, final IntPredicate keeps) {
		if (IntStream.range(0, grid.shape().length()).allMatch(keeps)) return ofAll(grid);
		final boolean[] kept = new boolean[grid.shape().length()];
		for (int i = 0; i < kept.length; i++) kept[i] = keeps.test(i);
		return new PatchSums(grid, kept, true);
	}

	/**
	 * Adds one patch.
	 *
	 * @param number of the patch in the grid
	 * @param values hold the patch from {@code offset} on; not modified
	 */
	public void add(final int number, final float[] values, final int offset) {
		grid.checkRange(number, 1);
		grid.visit(number, 1, (same, x, y, z) -> add(x, y, z, values, offset));
	}

	void add(final int x, final int y, final int z, final float[] values, final int offset) {
		int i = offset;
		for (int c = 0; c < shape.channels(); c++)
			for (int dz = 0; dz < shape.depth(); dz++) {
				final int plane = c * grid.imageDepth() + z + dz;
				open(plane);
				for (int dy = 0; dy < shape.height(); dy++, i += shape.width()) {
					final int row = (y + dy) * grid.imageWidth() + x;
					if (kept != null) addKept(values, i, i - offset, plane, row);
					else {
						addRow(values, i, sums[plane], row, shape.width());
						if (counted) for (int dx = 0; dx < shape.width(); dx++) counts[plane][row + dx]++;
					}
				}
			}
	}

	private static void addRow(final float[] values, final int from, final double[] sum, final int to, final int width) {
		for (int dx = 0; dx < width; dx++) sum[to + dx] += values[from + dx];
	}

	private void addKept(final float[] values, final int from, final int inPatch, final int plane, final int to) {
		for (int dx = 0; dx < shape.width(); dx++)
			if (kept[inPatch + dx]) {
				sums[plane][to + dx] += values[from + dx];
				counts[plane][to + dx]++;
			}
	}

	private void open(final int plane) {
		if (sums[plane] != null) return;
		sums[plane] = new double[grid.imageWidth() * grid.imageHeight()];
		if (counted) counts[plane] = new int[sums[plane].length];
	}

	/** Takes the sums of slice z in channel c out, which holds them no longer: no patch may be added there any more. */
	public Plane take(final int z, final int c) {
		final int plane = c * grid.imageDepth() + z;
		open(plane);
		final Plane taken = new Plane(sums[plane], counts[plane], z);
		sums[plane] = null;
		counts[plane] = null;
		return taken;
	}
}
