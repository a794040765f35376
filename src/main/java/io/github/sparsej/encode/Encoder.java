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
}
