package io.github.sparsej.autoencoder.net;

/** Blocks of signals, turned from one array per signal into one array per place and back. */
public final class Blocks {

	/** Rows and columns turned at a time, so that both stay in the cache. */
	private static final int TILE = 8;

	private Blocks() {}

	/** {@code to[j][i] = from[i][j]}, for i below {@code rows} and j below {@code columns}. */
	public static void transpose(final double[][] from, final int rows, final int columns, final double[][] to) {
		for (int i = 0; i < rows; i += TILE)
			for (int j = 0; j < columns; j += TILE) tile(from, i, Math.min(rows, i + TILE), j, Math.min(columns, j + TILE), to);
	}

	private static void tile(final double[][] from, final int rowBegin, final int rowEnd, final int begin, final int end, final double[][] to) {
		for (int j = begin; j < end; j++) {
			final double[] row = to[j];
			for (int i = rowBegin; i < rowEnd; i++) row[i] = from[i][j];
		}
	}
}
