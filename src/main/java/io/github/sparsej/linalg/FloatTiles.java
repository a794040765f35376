package io.github.sparsej.linalg;

import java.util.Arrays;

/**
 * Cuts a product into tiles of a few rows of A and a few rows of B, in an order that keeps the rows in use in cache. A
 * tile runs along all columns in one loop that C2 vectorises; this class is what all tile shapes have in common.
 */
abstract class FloatTiles implements FloatProduct {

	/** Rows of C in work at a time: with 1000 columns they stay in the second level of cache. */
	private static final int BLOCK_ROWS = 96;
	/** Rows of B in work at a time, a multiple of every tile's depth. */
	private static final int BLOCK_INNER = 24;

	private final int tileRows;
	private final int tileInner;

	FloatTiles(final int tileRows, final int tileInner) {
		this.tileRows = tileRows;
		this.tileInner = tileInner;
	}

	@Override
	public final void multiply(final float[] a, final int offset, final int stride, final int rows, final int inner, final float[][] b, final int columns, final float[][] c) {
		for (int begin = 0; begin < rows; begin += BLOCK_ROWS) {
			final int end = Math.min(rows, begin + BLOCK_ROWS);
			for (int r = begin; r < end; r++) Arrays.fill(c[r], 0, columns, 0);
			for (int k = 0; k < inner; k += BLOCK_INNER) block(a, offset, stride, begin, end, k, Math.min(inner, k + BLOCK_INNER), b, columns, c);
		}
	}

	private void block(final float[] a, final int offset, final int stride, final int begin, final int end, final int innerBegin, final int innerEnd, final float[][] b, final int columns, final float[][] c) {
		int r = begin;
		for (; r + tileRows <= end; r += tileRows)
			for (int k = innerBegin; k < innerEnd; k += tileInner)
				tile(a, offset + r * stride + k, stride, Math.min(tileInner, innerEnd - k), b, k, c, r, columns);
		for (; r < end; r++)
			for (int k = innerBegin; k < innerEnd; k += tileInner)
				row(a, offset + r * stride + k, Math.min(tileInner, innerEnd - k), b, k, c[r], columns);
	}

	/** Adds to all of the tile's rows of C, from r, the terms of {@code depth} (1 to the tile's) rows of B, from k. */
	abstract void tile(float[] a, int at, int stride, int depth, float[][] b, int k, float[][] c, int r, int columns);

	/** The same for a single row of C. */
	abstract void row(float[] a, int at, int depth, float[][] b, int k, float[] c, int columns);

	static void add(final float x, final float[] b, final float[] c, final int columns) {
		for (int j = 0; j < columns; j++) c[j] = Math.fma(x, b[j], c[j]);
	}
}
