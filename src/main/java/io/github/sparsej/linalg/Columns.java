package io.github.sparsej.linalg;

/** A row-major matrix as one array per column: what {@link FloatProduct} wants of atoms that are stored as rows. */
public final class Columns {

	/** Columns per piece of work: 16 float32 values are one line of cache, so that each line is read by one thread. */
	private static final int CHUNK = 16;

	private Columns() {}

	/**
	 * @param matrix  rows x columns values, row-major; not modified
	 * @return the columns, each with {@code rows} values
	 */
	public static float[][] of(final float[] matrix, final int rows, final int columns, final Parallel parallel) {
		final float[][] split = new float[columns][rows];
		parallel.forChunks(chunks(columns), 1, (chunk, end) -> copy(matrix, chunk, split));
		return split;
	}

	/** As {@link #of(float[], int, int, Parallel)}, in float64. */
	public static double[][] of(final double[] matrix, final int rows, final int columns, final Parallel parallel) {
		final double[][] split = new double[columns][rows];
		parallel.forChunks(columns, CHUNK, (begin, end) -> {
			for (int j = begin; j < end; j++) copy(matrix, j, columns, split[j]);
		});
		return split;
	}

	/** Pieces of work that so many columns are. */
	static int chunks(final int columns) {
		return (columns + CHUNK - 1) / CHUNK;
	}

	/** Copies one piece of work. */
	static void copy(final float[] matrix, final int chunk, final float[][] columns) {
		for (int j = chunk * CHUNK; j < Math.min(columns.length, (chunk + 1) * CHUNK); j++) copy(matrix, j, columns.length, columns[j]);
	}

	/** One piece of work, of a matrix of which some rows alone have changed. */
	static void copyChanged(final float[] matrix, final int[] rows, final int chunk, final float[][] before, final float[][] columns) {
		for (int j = chunk * CHUNK; j < Math.min(columns.length, (chunk + 1) * CHUNK); j++) {
			final float[] column = before[j].clone();
			for (final int row : rows) column[row] = matrix[row * columns.length + j];
			columns[j] = column;
		}
	}

	private static void copy(final float[] matrix, final int column, final int columns, final float[] to) {
		for (int i = 0; i < to.length; i++) to[i] = matrix[i * columns + column];
	}

	private static void copy(final double[] matrix, final int column, final int columns, final double[] to) {
		for (int i = 0; i < to.length; i++) to[i] = matrix[i * columns + column];
	}
}
