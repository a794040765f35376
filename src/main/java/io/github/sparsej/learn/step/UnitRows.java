package io.github.sparsej.learn.step;

import io.github.sparsej.model.Dictionary;

/** Rows in float64 and their l2 norms: atoms while they are learned. */
public final class UnitRows {

	private UnitRows() {}

	/** The atoms of a dictionary, normalised in float64. */
	public static double[][] of(final Dictionary dictionary) {
		final double[][] rows = new double[dictionary.atomCount()][dictionary.signalLength()];
		for (int i = 0; i < rows.length; i++) {
			final float[] atom = dictionary.atom(i);
			for (int j = 0; j < atom.length; j++) rows[i][j] = atom[j];
			normalize(rows[i]);
		}
		return rows;
	}

	/** Divides a row by its l2 norm, unless that is zero or not finite: then the result is false. */
	public static boolean normalize(final double[] row) {
		final double norm = norm(row);
		if (!(norm > Double.MIN_NORMAL) || Double.isInfinite(norm)) return false;
		for (int j = 0; j < row.length; j++) row[j] /= norm;
		return true;
	}

	/** The l2 norm of a row. */
	public static double norm(final double[] row) {
		return Math.sqrt(energy(row));
	}

	/** Rows in float32. */
	public static float[][] rounded(final double[][] rows) {
		final float[][] rounded = new float[rows.length][rows[0].length];
		for (int i = 0; i < rows.length; i++) round(rows[i], rounded[i]);
		return rounded;
	}

	/** Writes a row in float32. */
	public static void round(final double[] row, final float[] to) {
		for (int j = 0; j < row.length; j++) to[j] = (float) row[j];
	}

	/** The squared l2 norm, in four sums side by side, since each addition would otherwise wait for the one before. */
	private static double energy(final double[] row) {
		double s0 = 0, s1 = 0, s2 = 0, s3 = 0;
		int j = 0;
		for (; j + 4 <= row.length; j += 4) {
			s0 = Math.fma(row[j], row[j], s0);
			s1 = Math.fma(row[j + 1], row[j + 1], s1);
			s2 = Math.fma(row[j + 2], row[j + 2], s2);
			s3 = Math.fma(row[j + 3], row[j + 3], s3);
		}
		for (; j < row.length; j++) s0 = Math.fma(row[j], row[j], s0);
		return s0 + s1 + (s2 + s3);
	}
}
