package io.github.sparsej.linalg;

import java.util.Arrays;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/**
 * Gram matrices: the inner products of all pairs of rows, G(i, j) = sum over k of d(i, k) d(j, k). Symmetric to the bit,
 * and the same whatever the number of threads. Row i is {@code gram[i]}.
 */
public final class Gram {

	/** Rows per piece of work: enough for the product's tiles, few enough to keep many threads busy. */
	private static final int CHUNK = 24;
	/** Columns copied at a time when the upper half is filled, so that the lines of cache read are used whole. */
	private static final int MIRROR = 16;

	private Gram() {}

	/**
	 * @param rows    matrix d, p x m, row-major; not modified
	 * @param columns the same as one array per column (see {@link Columns}), m arrays of p values; not modified
	 * @param count   rows p
	 * @return p x p
	 */
	public static float[][] of(final float[] rows, final float[][] columns, final int count, final Parallel parallel) {
		final float[][] gram = new float[count][count];
		run(count, 0, begin -> {}, (begin, end) -> fillLower(rows, columns, gram, begin, end), (i, begin, end) -> mirror(gram, i, begin, end), parallel);
		return gram;
	}

	/**
	 * As {@link #of(float[], float[][], int, Parallel)}, where the columns are yet to be made, which takes less time together.
	 *
	 * @param columns m arrays of p values, overwritten
	 */
	public static float[][] andColumns(final float[] rows, final float[][] columns, final int count, final Parallel parallel) {
		final float[][] gram = new float[count][count];
		run(count, columns.length, begin -> Columns.copy(rows, begin, columns), (begin, end) -> fillLower(rows, columns, gram, begin, end), (i, begin, end) -> mirror(gram, i, begin, end), parallel);
		return gram;
	}

	/** As {@link #of(float[], float[][], int, Parallel)}, in float64. */
	public static double[][] of(final double[] rows, final double[][] columns, final int count, final Parallel parallel) {
		final double[][] gram = new double[count][count];
		run(count, 0, begin -> {}, (begin, end) -> DoubleProduct.best().multiply(rows, begin * columns.length, columns.length, end - begin, columns.length, columns, end, Arrays.copyOfRange(gram, begin, end)), (i, begin, end) -> {
			for (int j = begin; j < end; j++) gram[i][j] = gram[j][i];
		}, parallel);
		return gram;
	}

	/**
	 * The Gram matrix of rows of which some alone have changed, to the same bits as if it were made anew.
	 *
	 * @param rows    the matrix as it is now, row-major; not modified
	 * @param changed numbers of the rows that have changed
	 * @param before  the columns before; not modified
	 * @param columns as many, overwritten by those of now
	 * @param gram    the Gram matrix before, p x p; not modified
	 * @return p x p
	 */
	public static float[][] changed(final float[] rows, final int[] changed, final float[][] before, final float[][] columns, final float[][] gram, final Parallel parallel) {
		final int count = gram.length, length = columns.length;
		final float[][] now = new float[count][];
		final float[] packed = new float[changed.length * length];
		for (final int row : changed) now[row] = new float[count];
		final float[][] anew = Arrays.stream(changed).mapToObj(i -> now[i]).toArray(float[][]::new);
		final int copies = Columns.chunks(length), products = (changed.length + CHUNK - 1) / CHUNK, blocks = (count + CHUNK - 1) / CHUNK;
		final int[][] needs = new int[copies + products + blocks][];
		Arrays.setAll(needs, i -> IntStream.range(0, i < copies ? 0 : i < copies + products ? copies : copies + products).toArray());
		OrderedTasks.run(needs, i -> {
			if (i < copies) Columns.copyChanged(rows, changed, i, before, columns);
			else if (i < copies + products) {
				final int begin = (i - copies) * CHUNK, end = Math.min(changed.length, begin + CHUNK);
				for (int r = begin; r < end; r++) System.arraycopy(rows, changed[r] * length, packed, r * length, length);
				FloatProduct.best().multiply(packed, begin * length, length, end - begin, length, columns, count, Arrays.copyOfRange(anew, begin, end));
			}
			else {
				final int begin = (i - copies - products) * CHUNK;
				for (int row = begin; row < Math.min(count, begin + CHUNK); row++) if (now[row] == null) now[row] = replaced(gram[row], changed, anew, row);
			}
		}, parallel);
		return now;
	}

	private static float[] replaced(final float[] before, final int[] changed, final float[][] anew, final int row) {
		final float[] now = before.clone();
		for (int k = 0; k < changed.length; k++) now[changed[k]] = anew[k][row];
		return now;
	}

	private static void fillLower(final float[] rows, final float[][] columns, final float[][] gram, final int begin, final int end) {
		FloatProduct.best().multiply(rows, begin * columns.length, columns.length, end - begin, columns.length, columns, end, Arrays.copyOfRange(gram, begin, end));
	}

	private static void mirror(final float[][] gram, final int row, final int begin, final int end) {
		for (int j = begin; j < end; j++) gram[row][j] = gram[j][row];
	}

	private interface UpperBlock {
		void fill(int row, int begin, int end);
	}

	/**
	 * Columns first; then blocks of rows, from the last one up, of which columns 0 to end - 1 are filled, and then what is right of
	 * the diagonal, for which the rows below are needed.
	 */
	private static void run(final int count, final int columns, final IntConsumer copy, final Parallel.Body lower, final UpperBlock upper, final Parallel parallel) {
		final int copies = Columns.chunks(columns), blocks = (count + CHUNK - 1) / CHUNK;
		final int[][] needs = new int[copies + 2 * blocks][];
		Arrays.setAll(needs, i -> i < copies ? new int[0] : IntStream.range(0, i < copies + blocks ? copies : i - blocks + 1).toArray());
		OrderedTasks.run(needs, i -> {
			final int begin = (blocks - 1 - (i - copies) % blocks) * CHUNK, end = Math.min(count, begin + CHUNK);
			if (i < copies) copy.accept(i);
			else if (i < copies + blocks) lower.run(begin, end);
			else
				for (int j = begin; j < count; j += MIRROR)
					for (int row = begin; row < end; row++) upper.fill(row, Math.max(row + 1, j), Math.min(count, j + MIRROR));
		}, parallel);
	}
}
