package io.github.sparsej.learn.record;

import java.util.Arrays;

import io.github.sparsej.model.SparseCodes;

/**
 * How many of n signals use each of p atoms, that is, have a coefficient other than 0 of it; and what such counts say
 * about a dictionary (Perrinet 2019, SHL_scripts). Immutable and thread-safe.
 */
public final class AtomUse {

	private final int signals;
	private final int[] counts;

	private AtomUse(final int signals, final int[] counts) {
		this.signals = signals;
		this.counts = counts;
	}

	public static AtomUse of(final SparseCodes codes) {
		final int[] counts = new int[codes.atomCount()];
		for (int k = 0; k < codes.nonzeros(); k++) if (codes.coefficient(k) != 0) counts[codes.atom(k)]++;
		return new AtomUse(codes.count(), counts);
	}

	/**
	 * Of counts that are known.
	 *
	 * @param counts one for each atom, 0 or more; copied
	 */
	public static AtomUse ofCounts(final int signals, final int[] counts) {
		return new AtomUse(signals, counts.clone());
	}

	/** Signals that use each atom: p counts, a copy. */
	public int[] counts() {
		return counts.clone();
	}

	/** How many atoms no signal uses. */
	public int unusedAtoms() {
		return (int) Arrays.stream(counts).filter(count -> count == 0).count();
	}

	/** The share of signals that use each atom: p values from 0 to 1; 0 where there are no signals. */
	public double[] probabilities() {
		return Arrays.stream(counts).mapToDouble(count -> signals == 0 ? 0 : (double) count / signals).toArray();
	}

	/**
	 * Entropy of the use of atoms, -sum q_i ln q_i / ln p with q_i the share of atom i in all uses: 1 where all are used
	 * alike, 0 where one is used alone. An unused atom adds nothing (the published code has a NaN then); it is 1 for a
	 * single atom, and 0 where nothing is used.
	 */
	public double entropy() {
		final double all = uses();
		if (all == 0) return 0;
		if (counts.length == 1) return 1;
		return Arrays.stream(counts).filter(count -> count > 0).mapToDouble(count -> -count / all * Math.log(count / all)).sum() / Math.log(counts.length);
	}

	/**
	 * Mean log-likelihood of the counts c_i if all atoms had the same chance rho = sum c_i / (n p) of being used by a
	 * signal, in the normal approximation of the binomial distribution:
	 * mean of -(c_i - n rho)^2 / (2 s^2) - ln(sqrt(2 pi) s), s^2 = n rho (1 - rho). The more even the use, the larger. Where
	 * rho is 0 or 1 (s = 0), all counts are certain: 0, the logarithm of probability 1.
	 */
	public double logLikelihood() {
		final double expected = uses() / counts.length;
		final double variance = signals == 0 ? 0 : expected * (1 - expected / signals);
		if (!(variance > 0)) return 0;
		double squares = 0;
		for (final int count : counts) squares += (count - expected) * (count - expected);
		return -squares / counts.length / (2 * variance) - 0.5 * Math.log(2 * Math.PI * variance);
	}

	private double uses() {
		return Arrays.stream(counts).asLongStream().sum();
	}
}
