package io.github.sparsej.learn.closedform;

import io.github.sparsej.linalg.Columns;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.linalg.Svd;

/**
 * A step towards the closed form of the sources in which q's stands for |s|_1, with q the signs (-1, 0 or 1) of the present sources:
 * the end point is (W'W)^-1 (W'x - lambda q / 2), where the gradient of |x - W s|^2 + lambda q's is 0. There J need not be lower, since
 * signs change on the way; so {@link LineSearch} says how far to go.
 * <p>
 * The end point is computed as s + (W'W)^+ (W'(x - W s) - lambda q / 2), which is the same where atoms are linearly independent.
 * Where they are not, as always with more atoms than values per signal, no inverse exists, and this is the least change after which
 * the part of the gradient that atoms can change is 0: sources that together describe nothing stay as they are, and along the line J
 * falls at first, as always. (The lasso has no such limits.) Immutable and thread-safe.
 */
final class RelaxedSources implements SourceStep {

	/** Singular value of W, as a share of the largest, up to which it is the rounding of a 0. */
	private static final double ZERO = 1e-6;

	private final double[][] atoms;
	private final double[][] columns;
	/** F, h x rank, with (W'W)^+ = F F'. */
	private final double[][] factor;
	private final double[][] factorColumns;
	private final double lambda;

	/** @param atoms W, one atom per row; not modified */
	RelaxedSources(final double[][] atoms, final double lambda, final Parallel parallel) {
		this.atoms = atoms;
		this.lambda = lambda;
		final double[] flat = RowMatrices.flat(atoms);
		columns = Columns.of(flat, atoms.length, atoms[0].length, parallel);
		factor = factor(Svd.of(atoms.length, atoms[0].length, flat), atoms.length);
		factorColumns = Columns.of(RowMatrices.flat(factor), factor.length, factor[0].length, parallel);
	}

	/** The left singular vectors of the atoms as rows, each divided by its singular value; zeros where that is 0. */
	private static double[][] factor(final Svd svd, final int atomCount) {
		final double[] singular = svd.singularValues(), left = svd.left();
		final double[][] factor = new double[atomCount][singular.length];
		for (int k = 0; k < singular.length; k++) {
			if (!(singular[k] > ZERO * singular[0])) continue;
			for (int i = 0; i < atomCount; i++) factor[i][k] = left[i * singular.length + k] / singular[k];
		}
		return factor;
	}

	@Override
	public double[][] sources(final double[][] x, final double[][] sources, final int begin, final int end) {
		final double[][] residuals = residuals(x, sources, begin, end), directions = directions(residuals, sources, begin), moved = RowMatrices.of(directions, atoms);
		for (int i = begin; i < end; i++) {
			final double[] direction = directions[i - begin], source = sources[i];
			final double share = LineSearch.share(residuals[i - begin], moved[i - begin], source, direction, lambda);
			for (int j = 0; j < source.length; j++) direction[j] = Math.fma(share, direction[j], source[j]);
		}
		return directions;
	}

	/** x - W s of each signal. */
	double[][] residuals(final double[][] x, final double[][] sources, final int begin, final int end) {
		final double[][] residuals = RowMatrices.of(sources, begin, end, atoms);
		for (int i = begin; i < end; i++) for (int j = 0; j < x[i].length; j++) residuals[i - begin][j] = x[i][j] - residuals[i - begin][j];
		return residuals;
	}

	/** From the sources to their end point, for each signal of the residuals. */
	double[][] directions(final double[][] residuals, final double[][] sources, final int begin) {
		final double[][] slopes = RowMatrices.of(residuals, columns);
		for (int i = 0; i < slopes.length; i++) for (int j = 0; j < atoms.length; j++) slopes[i][j] -= lambda / 2 * Math.signum(sources[begin + i][j]);
		return RowMatrices.of(RowMatrices.of(slopes, factor), factorColumns);
	}
}
