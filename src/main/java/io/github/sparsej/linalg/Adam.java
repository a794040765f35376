package io.github.sparsej.linalg;

import java.util.Arrays;

import io.github.sparsej.model.Require;

/**
 * The Adam optimiser (Kingma &amp; Ba 2015, algorithm 1) for a matrix of parameters whose rows are stepped one by one:
 * with the gradient g at step t of a row,
 * mu = beta1 mu + (1 - beta1) g, nu = beta2 nu + (1 - beta2) g^2,
 * x = x - eta (mu / (1 - beta1^t)) / (sqrt(nu / (1 - beta2^t)) + epsilon).
 * <p>
 * Every row counts its own steps, so that a row can begin anew. Different rows may be stepped by different threads.
 */
public final class Adam {

	private final double beta1;
	private final double beta2;
	private final double epsilon;
	private final double[][] mean;
	private final double[][] square;
	private final int[] steps;

	/**
	 * @param rows    rows of parameters
	 * @param length  parameters per row
	 * @param beta1   share of the gradient's running mean that is kept, in [0, 1)
	 * @param beta2   share of the squared gradient's running mean that is kept, in [0, 1)
	 * @param epsilon added to the root of the latter, above 0
	 */
	public Adam(final int rows, final int length, final double beta1, final double beta2, final double epsilon) {
		if (rows < 1 || length < 1) throw new IllegalArgumentException("parameters need at least 1 row and 1 column, got " + rows + " x " + length);
		Require.belowOne("beta1", beta1);
		Require.belowOne("beta2", beta2);
		Require.positive("epsilon", epsilon);
		this.beta1 = beta1;
		this.beta2 = beta2;
		this.epsilon = epsilon;
		mean = new double[rows][length];
		square = new double[rows][length];
		steps = new int[rows];
	}

	/**
	 * One step down the gradient of one row.
	 *
	 * @param gradient   gradient of this row; not modified
	 * @param eta        step size
	 * @param parameters this row; modified
	 */
	public void step(final int row, final double[] gradient, final double eta, final double[] parameters) {
		final int t = ++steps[row];
		step(gradient, eta, 1 / (1 - Math.pow(beta1, t)), 1 / (1 - Math.pow(beta2, t)), mean[row], square[row], parameters);
	}

	/** Every value is read and written once, which is most of the time where the matrix is larger than the cache. */
	private void step(final double[] gradient, final double eta, final double meanScale, final double squareScale, final double[] mu, final double[] nu, final double[] parameters) {
		final double newMean = 1 - beta1, newSquare = 1 - beta2;
		for (int j = 0; j < mu.length; j++) {
			final double g = gradient[j], mean = beta1 * mu[j] + newMean * g, square = beta2 * nu[j] + newSquare * g * g;
			mu[j] = mean;
			nu[j] = square;
			parameters[j] -= eta * (mean * meanScale) / (Math.sqrt(square * squareScale) + epsilon);
		}
	}

	/** Forgets all steps of one row. */
	public void reset(final int row) {
		steps[row] = 0;
		Arrays.fill(mean[row], 0);
		Arrays.fill(square[row], 0);
	}
}
