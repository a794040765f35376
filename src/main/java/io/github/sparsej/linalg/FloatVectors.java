package io.github.sparsej.linalg;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * With jdk.incubator.vector: tiles of 6 rows of A and 2 vectors of columns, whose 12 sums stay in registers along the
 * whole inner index. To be loaded by {@link FastestProduct} only, where the module is present.
 */
final class FloatVectors implements FloatProduct {

	private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
	private static final int LANES = SPECIES.length();
	private static final int PANEL = 2 * LANES;
	private static final int TILE_ROWS = 6;
	/** Rows of A in work at a time, so that they and a panel of B stay in cache; a multiple of the tile's. */
	private static final int BLOCK_ROWS = 96;

	@Override
	public void multiply(final float[] a, final int offset, final int stride, final int rows, final int inner, final float[][] b, final int columns, final float[][] c) {
		if (columns < PANEL) {
			for (int r = 0; r < rows; r++) narrow(a, offset + r * stride, inner, b, columns, c[r]);
			return;
		}
		final float[] packed = new float[inner * PANEL];
		for (int begin = 0; begin < rows; begin += BLOCK_ROWS) {
			final int end = Math.min(rows, begin + BLOCK_ROWS);
			for (int column = 0; column < columns; column += PANEL) {
				// The last panel ends with the last column: what it shares with the one before is computed again, to the same bits.
				final int j = Math.min(column, columns - PANEL);
				pack(b, j, inner, packed);
				panel(a, offset, stride, begin, end, inner, packed, j, c);
			}
		}
	}

	/** A panel of B in one piece: read by every tile, it would else come from as many places as it has rows. */
	private static void pack(final float[][] b, final int j, final int inner, final float[] packed) {
		for (int k = 0; k < inner; k++) System.arraycopy(b[k], j, packed, k * PANEL, PANEL);
	}

	private static void panel(final float[] a, final int offset, final int stride, final int begin, final int end, final int inner, final float[] b, final int j, final float[][] c) {
		int r = begin;
		for (; r + TILE_ROWS <= end; r += TILE_ROWS) tile(a, offset + r * stride, stride, inner, b, j, c, r);
		for (; r < end; r++) row(a, offset + r * stride, inner, b, j, c[r]);
	}

	private static void tile(final float[] a, final int at, final int stride, final int inner, final float[] b, final int j, final float[][] c, final int r) {
		FloatVector c00 = FloatVector.zero(SPECIES), c01 = c00, c10 = c00, c11 = c00, c20 = c00, c21 = c00;
		FloatVector c30 = c00, c31 = c00, c40 = c00, c41 = c00, c50 = c00, c51 = c00;
		final int r1 = at + stride, r2 = r1 + stride, r3 = r2 + stride, r4 = r3 + stride, r5 = r4 + stride;
		for (int k = 0; k < inner; k++) {
			final FloatVector b0 = FloatVector.fromArray(SPECIES, b, k * PANEL);
			final FloatVector b1 = FloatVector.fromArray(SPECIES, b, k * PANEL + LANES);
			final FloatVector x0 = FloatVector.broadcast(SPECIES, a[at + k]);
			c00 = x0.fma(b0, c00);
			c01 = x0.fma(b1, c01);
			final FloatVector x1 = FloatVector.broadcast(SPECIES, a[r1 + k]);
			c10 = x1.fma(b0, c10);
			c11 = x1.fma(b1, c11);
			final FloatVector x2 = FloatVector.broadcast(SPECIES, a[r2 + k]);
			c20 = x2.fma(b0, c20);
			c21 = x2.fma(b1, c21);
			final FloatVector x3 = FloatVector.broadcast(SPECIES, a[r3 + k]);
			c30 = x3.fma(b0, c30);
			c31 = x3.fma(b1, c31);
			final FloatVector x4 = FloatVector.broadcast(SPECIES, a[r4 + k]);
			c40 = x4.fma(b0, c40);
			c41 = x4.fma(b1, c41);
			final FloatVector x5 = FloatVector.broadcast(SPECIES, a[r5 + k]);
			c50 = x5.fma(b0, c50);
			c51 = x5.fma(b1, c51);
		}
		store(c00, c01, c[r], j);
		store(c10, c11, c[r + 1], j);
		store(c20, c21, c[r + 2], j);
		store(c30, c31, c[r + 3], j);
		store(c40, c41, c[r + 4], j);
		store(c50, c51, c[r + 5], j);
	}

	private static void row(final float[] a, final int at, final int inner, final float[] b, final int j, final float[] c) {
		FloatVector c0 = FloatVector.zero(SPECIES), c1 = c0;
		for (int k = 0; k < inner; k++) {
			final FloatVector x = FloatVector.broadcast(SPECIES, a[at + k]);
			c0 = x.fma(FloatVector.fromArray(SPECIES, b, k * PANEL), c0);
			c1 = x.fma(FloatVector.fromArray(SPECIES, b, k * PANEL + LANES), c1);
		}
		store(c0, c1, c, j);
	}

	private static void store(final FloatVector c0, final FloatVector c1, final float[] c, final int j) {
		c0.intoArray(c, j);
		c1.intoArray(c, j + LANES);
	}

	private static void narrow(final float[] a, final int at, final int inner, final float[][] b, final int columns, final float[] c) {
		for (int j = 0; j < columns; j++) {
			float sum = 0;
			for (int k = 0; k < inner; k++) sum = Math.fma(a[at + k], b[k][j], sum);
			c[j] = sum;
		}
	}
}
