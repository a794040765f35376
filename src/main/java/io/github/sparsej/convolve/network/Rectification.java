package io.github.sparsej.convolve.network;

/** What becomes of the signs of coefficients where codes are images of the next layer, of values of 0 or more. */
public enum Rectification {
	/** |a|: an atom and its opposite are the same. One channel an atom. */
	MODULUS,
	/** max(0, a): the opposite of an atom does not count. One channel an atom. */
	POSITIVE,
	/** max(0, a) and max(0, -a): two channels an atom, first those of all atoms, then those of all opposites. */
	BOTH;

	/** Channels of codes of so many atoms. */
	public int channels(final int atomCount) {
		return this == BOTH ? Math.multiplyExact(2, atomCount) : atomCount;
	}

	/** The channel a coefficient counts in. */
	int channel(final int atom, final int atomCount, final double coefficient) {
		return this == BOTH && coefficient < 0 ? atomCount + atom : atom;
	}

	/** What it counts there. */
	double value(final double coefficient) {
		return this == POSITIVE ? Math.max(0, coefficient) : Math.abs(coefficient);
	}
}
