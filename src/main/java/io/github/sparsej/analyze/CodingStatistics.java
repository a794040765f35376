package io.github.sparsej.analyze;

import java.util.Arrays;

import io.github.sparsej.encode.Residuals;
import io.github.sparsej.learn.record.CoefficientMoments;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.Dictionary;
import io.github.sparsej.model.Signals;
import io.github.sparsej.model.SparseCodes;
import io.github.sparsej.restore.ReconstructedPatches;

/**
 * How well n codes a_k in p atoms describe n signals x_k of m values, and how they do it: what print_stats and the
 * stand-alone measures of SHL_scripts tell (Perrinet 2019).
 *
 * @param signalSize           root mean square of each signal, ||x_k|| / sqrt(m), in the units of the signals
 * @param residualSize         root mean square of each residual, ||x_k - a_k D|| / sqrt(m), in the units of the signals
 * @param codingGain           mean of ||x_k|| / ||x_k - a_k D|| over the signals that are not zero: how many times smaller
 *                             coding makes them. Infinite if it leaves nothing of one; 1 if all are zero
 * @param relativeResidual     see {@link Residuals#relative}
 * @param rmse                 compute_RMSE as published: sqrt(mean_k ||x_k - a_k D||^2 / ||x_k||), where the norm below is not
 *                             squared, so that it depends on the grey scale. A signal of zeros counts as 0
 * @param density              share of nonzeros among all n x p coefficients, 0 to 1
 * @param coefficientMean      mean of all n x p coefficients, zeros included, in the units of the signals
 * @param coefficientDeviation their standard deviation (divided by n p), in the units of the signals
 * @param activityKurtosis     compute_kurto: excess kurtosis, over the atoms, of the mean square of their coefficients; large
 *                             where few atoms do most of the work, -3 where all do the same
 */
public record CodingStatistics(Spread signalSize, Spread residualSize, double codingGain, double relativeResidual, double rmse,
	double density, double coefficientMean, double coefficientDeviation, double activityKurtosis) {

	/**
	 * How values are distributed.
	 *
	 * @param median    of an even number of values the mean of the two in the middle
	 * @param mean      their mean
	 * @param deviation their standard deviation (divided by n)
	 */
	public record Spread(double median, double mean, double deviation) {

		private static Spread of(final double[] values) {
			final double[] sorted = values.clone();
			Arrays.sort(sorted);
			final double mean = Arrays.stream(values).sum() / values.length, median = (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
			return new Spread(median, mean, Math.sqrt(Arrays.stream(values).map(value -> (value - mean) * (value - mean)).sum() / values.length));
		}
	}

	/**
	 * @param signals n x m, at least one; not modified
	 * @param codes   n codes of these signals
	 * @throws IllegalArgumentException if the sizes do not fit each other, or there are no signals
	 */
	public static CodingStatistics of(final Signals signals, final SparseCodes codes, final Dictionary dictionary, final Parallel parallel) {
		return of(signals, codes, Residuals.norms(signals, codes, dictionary, parallel));
	}

	/**
	 * The same of patches whose residuals are known, be they what sums of atoms leave, or what a network does.
	 *
	 * @throws IllegalArgumentException if there are no patches
	 */
	public static CodingStatistics of(final ReconstructedPatches patches) {
		return of(patches.patches(), patches.codes(), norms(patches.residuals()));
	}

	/** @param residual l2 norms of the residuals */
	private static CodingStatistics of(final Signals signals, final SparseCodes codes, final double[] residual) {
		if (signals.count() == 0) throw new IllegalArgumentException("statistics of coding need at least 1 signal, got none");
		final double[] signal = norms(signals);
		double square = 0, gain = 0;
		int counted = 0;
		for (int row = 0; row < signal.length; row++) {
			if (signal[row] == 0) continue;
			counted++;
			gain += signal[row] / residual[row];
			square += residual[row] * residual[row] / signal[row];
		}
		final double all = (double) codes.count() * codes.atomCount(), perValue = 1 / Math.sqrt(signals.length());
		final double mean = coefficients(codes, 1) / all;
		return new CodingStatistics(Spread.of(scaled(signal, perValue)), Spread.of(scaled(residual, perValue)), counted == 0 ? 1 : gain / counted,
			relative(residual, signal), Math.sqrt(square / signal.length), codes.nonzeros() / all, mean,
			Math.sqrt(Math.max(0, coefficients(codes, 2) / all - mean * mean)), CoefficientMoments.excessKurtosis(CoefficientMoments.of(codes).meanSquares()));
	}

	private static double relative(final double[] residuals, final double[] signals) {
		final double all = energy(signals);
		return all == 0 ? 0 : Math.sqrt(energy(residuals) / all);
	}

	private static double energy(final double[] norms) {
		return Arrays.stream(norms).map(norm -> norm * norm).sum();
	}

	private static double[] norms(final Signals signals) {
		final double[] norms = new double[signals.count()];
		for (int row = 0; row < norms.length; row++) {
			double energy = 0;
			for (int j = 0; j < signals.length(); j++) energy += (double) signals.value(row, j) * signals.value(row, j);
			norms[row] = Math.sqrt(energy);
		}
		return norms;
	}

	private static double[] scaled(final double[] values, final double factor) {
		return Arrays.stream(values).map(value -> factor * value).toArray();
	}

	/** Sum of a power of all coefficients. */
	private static double coefficients(final SparseCodes codes, final int power) {
		double sum = 0;
		for (int k = 0; k < codes.nonzeros(); k++) sum += Math.pow(codes.coefficient(k), power);
		return sum;
	}
}
