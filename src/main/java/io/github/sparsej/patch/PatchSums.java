package io.github.sparsej.patch;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

import io.github.sparsej.model.PatchShape;
import io.github.sparsej.model.Signals;

/**
 * Adds up overlapping patches of a {@link PatchGrid}: every pixel has the sum of the values that the patches covering it
 * have there, in double precision, and how many these are where each patch of the grid is added once. Memory is held only for planes that a patch was added to and
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
		 * How many values were added to each pixel of row y, if each patch of the grid was added once.
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
	private final double[][] sums;
	private final int[][] counts;

	private PatchSums(final PatchGrid grid, final boolean[] kept) {
		this.grid = grid;
		this.kept = kept;
		shape = grid.shape();
		coverageX = grid.coverage(0);
		coverageY = grid.coverage(1);
		coverageZ = grid.coverage(2);
		sums = new double[grid.imageDepth() * shape.channels()][];
		counts = new int[sums.length][];
	}

	/** Sums of all patches of a grid. */
	public static PatchSums ofAll(final PatchGrid grid) {
		return new PatchSums(grid, null);
	}

	/** @param keeps which values (0 to m - 1) of a patch count */
	static PatchSums ofKept(final PatchGrid grid, final IntPredicate keeps) {
		if (IntStream.range(0, grid.shape().length()).allMatch(keeps)) return ofAll(grid);
		final boolean[] kept = new boolean[grid.shape().length()];
		for (int i = 0; i < kept.length; i++) kept[i] = keeps.test(i);
		return new PatchSums(grid, kept);
	}

	/**
	 * Adds patches.
	 *
	 * @param first    number of the first of them in the grid
	 * @param patches  not modified
	 * @param included which of them (0 to n - 1) to add
	 */
	public void add(final int first, final Signals patches, final IntPredicate included) {
		grid.checkRange(first, patches.count());
		grid.visit(first, patches.count(), (number, x, y, z) -> {
			if (included.test(number - first)) add(x, y, z, patches.values(), patches.offset(number - first));
		});
	}

	/**
	 * Adds patches that are the same throughout each channel: a fraction of the work, since those of one row of the grid
	 * make the same sums in all rows of pixels they cover.
	 *
	 * @param first  number of the first of them in the grid
	 * @param values n x channels: of each patch, not modified
	 */
	public void addConstant(final int first, final float[] values) {
		final int channels = shape.channels();
		final int count = values.length / channels;
		grid.checkRange(first, count);
		final double[] line = new double[grid.imageWidth()];
		for (int begin = 0; begin < count;) {
			final int column = (first + begin) % grid.columns(), row = (first + begin) / grid.columns();
			final int size = Math.min(count - begin, grid.columns() - column);
			for (int c = 0; c < channels; c++) {
				Arrays.fill(line, 0);
				for (int i = 0; i < size; i++) {
					final double value = values[(begin + i) * channels + c];
					for (int x = grid.x(column + i), end = x + shape.width(); x < end; x++) line[x] += value;
				}
				addLine(line, grid.x(column), grid.x(column + size - 1) + shape.width(), grid.y(row % grid.rows()), grid.z(row / grid.rows()), c);
			}
			begin += size;
		}
	}

	/** Adds pixels {@code from} to {@code to - 1} of a line to all rows of all slices of patches at (y, z). */
	private void addLine(final double[] line, final int from, final int to, final int y, final int z, final int c) {
		for (int dz = 0; dz < shape.depth(); dz++) {
			final int plane = c * grid.imageDepth() + z + dz;
			open(plane);
			for (int dy = 0; dy < shape.height(); dy++) addLine(line, from, to, sums[plane], (y + dy) * grid.imageWidth());
		}
	}

	private static void addLine(final double[] line, final int from, final int to, final double[] sum, final int row) {
		for (int x = from; x < to; x++) sum[row + x] += line[x];
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
					else addRow(values, i, sums[plane], row, shape.width());
				}
			}
	}

	private static void addRow(final float[] values, final int from, final double[] sum, final int to, final int width) {
		// Rows are so short that C2's own unrolling does not pay.
		int dx = 0;
		for (; dx < width - 3; dx += 4) {
			sum[to + dx] += values[from + dx];
			sum[to + dx + 1] += values[from + dx + 1];
			sum[to + dx + 2] += values[from + dx + 2];
			sum[to + dx + 3] += values[from + dx + 3];
		}
		for (; dx < width; dx++) sum[to + dx] += values[from + dx];
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
		if (kept != null) counts[plane] = new int[sums[plane].length];
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
