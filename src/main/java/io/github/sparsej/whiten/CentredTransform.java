package io.github.sparsej.whiten;

import io.github.sparsej.model.Signals;

/** Centres patches and multiplies them by a matrix; and back. */
final class CentredTransform {

	private final Centering centering;
	private final double[] mean;
	private final double[] forward;
	private final double[] backward;

	/**
	 * @param forward  m x m, row-major: whitened = centred patch (as a row) times this
	 * @param backward m x m, row-major: centred patch = whitened (as a row) times this
	 */
	CentredTransform(final PatchStatistics statistics, final double[] forward, final double[] backward) {
		centering = statistics.centering();
		mean = statistics.mean();
		this.forward = forward;
		this.backward = backward;
	}

	/** Checks an epsilon, and whether anything is left to whiten. */
	static void check(final PatchStatistics statistics, final double epsilon) {
		if (!(epsilon >= 0) || Double.isInfinite(epsilon)) throw new IllegalArgumentException("epsilon must be finite and 0 or more, got " + epsilon);
		if (!(statistics.eigen().values()[0] + epsilon > 0)) throw new IllegalArgumentException("the patches have no structure: all their values are the same, and epsilon is 0");
	}

	/** By how much the component along an eigenvector of this eigenvalue is multiplied: one without variance is dropped. */
	static double gain(final double eigenvalue, final double epsilon) {
		return eigenvalue + epsilon > 0 ? 1 / Math.sqrt(eigenvalue + epsilon) : 0;
	}

	/** The reciprocal of {@link #gain} where there is one. */
	static double inverseGain(final double eigenvalue, final double epsilon) {
		return Math.sqrt(eigenvalue + epsilon);
	}

	double[] forward() {
		return forward.clone();
	}

	Signals apply(final Signals patches) {
		checkLength(patches);
		final Signals whitened = Signals.zeros(patches.count(), mean.length);
		final double[] x = new double[mean.length];
		final double[] y = new double[mean.length];
		for (int row = 0; row < patches.count(); row++) {
			PatchStatistics.centre(patches, row, centering, mean, x);
			multiply(x, forward, y);
			for (int j = 0, o = whitened.offset(row); j < y.length; j++) whitened.values()[o + j] = (float) y[j];
		}
		return whitened;
	}

	Signals invert(final Signals whitened) {
		checkLength(whitened);
		final Signals patches = Signals.zeros(whitened.count(), mean.length);
		final double[] y = new double[mean.length];
		final double[] x = new double[mean.length];
		for (int row = 0; row < whitened.count(); row++) {
			for (int j = 0, o = whitened.offset(row); j < y.length; j++) y[j] = whitened.values()[o + j];
			multiply(y, backward, x);
			// A code may put a mean into a patch that whitening has centred, where epsilon gave that direction a gain.
			final double shift = centering == Centering.PATCH ? mean(x) : 0;
			for (int j = 0, o = patches.offset(row); j < x.length; j++) patches.values()[o + j] = (float) (x[j] - shift + mean[j]);
		}
		return patches;
	}

	private static double mean(final double[] x) {
		double sum = 0;
		for (final double value : x) sum += value;
		return sum / x.length;
	}

	/** result = x times matrix, row by row of the matrix, which keeps all reads in order. */
	private static void multiply(final double[] x, final double[] matrix, final double[] result) {
		final int m = x.length;
		for (int j = 0; j < m; j++) result[j] = 0;
		for (int i = 0; i < m; i++) {
			final double xi = x[i];
			for (int j = 0, o = i * m; j < m; j++) result[j] += xi * matrix[o + j];
		}
	}

	private void checkLength(final Signals signals) {
		if (signals.length() != mean.length) throw new IllegalArgumentException("a whitening of patches of " + mean.length + " values got patches of " + signals.length());
	}
}
