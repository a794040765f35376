package io.github.sparsej.linalg;

import java.util.Arrays;

/**
 * Cuts a product into tiles of a few rows of A and a few rows of B, in an order that keeps the rows in use in cache. A
 * tile runs along all columns in one loop that C2 vectorises; this class is what all tile shapes have in common.
 */
abstract class FloatTiles implements FloatProduct {

	/** Rows of C in work at a time, a multiple of every tile's: with 1000 columns they stay in the second level of cache. */
	private static final int BLOCK_ROWS = 96;
	/** Rows of B in work at a time, a multiple of every tile's. */
	private static final int BLOCK_INNER = 18;

	private final int tileRows;
	private final int tileInner;

	FloatTiles(final int tileRows, final int tileInner) {
		this.tileRows = tileRows;
		this.tileInner = tileInner;
	}

	@Override
	public final void multiply(final float[] a, final int offset, final int stride, final int rows, final int inner, final float[][] b, final int columns, final float[][] c) {
		final int whole = rows - rows % tileRows;
		for (int r = 0; r < rows; r++) Arrays.fill(c[r], 0, columns, 0);
		for (int begin = 0; begin < whole; begin += BLOCK_ROWS) block(a, offset, stride, begin, Math.min(whole, begin + BLOCK_ROWS), inner, b, columns, c);
		if (whole < rows) lastRows(a, offset + whole * stride, stride, rows - whole, inner, b, columns, Arrays.copyOfRange(c, whole, rows));
	}

	private void block(final float[] a, final int offset, final int stride, final int begin, final int end, final int inner, final float[][] b, final int columns, final float[][] c) {
		final float[][] tile = new float[tileRows][];
		for (int k = 0; k < inner; k += BLOCK_INNER)
			for (int r = begin; r < end; r += tileRows) {
				System.arraycopy(c, r, tile, 0, tileRows);
				run(a, offset + r * stride, stride, k, Math.min(inner, k + BLOCK_INNER), b, columns, tile);
			}
	}

	/** Rows too few for a tile: the first stands in for those that miss, and goes nowhere. */
	private void lastRows(final float[] a, final int offset, final int stride, final int rows, final int inner, final float[][] b, final int columns, final float[][] c) {
		final float[] packed = new float[tileRows * inner];
		final float[][] tile = new float[tileRows][];
		for (int r = 0; r < tileRows; r++) {
			System.arraycopy(a, offset + (r < rows ? r : 0) * stride, packed, r * inner, inner);
			tile[r] = r < rows ? c[r] : new float[columns];
		}
		run(packed, 0, inner, 0, inner, b, columns, tile);
	}

	private void run(final float[] a, final int offset, final int stride, final int begin, final int end, final float[][] b, final int columns, final float[][] c) {
		int k = begin;
		for (; k + tileInner <= end; k += tileInner) tile(a, offset + k, stride, b, k, c, columns);
		for (; k < end; k++) for (int r = 0; r < tileRows; r++) add(a[offset + r * stride + k], b[k], c[r], columns);
	}

	/** Adds to the tile's rows c[0], c[1], ... the terms of its rows of B, from row k; its part of A begins at {@code a[at]}. */
	abstract void tile(float[] a, int at, int stride, float[][] b, int k, float[][] c, int columns);

	private static void add(final float x, final float[] b, final float[] c, final int columns) {
		for (int j = 0; j < columns; j++) c[j] = Math.fma(x, b[j], c[j]);
	}
}
