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
		parallel.forChunks(columns, CHUNK, (begin, end) -> {
			for (int i = 0; i < rows; i++) for (int j = begin; j < end; j++) split[j][i] = matrix[i * columns + j];
		});
		return split;
	}

	/** As {@link #of(float[], int, int, Parallel)}, in float64. */
	public static double[][] of(final double[] matrix, final int rows, final int columns, final Parallel parallel) {
		final double[][] split = new double[columns][rows];
		parallel.forChunks(columns, CHUNK, (begin, end) -> {
			for (int i = 0; i < rows; i++) for (int j = begin; j < end; j++) split[j][i] = matrix[i * columns + j];
		});
		return split;
	}
}
