package io.github.sparsej.convolve.pursuit;

/** What a threshold of coefficients, or the weight of their l1 norm, is measured in. */
public enum Scale {
	/** The units of the image. */
	ABSOLUTE,
	/**
	 * The largest |correlation| of the image with an atom ({@link LambdaMax}), which is the least lambda whose l1 code is empty, and the first |coefficient| of a
	 * pursuit without gains: shares from 0 to 1.
	 */
	OF_LARGEST
}
