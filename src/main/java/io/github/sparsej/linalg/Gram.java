package io.github.sparsej.linalg;

import java.util.Arrays;

/**
 * Gram matrices: the inner products of all pairs of rows, G(i, j) = sum over k of d(i, k) d(j, k). Symmetric to the bit,
 * and the same whatever the number of threads. Row i is {@code gram[i]}.
 */
public final class Gram {

	/** Rows per piece of work: enough for the product's tiles, few enough to keep many threads busy. */
	private static final int CHUNK = 48;
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
		final int length = columns.length;
		final float[][] gram = new float[count][count];
		forLowerBlocks(count, parallel, (begin, end) -> FloatProduct.best().multiply(rows, begin * length, length, end - begin, length, columns, end, Arrays.copyOfRange(gram, begin, end)));
		forUpperBlocks(count, parallel, (i, begin, end) -> {
			for (int j = begin; j < end; j++) gram[i][j] = gram[j][i];
		});
		return gram;
	}

	/** As {@link #of(float[], float[][], int, Parallel)}, in float64. */
	public static double[][] of(final double[] rows, final double[][] columns, final int count, final Parallel parallel) {
		final int length = columns.length;
		final double[][] gram = new double[count][count];
		forLowerBlocks(count, parallel, (begin, end) -> DoubleProduct.best().multiply(rows, begin * length, length, end - begin, length, columns, end, Arrays.copyOfRange(gram, begin, end)));
		forUpperBlocks(count, parallel, (i, begin, end) -> {
			for (int j = begin; j < end; j++) gram[i][j] = gram[j][i];
		});
		return gram;
	}

	/** Row blocks, of which columns 0 to end - 1 are wanted; long ones first, so that threads end together. */
	private static void forLowerBlocks(final int count, final Parallel parallel, final Parallel.Body rows) {
		parallel.forChunks(count, CHUNK, (low, high) -> rows.run(count - high, count - low));
	}

	private interface UpperBlock {
		void fill(int row, int begin, int end);
	}

	private static void forUpperBlocks(final int count, final Parallel parallel, final UpperBlock block) {
		parallel.forChunks(count, CHUNK, (begin, end) -> {
			for (int j = begin; j < count; j += MIRROR)
				for (int i = begin; i < end; i++) block.fill(i, Math.max(i + 1, j), Math.min(count, j + MIRROR));
		});
	}
}
