package io.github.sparsej.learn.closedform;

import io.github.sparsej.linalg.Columns;
import io.github.sparsej.linalg.Gram;
import io.github.sparsej.linalg.Parallel;

/** The sources that minimise |x - W s|^2 + lambda |s|_1, of any number of atoms. Immutable and thread-safe. */
final class LassoSources implements SourceStep {

	private final double[][] columns;
	private final double[][] gram;
	private final double lambda;

	/** @param atoms W, one atom per row; not modified */
	LassoSources(final double[][] atoms, final double lambda, final Parallel parallel) {
		final double[] flat = RowMatrices.flat(atoms);
		columns = Columns.of(flat, atoms.length, atoms[0].length, parallel);
		gram = Gram.of(flat, columns, atoms.length, parallel);
		this.lambda = lambda;
	}

	/** Begins with the sources so far, which are near once learning has gone on for a while. */
	@Override
	public double[][] sources(final double[][] x, final double[][] sources, final int begin, final int end) {
		final double[][] correlations = RowMatrices.of(x, begin, end, columns), solutions = new double[end - begin][];
		final ExactLasso lasso = new ExactLasso(gram, lambda / 2);
		for (int i = begin; i < end; i++) solutions[i - begin] = lasso.solve(correlations[i - begin], sources[i]);
		return solutions;
	}
}
