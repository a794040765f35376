package io.github.sparsej.encode;

import io.github.sparsej.model.Dictionary;

/** An algorithm that describes signals by few atoms, with its options. Immutable and thread-safe. */
public interface Encoder {

	/**
	 * Does once what depends on the dictionary alone (its Gram matrix).
	 *
	 * @throws IllegalArgumentException if the options do not fit the dictionary, naming both
	 */
	PreparedEncoder prepare(Dictionary dictionary);

	/**
	 * As {@link #prepare(Dictionary)}, to the same bits, but sooner done where many atoms are those of another dictionary that was
	 * prepared before: what depends on them alone may be taken over.
	 *
	 * @param before made by any encoder for any dictionary; null for none
	 */
	default PreparedEncoder prepare(final Dictionary dictionary, final PreparedEncoder before) {
		return prepare(dictionary);
	}
}
