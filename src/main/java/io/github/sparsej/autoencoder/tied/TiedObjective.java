package io.github.sparsej.autoencoder.tied;

import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;

import io.github.sparsej.linalg.DifferentiableFunction;
import io.github.sparsej.linalg.DoubleMatrices;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.Progress;

/**
 * The mean squared error of the reconstruction W'W x of centred signals x, of covariance S (m x m), as a function of the p rows of W:
 * <pre>
 * J    = tr S - 2 tr W S W' + tr W W' W S W'
 * grad = -4 W S + 2 W W' W S + 2 W S W' W,
 * </pre>
 * both multiplied by a scale. Thread-safe.
 */
final class TiedObjective implements DifferentiableFunction {

	private final double[][] covariance;
	private final double trace;
	private final double scale;
	private final Parallel parallel;
	private final String what;

	/**
	 * @param covariance m x m, symmetric; shared, not modified
	 * @param scale      what J is multiplied by
	 * @param what       what the progress is told
	 */
	TiedObjective(final double[][] covariance, final double scale, final Parallel parallel, final String what) {
		this.covariance = covariance;
		this.scale = scale;
		this.parallel = parallel;
		this.what = what;
		trace = trace(covariance);
	}

	static double trace(final double[][] matrix) {
		return IntStream.range(0, matrix.length).mapToDouble(i -> matrix[i][i]).sum();
	}

	/** Row-major p x m to its rows. */
	static double[][] rows(final double[] weights, final int m) {
		return IntStream.range(0, weights.length / m).mapToObj(j -> Arrays.copyOfRange(weights, j * m, (j + 1) * m)).toArray(double[][]::new);
	}

	/** @param at W, p x m, row-major; p is told by its length */
	@Override
	public double evaluate(final double[] at, final double[] gradient, final Progress progress) {
		final int m = covariance.length;
		final double[][] w = rows(at, m), transposed = DoubleMatrices.transposed(w);
		final double[][] ws = product(w, covariance, progress), gram = product(w, transposed, progress), wsw = product(ws, transposed, progress);
		final double[][] gramWs = product(gram, ws, progress), wswW = product(wsw, w, progress);
		double both = 0;
		for (int i = 0; i < w.length; i++) {
			for (int j = 0; j < w.length; j++) both += gram[i][j] * wsw[i][j];
			for (int k = 0; k < m; k++) gradient[i * m + k] = scale * (-4 * ws[i][k] + 2 * gramWs[i][k] + 2 * wswW[i][k]);
		}
		return scale * (trace - 2 * trace(wsw) + both);
	}

	private double[][] product(final double[][] a, final double[][] b, final Progress progress) {
		final double[][] c = new double[a.length][b[0].length];
		if (!DoubleMatrices.multiply(a, b, c, parallel, (fraction, part) -> progress.report(0, what), what)) throw new CancellationException("stopped while the gradient was formed");
		return c;
	}
}
