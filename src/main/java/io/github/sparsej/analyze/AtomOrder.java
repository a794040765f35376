package io.github.sparsej.analyze;

import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** The orders in which the atoms of a dictionary are shown (Perrinet 2019). */
public enum AtomOrder {

	/** As they stand in the dictionary. */
	NATURAL,
	/** By rising use. */
	BY_USE,
	/** The least used ones in the first half of the places, the most used ones in the second, each by rising use. */
	RAREST_AND_MOST_USED,
	/** A random permutation. */
	RANDOM;

	/** Whether the use of atoms must be known. */
	public boolean needsUse() {
		return this == BY_USE || this == RAREST_AND_MOST_USED;
	}

	/**
	 * The atoms (from 0) that are shown, each at most once. Atoms of equal use stay in the order of the dictionary.
	 *
	 * @param use    how often each of the p atoms is used, in any unit; not modified
	 * @param places how many atoms to show, at least 1; of fewer atoms all are shown
	 * @param seed   of the random order
	 */
	public int[] first(final double[] use, final int places, final long seed) {
		if (places < 1) throw new IllegalArgumentException("at least 1 atom must be shown, got " + places);
		final int count = Math.min(places, use.length);
		final int[] all = switch (this) {
			case NATURAL -> IntStream.range(0, use.length).toArray();
			case BY_USE, RAREST_AND_MOST_USED -> rising(use);
			case RANDOM -> rising(new SplittableRandom(seed).doubles(use.length).toArray());
		};
		final int fromTheEnd = this == RAREST_AND_MOST_USED ? count - count / 2 : 0;
		return IntStream.range(0, count).map(i -> all[i < count - fromTheEnd ? i : all.length - count + i]).toArray();
	}

	private static int[] rising(final double[] keys) {
		return IntStream.range(0, keys.length).boxed().sorted(Comparator.comparingDouble(i -> keys[i])).mapToInt(Integer::intValue).toArray();
	}
}
