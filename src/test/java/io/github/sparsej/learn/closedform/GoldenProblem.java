package io.github.sparsej.learn.closedform;

import io.github.sparsej.testing.Npy;

/** The small problem of golden/closed-forms: 30 signals of 6 values, lambda 0.4, eta 0.01. */
final class GoldenProblem {

	static final Objective OBJECTIVE = new Objective(0.4, 0.01);

	private GoldenProblem() {}

	static double[][] signals() {
		return rows("sc_X_30x6");
	}

	/** Matrices that the reference has as d x h (W), one atom per row. */
	static double[][] atoms(final String name) {
		final double[][] w = rows(name), atoms = new double[w[0].length][w.length];
		for (int i = 0; i < w.length; i++) for (int j = 0; j < w[0].length; j++) atoms[j][i] = w[i][j];
		return atoms;
	}

	static double[][] rows(final String name) {
		final Npy matrix = Npy.golden("closed-forms/" + name + ".npy");
		final double[][] rows = new double[matrix.shape()[0]][matrix.shape()[1]];
		for (int i = 0; i < rows.length; i++) System.arraycopy(matrix.values(), i * rows[i].length, rows[i], 0, rows[i].length);
		return rows;
	}

	static double[] values(final String name) {
		return Npy.golden("closed-forms/" + name + ".npy").values();
	}
}
