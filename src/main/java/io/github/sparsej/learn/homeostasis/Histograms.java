package io.github.sparsej.learn.homeostasis;

import java.util.Arrays;

import io.github.sparsej.model.QuantileFunctions;
import io.github.sparsej.model.SparseCodes;

/**
 * The running mean of the quantile functions: z = (1 - rate) z + rate z', where z' comes from the histogram of a batch.
 * For each atom the magnitudes of its coefficients, brought into [0, 1] by r = 1 - exp(-|a| / scale), are counted in Q - 1
 * equal bins; z' is 0 followed by the cumulative counts, divided by the signals. Signals that do not use the atom fall
 * into the first bin.
 */
final class Histograms {

	private Histograms() {}

	/** @param codes of at least one signal; only their nonzeros cost time */
	static QuantileFunctions next(final QuantileFunctions before, final SparseCodes codes, final double rate) {
		final int bins = before.size() - 1;
		final int[] counts = new int[Math.multiplyExact(before.atomCount(), bins)];
		for (int i = 0; i < before.atomCount(); i++) counts[i * bins] = codes.count();
		for (int k = 0; k < codes.nonzeros(); k++) {
			final int begin = codes.atom(k) * bins;
			final double r = 1 - Math.exp(-Math.abs(codes.coefficient(k)) / before.scale());
			counts[begin]--;
			counts[begin + Math.min(bins - 1, (int) (r * bins))]++;
		}
		final double[] values = before.toArray();
		for (int i = 0, at = 0; i < before.atomCount(); i++) {
			values[at++] *= 1 - rate;
			double cumulated = 0;
			for (int bin = 0; bin < bins; bin++, at++) {
				final int count = counts[i * bins + bin]; // of most bins none, which spares a division
				if (count != 0) cumulated += (double) count / codes.count();
				values[at] = (1 - rate) * values[at] + rate * cumulated;
			}
		}
		return QuantileFunctions.taking(before.atomCount(), before.size(), before.scale(), values);
	}

	/** The functions after some atoms were replaced: theirs are the mean of the others', or of all if there is no other. */
	static QuantileFunctions forget(final QuantileFunctions before, final int[] atoms) {
		final boolean[] known = new boolean[before.atomCount()];
		Arrays.fill(known, true);
		for (final int atom : atoms) known[atom] = false;
		final double[] mean = mean(before, known);
		final double[] values = before.toArray();
		for (final int atom : atoms) System.arraycopy(mean, 0, values, atom * mean.length, mean.length);
		return new QuantileFunctions(before.atomCount(), before.size(), before.scale(), values);
	}

	private static double[] mean(final QuantileFunctions functions, final boolean[] known) {
		final double[] mean = new double[functions.size()];
		int count = 0;
		for (final boolean one : known) if (one) count++;
		for (int i = 0; i < known.length; i++)
			if (known[i] || count == 0) for (int j = 0; j < mean.length; j++) mean[j] += functions.value(i, j) / (count == 0 ? known.length : count);
		return mean;
	}
}
