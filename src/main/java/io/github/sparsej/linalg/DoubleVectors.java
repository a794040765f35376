package io.github.sparsej.linalg;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * With jdk.incubator.vector: tiles of 6 rows of A and 2 vectors of columns, whose 12 sums stay in registers along the
 * whole inner index. To be loaded by {@link FastestProduct} only, where the module is present.
 */
final class DoubleVectors implements DoubleProduct {

	private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
	private static final int LANES = SPECIES.length();
	private static final int PANEL = 2 * LANES;
	private static final int TILE_ROWS = 6;
	/** Rows of A in work at a time, so that they and a panel of B stay in cache; a multiple of the tile's. */
	private static final int BLOCK_ROWS = 96;

	@Override
	public void multiply(final double[] a, final int offset, final int stride, final int rows, final int inner, final double[][] b, final int columns, final double[][] c) {
		if (columns < PANEL) {
			for (int r = 0; r < rows; r++) narrow(a, offset + r * stride, inner, b, columns, c[r]);
			return;
		}
		final double[] packed = new double[inner * PANEL];
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
	private static void pack(final double[][] b, final int j, final int inner, final double[] packed) {
		for (int k = 0; k < inner; k++) System.arraycopy(b[k], j, packed, k * PANEL, PANEL);
	}

	private static void panel(final double[] a, final int offset, final int stride, final int begin, final int end, final int inner, final double[] b, final int j, final double[][] c) {
		int r = begin;
		for (; r + TILE_ROWS <= end; r += TILE_ROWS) tile(a, offset + r * stride, stride, inner, b, j, c, r);
		for (; r < end; r++) row(a, offset + r * stride, inner, b, j, c[r]);
	}

	private static void tile(final double[] a, final int at, final int stride, final int inner, final double[] b, final int j, final double[][] c, final int r) {
		DoubleVector c00 = DoubleVector.zero(SPECIES), c01 = c00, c10 = c00, c11 = c00, c20 = c00, c21 = c00;
		DoubleVector c30 = c00, c31 = c00, c40 = c00, c41 = c00, c50 = c00, c51 = c00;
		final int r1 = at + stride, r2 = r1 + stride, r3 = r2 + stride, r4 = r3 + stride, r5 = r4 + stride;
		for (int k = 0; k < inner; k++) {
			final DoubleVector b0 = DoubleVector.fromArray(SPECIES, b, k * PANEL);
			final DoubleVector b1 = DoubleVector.fromArray(SPECIES, b, k * PANEL + LANES);
			final DoubleVector x0 = DoubleVector.broadcast(SPECIES, a[at + k]);
			c00 = x0.fma(b0, c00);
			c01 = x0.fma(b1, c01);
			final DoubleVector x1 = DoubleVector.broadcast(SPECIES, a[r1 + k]);
			c10 = x1.fma(b0, c10);
			c11 = x1.fma(b1, c11);
			final DoubleVector x2 = DoubleVector.broadcast(SPECIES, a[r2 + k]);
			c20 = x2.fma(b0, c20);
			c21 = x2.fma(b1, c21);
			final DoubleVector x3 = DoubleVector.broadcast(SPECIES, a[r3 + k]);
			c30 = x3.fma(b0, c30);
			c31 = x3.fma(b1, c31);
			final DoubleVector x4 = DoubleVector.broadcast(SPECIES, a[r4 + k]);
			c40 = x4.fma(b0, c40);
			c41 = x4.fma(b1, c41);
			final DoubleVector x5 = DoubleVector.broadcast(SPECIES, a[r5 + k]);
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

	private static void row(final double[] a, final int at, final int inner, final double[] b, final int j, final double[] c) {
		DoubleVector c0 = DoubleVector.zero(SPECIES), c1 = c0;
		for (int k = 0; k < inner; k++) {
			final DoubleVector x = DoubleVector.broadcast(SPECIES, a[at + k]);
			c0 = x.fma(DoubleVector.fromArray(SPECIES, b, k * PANEL), c0);
			c1 = x.fma(DoubleVector.fromArray(SPECIES, b, k * PANEL + LANES), c1);
		}
		store(c0, c1, c, j);
	}

	private static void store(final DoubleVector c0, final DoubleVector c1, final double[] c, final int j) {
		c0.intoArray(c, j);
		c1.intoArray(c, j + LANES);
	}

	private static void narrow(final double[] a, final int at, final int inner, final double[][] b, final int columns, final double[] c) {
		for (int j = 0; j < columns; j++) {
			double sum = 0;
			for (int k = 0; k < inner; k++) sum = Math.fma(a[at + k], b[k][j], sum);
			c[j] = sum;
		}
	}
}
