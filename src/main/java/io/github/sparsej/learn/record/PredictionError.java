package io.github.sparsej.learn.record;

import io.github.sparsej.model.SparseCodes;

/**
 * How well codes survive being decoded and encoded again (Perrinet 2019, SHL_scripts: perror): the share of the n x p
 * coefficients that are 0 in one of two sets of codes and not in the other. (The published code tells positive ones from
 * others: with rectified selection the same.)
 */
public final class PredictionError {

	private PredictionError() {}

	/**
	 * @param codes codes of n signals
	 * @param again codes, by the same encoder, of the signals that these stand for
	 * @return 0 to 1; 0 where there are no signals
	 * @throws IllegalArgumentException if there are not as many, or they are in another number of atoms
	 */
	public static double of(final SparseCodes codes, final SparseCodes again) {
		if (codes.count() != again.count() || codes.atomCount() != again.atomCount())
			throw new IllegalArgumentException(codes.count() + " codes in " + codes.atomCount() + " atoms cannot be compared with " + again.count() + " in " + again.atomCount());
		long different = 0;
		for (int row = 0; row < codes.count(); row++) different += different(codes, again, row);
		return codes.count() == 0 ? 0 : (double) different / codes.count() / codes.atomCount();
	}

	/** Atoms that one of two codes uses: both lists rise, and are gone through together. */
	private static int different(final SparseCodes codes, final SparseCodes again, final int row) {
		int different = 0;
		int k = codes.start(row), l = again.start(row);
		while (k < codes.start(row + 1) || l < again.start(row + 1)) {
			final int atom = k < codes.start(row + 1) ? codes.atom(k) : Integer.MAX_VALUE, other = l < again.start(row + 1) ? again.atom(l) : Integer.MAX_VALUE;
			final boolean used = atom <= other && codes.coefficient(k) != 0, usedAgain = other <= atom && again.coefficient(l) != 0;
			if (used != usedAgain) different++;
			if (atom <= other) k++;
			if (other <= atom) l++;
		}
		return different;
	}
}
