package io.github.sparsej.analyze;

import java.util.Arrays;

import io.github.sparsej.model.SparseCodes;

/**
 * Moments of the n coefficients of each of p atoms in codes of n signals, most of which are 0 (Perrinet 2019). Immutable and
 * thread-safe.
 */
public final class CoefficientMoments {

	private final double[] meanSquares;
	private final double[] kurtosis;

	private CoefficientMoments(final double[] meanSquares, final double[] kurtosis) {
		this.meanSquares = meanSquares;
		this.kurtosis = kurtosis;
	}

	/** @param codes of at least 1 signal */
	public static CoefficientMoments of(final SparseCodes codes) {
		if (codes.count() == 0) throw new IllegalArgumentException("moments of coefficients need codes of at least 1 signal");
		final double n = codes.count();
		final double[] zeros = new double[codes.atomCount()], mean = new double[codes.atomCount()], meanSquares = new double[codes.atomCount()];
		Arrays.fill(zeros, n);
		for (int k = 0; k < codes.nonzeros(); k++) {
			final double a = codes.coefficient(k);
			zeros[codes.atom(k)]--;
			mean[codes.atom(k)] += a / n;
			meanSquares[codes.atom(k)] += a * a / n;
		}
		final double[] second = new double[mean.length], fourth = new double[mean.length]; // about the mean
		for (int k = 0; k < codes.nonzeros(); k++) {
			final double square = Math.pow(codes.coefficient(k) - mean[codes.atom(k)], 2);
			second[codes.atom(k)] += square / n;
			fourth[codes.atom(k)] += square * square / n;
		}
		final double[] kurtosis = new double[mean.length];
		for (int i = 0; i < mean.length; i++) {
			final double square = mean[i] * mean[i];
			final double variance = second[i] + zeros[i] / n * square;
			kurtosis[i] = (fourth[i] + zeros[i] / n * square * square) / (variance * variance) - 3;
		}
		return new CoefficientMoments(meanSquares, kurtosis);
	}

	/** Mean square coefficient of each atom over all signals, in squared units of the signals: p values, a copy. */
	public double[] meanSquares() {
		return meanSquares.clone();
	}

	/**
	 * Excess kurtosis of each atom's coefficients, m4 / m2^2 - 3 with moments about the mean: 0 for a Gaussian, the larger the
	 * sparser. NaN for an atom whose coefficients are all equal, as where it is never used. p values, a copy.
	 */
	public double[] kurtosis() {
		return kurtosis.clone();
	}
}
