package io.github.sparsej.encode;

import io.github.sparsej.model.Progress;
import io.github.sparsej.model.Signals;
import io.github.sparsej.model.SparseCodes;

/** A prepared encoder that iterates, and is sooner done where it starts from a code near the one sought. */
public interface WarmStartEncoder extends PreparedEncoder {

	/**
	 * As {@link #encode(Signals, Progress)}, starting from codes instead of from 0.
	 *
	 * @param start one code per signal, in as many atoms; entries that the encoder does not allow (negative ones of an
	 *              encoder with nonnegative coefficients) or that are not finite count as 0
	 * @throws IllegalArgumentException also if there are not as many codes as signals, or they are in another number of
	 *                                  atoms
	 */
	SparseCodes encode(Signals signals, SparseCodes start, Progress progress);
}
