package io.github.sparsej.autoencoder.tied;

import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;

import io.github.sparsej.linalg.DoubleMatrices;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.linalg.Svd;
import io.github.sparsej.linalg.SymmetricEigen;
import io.github.sparsej.linalg.Unstoppable;
import io.github.sparsej.model.Progress;

/** The eigenvalues and eigenvectors of a covariance, to compare weights with. */
final class PrincipalComponents {

	private final SymmetricEigen eigen;
	private final Parallel parallel;
	private final Progress progress;
	private final String what;

	/**
	 * @param covariance m x m; not modified
	 * @throws CancellationException if the progress asks to stop
	 */
	PrincipalComponents(final double[][] covariance, final Parallel parallel, final Progress progress, final String what) {
		eigen = SymmetricEigen.of(covariance.length, flat(covariance), progress, 1, what);
		this.parallel = parallel;
		this.progress = progress;
		this.what = what;
	}

	private static double[] flat(final double[][] rows) {
		return Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray();
	}

	/** The sum of all eigenvalues but the {@code count} largest: the least mean squared error of any projection to so many dimensions. */
	double remaining(final int count) {
		return Arrays.stream(eigen.values(), count, eigen.size()).map(value -> Math.max(0, value)).sum();
	}

	/**
	 * The largest principal angle, in degrees, between the span of the p rows of {@code weights} and that of the first p eigenvectors. Its
	 * sine is the spectral norm of what an orthonormal basis of the former has in the other eigenvectors, which is exact for small
	 * angles, where a cosine is not. Where eigenvalues p and p + 1 are equal, the span of the former is one of many.
	 *
	 * @throws CancellationException if the progress asks to stop
	 */
	double angle(final double[][] weights) {
		final int m = eigen.size(), p = weights.length, rest = m - p;
		if (rest == 0) return 0;
		final double[] right = svd(p, m, weights).right(), vectors = eigen.vectors();
		final double[][] basis = IntStream.range(0, m).mapToObj(k -> Arrays.copyOfRange(right, k * p, (k + 1) * p)).toArray(double[][]::new);
		final double[][] others = IntStream.range(0, m).mapToObj(k -> Arrays.copyOfRange(vectors, k * m + p, (k + 1) * m)).toArray(double[][]::new);
		final double[][] outside = DoubleMatrices.crossProduct(others, basis, parallel, Progress.NONE, "");
		return Math.toDegrees(Math.asin(Math.min(1, svd(rest, p, outside).singularValues()[0])));
	}

	private Svd svd(final int rows, final int columns, final double[][] matrix) {
		return Unstoppable.call(() -> Svd.of(rows, columns, flat(matrix)), progress, 1, what);
	}
}
