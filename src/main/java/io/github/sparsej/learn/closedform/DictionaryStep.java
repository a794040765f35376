package io.github.sparsej.learn.closedform;

import java.util.Arrays;

import io.github.sparsej.linalg.CholeskyRows;
import io.github.sparsej.linalg.Parallel;

/**
 * The atoms that minimise {@link Objective} for given sources: W = Sxs (Sss + eta I)^-1 with Sxs = 1/N sum x s' and Sss = 1/N sum s s',
 * where the gradient 2/N sum (W s - x) s' + 2 eta W is 0. An atom that no source uses comes out as zeros. Atoms that must have zero
 * mean are the same of signals without their means, since the rest of a signal is nothing they could describe. Immutable and thread-safe.
 */
final class DictionaryStep {

	/** Values per atom for which equations are solved at a time. */
	private static final int VALUES_PER_CHUNK = 8;

	private final double eta;
	private final boolean zeroMean;
	private final Parallel parallel;

	DictionaryStep(final double eta, final boolean zeroMean, final Parallel parallel) {
		this.eta = eta;
		this.zeroMean = zeroMean;
		this.parallel = parallel;
	}

	/** @return W, one atom per row */
	double[][] atoms(final SourceStatistics statistics) {
		final int h = statistics.withSources.length, d = statistics.withSignals[0].length;
		final CholeskyRows factor = factor(statistics);
		final double[][] atoms = new double[h][d];
		parallel.forChunks(d, VALUES_PER_CHUNK, (begin, end) -> {
			final double[] right = new double[h], solution = new double[h];
			for (int j = begin; j < end; j++) {
				for (int i = 0; i < h; i++) right[i] = statistics.withSignals[i][j];
				factor.solve(right, solution);
				for (int i = 0; i < h; i++) atoms[i][j] = solution[i];
			}
		});
		if (zeroMean) for (final double[] atom : atoms) center(atom);
		return atoms;
	}

	/** Of N (Sss + eta I). A ridge below the rounding of Sss counts as that rounding: so there is always a factor. */
	private CholeskyRows factor(final SourceStatistics statistics) {
		final int h = statistics.withSources.length;
		double most = 0;
		for (int i = 0; i < h; i++) most = Math.max(most, statistics.withSources[i][i]);
		final double ridge = Math.max(eta * statistics.signals(), 4 * h * Math.ulp(most));
		final CholeskyRows factor = new CholeskyRows();
		for (int i = 0; i < h; i++) factor.append(statistics.withSources[i], statistics.withSources[i][i] + ridge, 0);
		return factor;
	}

	static void center(final double[] atom) {
		final double mean = Arrays.stream(atom).sum() / atom.length;
		for (int j = 0; j < atom.length; j++) atom[j] -= mean;
	}
}
