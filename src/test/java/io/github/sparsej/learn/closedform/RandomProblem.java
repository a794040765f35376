package io.github.sparsej.learn.closedform;

import java.util.SplittableRandom;

/** Random matrices, an array per row, of Gaussian values. */
final class RandomProblem {

	private final SplittableRandom random;

	RandomProblem(final long seed) {
		random = new SplittableRandom(seed);
	}

	double[][] rows(final int count, final int length, final double scale) {
		final double[][] rows = new double[count][length];
		for (final double[] row : rows) for (int j = 0; j < length; j++) row[j] = scale * random.nextGaussian();
		return rows;
	}

	/** Rows of which about a half is 0. */
	double[][] sparseRows(final int count, final int length, final double scale) {
		final double[][] rows = rows(count, length, scale);
		for (final double[] row : rows) for (int j = 0; j < length; j++) if (random.nextBoolean()) row[j] = 0;
		return rows;
	}

	/** A number from {@code least} to {@code most}, evenly on a logarithmic scale. */
	double between(final double least, final double most) {
		return Math.exp(random.nextDouble(Math.log(least), Math.log(most)));
	}

	/** x - W s. */
	static double[] residual(final double[] x, final double[] source, final double[][] atoms) {
		final double[] residual = x.clone();
		for (int i = 0; i < source.length; i++) for (int j = 0; j < x.length; j++) residual[j] -= source[i] * atoms[i][j];
		return residual;
	}

	static double dot(final double[] a, final double[] b) {
		double sum = 0;
		for (int j = 0; j < a.length; j++) sum += a[j] * b[j];
		return sum;
	}

	/** |x - W s|^2 + lambda |s|_1. */
	static double objective(final double[] x, final double[] source, final double[][] atoms, final double lambda) {
		final double[] residual = residual(x, source, atoms);
		double absolute = 0;
		for (final double value : source) absolute += Math.abs(value);
		return dot(residual, residual) + lambda * absolute;
	}
}
