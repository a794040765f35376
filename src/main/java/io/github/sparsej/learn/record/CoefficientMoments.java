package io.github.sparsej.learn.record;

import io.github.sparsej.model.SparseCodes;

/**
 * How the coefficients of each of p atoms are distributed over n signals, those that do not use the atom included as 0
 * (Perrinet 2019, SHL_scripts: var_i and kurt_i). Immutable and thread-safe.
 */
public final class CoefficientMoments {

	/** A deviation this small beside the mean is the rounding of equal values. */
	private static final double ROUNDING = 1e-12;

	private final double[] meanSquares;
	private final double[] kurtosis;

	private CoefficientMoments(final double[] meanSquares, final double[] kurtosis) {
		this.meanSquares = meanSquares;
		this.kurtosis = kurtosis;
	}

	public static CoefficientMoments of(final SparseCodes codes) {
		final int p = codes.atomCount();
		final int[] uses = new int[p];
		final double[] means = new double[p], squares = new double[p], second = new double[p], fourth = new double[p];
		for (int k = 0; k < codes.nonzeros(); k++) {
			final double a = codes.coefficient(k);
			uses[codes.atom(k)]++;
			means[codes.atom(k)] += a / codes.count();
			squares[codes.atom(k)] += a * a / codes.count();
		}
		for (int k = 0; k < codes.nonzeros(); k++) {
			final double square = Math.pow(codes.coefficient(k) - means[codes.atom(k)], 2);
			second[codes.atom(k)] += square / codes.count();
			fourth[codes.atom(k)] += square * square / codes.count();
		}
		final double[] kurtosis = new double[p];
		for (int i = 0; i < p; i++) {
			final double unused = codes.count() == 0 ? 0 : 1 - (double) uses[i] / codes.count(), square = means[i] * means[i];
			kurtosis[i] = excess(means[i], second[i] + unused * square, fourth[i] + unused * square * square);
		}
		return new CoefficientMoments(squares, kurtosis);
	}

	/**
	 * m4 / m2^2 - 3 of values, with central moments m divided by their number; -3 where all are the same.
	 *
	 * @param values not modified
	 */
	public static double excessKurtosis(final double[] values) {
		double mean = 0, second = 0, fourth = 0;
		for (final double value : values) mean += value / values.length;
		for (final double value : values) {
			final double square = (value - mean) * (value - mean);
			second += square / values.length;
			fourth += square * square / values.length;
		}
		return excess(mean, second, fourth);
	}

	private static double excess(final double mean, final double second, final double fourth) {
		return (Math.sqrt(second) > ROUNDING * Math.abs(mean) ? fourth / (second * second) : 0) - 3;
	}

	/**
	 * Mean square of each atom's coefficients, sum_k a_ki^2 / n: p values, in the squared units of the signals; a copy. (The
	 * record is called variance, though no mean is subtracted.)
	 */
	public double[] meanSquares() {
		return meanSquares.clone();
	}

	/**
	 * Excess kurtosis of each atom's coefficients, m4 / m2^2 - 3 with central moments m divided by n: p values, a copy; 0 for
	 * a normal distribution, the larger the sparser. An atom whose coefficients are all the same has -3, which no distribution
	 * with a spread can have.
	 */
	public double[] kurtosis() {
		return kurtosis.clone();
	}
}
