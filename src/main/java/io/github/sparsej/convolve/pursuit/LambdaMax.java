package io.github.sparsej.convolve.pursuit;

import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.Dictionary;
import io.github.sparsej.model.Volume;

/** The least lambda of an image with which its l1 code is empty. */
public final class LambdaMax {

	private LambdaMax() {}

	/**
	 * The largest |correlation| of an image with an atom at a place, which also is the first |coefficient| of a pursuit.
	 *
	 * @param nonnegative whether negative correlations do not count; 0 if there is no positive one
	 * @throws IllegalArgumentException if the image does not fit the atoms, or is not finite
	 */
	public static double of(final Volume image, final Dictionary dictionary, final boolean nonnegative, final Parallel parallel) {
		return new PreparedPursuit(PlacedDictionary.withoutProducts(dictionary, parallel), new ConvolutionalPursuitOptions(1, 0, 0, nonnegative, 1, MaskTreatment.EXACT), Scale.ABSOLUTE, parallel).largestCorrelation(image);
	}
}
