package io.github.sparsej.linalg;

import io.github.sparsej.model.Progress;

/**
 * Products of matrices in float64 that are stored as rows, on a number of threads: the same bits on any number of them. All
 * ask the progress before each piece of work and end early where it asks to stop.
 */
public final class DoubleMatrices {

	/** Rows of the product per piece of work: enough to pay for what the product's kernels pack of B, few enough to keep threads busy. */
	private static final int CHUNK = 48;
	/** Rows that {@link #addCrossProduct} sums over at a time, whose columns then stay in cache. */
	private static final int SUMMED = 1024;

	private DoubleMatrices() {}

	/**
	 * C = A B.
	 *
	 * @param a n x k; not modified
	 * @param b k x m; not modified
	 * @param c n x m, overwritten
	 * @return false if stopped, with C in part
	 */
	public static boolean multiply(final double[][] a, final double[][] b, final double[][] c, final Parallel parallel, final Progress progress, final String what) {
		final int inner = b.length, columns = b[0].length;
		return parallel.forChunks(a.length, CHUNK, progress, what, (begin, end) -> {
			final double[] packed = new double[(end - begin) * inner];
			final double[][] rows = new double[end - begin][];
			for (int r = begin; r < end; r++) {
				System.arraycopy(a[r], 0, packed, (r - begin) * inner, inner);
				rows[r - begin] = c[r];
			}
			DoubleProduct.best().multiply(packed, 0, inner, end - begin, inner, b, columns, rows);
		});
	}

	/**
	 * C = A'B, the sum over s of row s of A times row s of B.
	 *
	 * @param a n x k; not modified
	 * @param b n x m; not modified
	 * @return k x m; null if stopped
	 */
	public static double[][] crossProduct(final double[][] a, final double[][] b, final Parallel parallel, final Progress progress, final String what) {
		final double[][] sum = new double[a[0].length][b[0].length];
		for (int begin = 0; begin < a.length; begin += SUMMED)
			if (!addCrossProduct(a, b, begin, Math.min(a.length, begin + SUMMED), sum, parallel, progress, what)) return null;
		return sum;
	}

	private static boolean addCrossProduct(final double[][] a, final double[][] b, final int first, final int last, final double[][] sum, final Parallel parallel, final Progress progress, final String what) {
		final int count = last - first, columns = b[0].length;
		final double[][] summed = new double[count][];
		System.arraycopy(b, first, summed, 0, count);
		return parallel.forChunks(sum.length, CHUNK, progress, what, (begin, end) -> {
			final double[] transposed = new double[(end - begin) * count];
			for (int s = 0; s < count; s++)
				for (int i = begin; i < end; i++) transposed[(i - begin) * count + s] = a[first + s][i];
			final double[][] part = new double[end - begin][columns];
			DoubleProduct.best().multiply(transposed, 0, count, end - begin, count, summed, columns, part);
			for (int i = begin; i < end; i++) add(part[i - begin], sum[i]);
		});
	}

	private static void add(final double[] row, final double[] to) {
		for (int j = 0; j < to.length; j++) to[j] += row[j];
	}

	/** A', as rows. */
	public static double[][] transposed(final double[][] a) {
		final double[][] transposed = new double[a[0].length][a.length];
		for (int i = 0; i < a.length; i++)
			for (int j = 0; j < transposed.length; j++) transposed[j][i] = a[i][j];
		return transposed;
	}
}
