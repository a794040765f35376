package io.github.sparsej.learn.record;

import io.github.sparsej.model.SparseCodes;

/**
 * How much the use of one atom tells about that of another (Perrinet 2019, SHL_scripts: MI): with C_ij the number of signals
 * that use both atoms i and j (C_ii those that use i), P_ij = C_ij / sum C, and q_i = C_ii / sum_j C_jj,
 * MI = sum_ij P_ij ln(P_ij / (q_i q_j)) in nats, pairs that never meet adding nothing. 0 where nothing is used.
 * <p>
 * A use is a coefficient other than 0. (The published code counts pairs of positive ones: with rectified selection the
 * same.)
 */
public final class MutualInformation {

	private MutualInformation() {}

	public static double of(final SparseCodes codes) {
		final int[][] together = together(codes);
		double pairs = 0, uses = 0;
		for (int i = 0; i < together.length; i++) {
			for (int j = 0; j < i; j++) pairs += 2.0 * together[i][j];
			pairs += together[i][i];
			uses += together[i][i];
		}
		double sum = 0;
		for (int i = 0; i < together.length; i++)
			for (int j = 0; j <= i; j++) {
				if (together[i][j] == 0) continue;
				final double share = together[i][j] / pairs;
				sum += (i == j ? 1 : 2) * share * Math.log(share * uses * uses / ((double) together[i][i] * together[j][j]));
			}
		return sum;
	}

	/** Memory for the counts of all pairs, in bytes. */
	static long bytesNeeded(final int atomCount) {
		return (long) Integer.BYTES * atomCount * atomCount / 2;
	}

	/** How many signals use both of two atoms: row i has those with atoms 0 to i. */
	private static int[][] together(final SparseCodes codes) {
		final int[][] together = new int[codes.atomCount()][];
		for (int i = 0; i < together.length; i++) together[i] = new int[i + 1];
		for (int row = 0; row < codes.count(); row++)
			for (int k = codes.start(row); k < codes.start(row + 1); k++) {
				if (codes.coefficient(k) == 0) continue;
				for (int l = codes.start(row); l <= k; l++) if (codes.coefficient(l) != 0) together[codes.atom(k)][codes.atom(l)]++;
			}
		return together;
	}
}
