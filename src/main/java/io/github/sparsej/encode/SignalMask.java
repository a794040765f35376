package io.github.sparsej.encode;

import java.util.BitSet;

import io.github.sparsej.model.Signals;

/** Which values of signals are known and which are missing. Immutable and thread-safe. */
public final class SignalMask {

	private final int count;
	private final int length;
	/** A set per signal: one for all would end at 2^31 values. */
	private final BitSet[] missing;

	private SignalMask(final int count, final int length, final BitSet[] missing) {
		this.count = count;
		this.length = length;
		this.missing = missing;
	}

	/** Says of one value whether it is known. */
	@FunctionalInterface
	public interface Known {
		boolean at(int row, int j);
	}

	/**
	 * @param count  number of signals n
	 * @param length values of each
	 * @param known  asked once for every value
	 */
	public static SignalMask of(final int count, final int length, final Known known) {
		if (count < 0 || length < 1) throw new IllegalArgumentException("a mask needs 0 or more signals of 1 or more values, got " + count + " of " + length);
		final BitSet[] missing = new BitSet[count];
		for (int row = 0; row < count; row++) {
			missing[row] = new BitSet(length);
			for (int j = 0; j < length; j++) if (!known.at(row, j)) missing[row].set(j);
		}
		return new SignalMask(count, length, missing);
	}

	/** Values that are NaN are missing, all others known. */
	public static SignalMask ofNumbers(final Signals signals) {
		return of(signals.count(), signals.length(), (row, j) -> !Float.isNaN(signals.value(row, j)));
	}

	/** @param j place of the value in signal {@code row} */
	public boolean isKnown(final int row, final int j) {
		return !missing[row].get(j);
	}

	/** How many values of a signal are known. */
	public int known(final int row) {
		return length - missing[row].cardinality();
	}

	/**
	 * The signals with 0 where values are missing; a copy.
	 *
	 * @throws IllegalArgumentException if the mask is one of other signals, naming the sizes
	 */
	public Signals fill(final Signals signals) {
		if (signals.count() != count || signals.length() != length)
			throw new IllegalArgumentException("a mask of " + count + " signals of length " + length + " does not fit " + signals.count() + " of length " + signals.length());
		final Signals filled = signals.copy();
		for (int row = 0; row < count; row++)
			for (int j = missing[row].nextSetBit(0); j >= 0; j = missing[row].nextSetBit(j + 1)) filled.values()[filled.offset(row) + j] = 0;
		return filled;
	}

	/** Writes 1 where a signal's values are known, and 0 where they are missing. */
	public void write(final int row, final float[] visible) {
		for (int j = 0; j < length; j++) visible[j] = missing[row].get(j) ? 0 : 1;
	}

	/**
	 * Where a signal's values are known, rising.
	 *
	 * @param places overwritten; as long as signals
	 * @return how many are known
	 */
	public int places(final int row, final int[] places) {
		int known = 0;
		for (int j = missing[row].nextClearBit(0); j < length; j = missing[row].nextClearBit(j + 1)) places[known++] = j;
		return known;
	}
}
