package io.github.sparsej.learn.step;

import io.github.sparsej.model.Dictionary;
import io.github.sparsej.model.Energy;

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
		return Math.sqrt(Energy.of(row));
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
}
