package io.github.sparsej.convolve;

import io.github.sparsej.model.Dictionary;

/** An algorithm that describes images by few placed atoms, with its options. Immutable and thread-safe. */
public interface ConvolutionalEncoder {

	/**
	 * Does once what depends on the dictionary alone (products of atoms at all distances).
	 *
	 * @param dictionary atoms of one slice
	 * @param mask       factor on every value of an atom where it is compared with the image (what it means beyond that is the
	 *                   algorithm's), in the order of the atoms' values, 0 or more and finite; null for none. Not modified
	 * @param gains      factor on the score of each atom, 0 or more and finite; null for none. Not modified
	 * @throws IllegalArgumentException if any of these do not fit each other or the options
	 */
	PreparedConvolutionalEncoder prepare(Dictionary dictionary, float[] mask, double[] gains);

	/** Without mask and gains. */
	default PreparedConvolutionalEncoder prepare(final Dictionary dictionary) {
		return prepare(dictionary, null, null);
	}
}
