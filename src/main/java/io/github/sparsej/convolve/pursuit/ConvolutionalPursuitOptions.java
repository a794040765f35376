package io.github.sparsej.convolve.pursuit;

import io.github.sparsej.model.Require;

/**
 * Options of {@link ConvolutionalPursuit}, which stops at whichever comes first.
 *
 * @param maxCount      most atoms placed in an image, at least 1; one that is placed again counts again
 * @param threshold     the pursuit ends where the next atom's |coefficient| would be below, in the units of the image, 0 or more and
 *                      finite; 0 for no threshold
 * @param residualShare the pursuit ends where the l2 norm of the residual is at most this share of that of the image, 0 or more and
 *                      below 1; 0 for no such end
 * @param nonnegative   whether the largest score is taken instead of the largest |score|, so that no atom is taken with a negative sign
 * @param relaxation    share of the coefficient that a step takes (the original's alpha), above 0, at most 1
 * @param mask          what a mask means; without effect where there is none
 */
public record ConvolutionalPursuitOptions(int maxCount, double threshold, double residualShare, boolean nonnegative, double relaxation, MaskTreatment mask) {

	public ConvolutionalPursuitOptions {
		Require.atLeastOne("maxCount", maxCount);
		Require.notNegative("threshold", threshold);
		Require.belowOne("residualShare", residualShare);
		if (!(relaxation > 0 && relaxation <= 1)) throw new IllegalArgumentException("relaxation must be above 0 and at most 1, got " + relaxation);
		if (mask == null) throw new IllegalArgumentException("mask must be APPROXIMATE or EXACT");
	}

	/** So many atoms of either sign, and a mask as published. */
	public ConvolutionalPursuitOptions(final int maxCount) {
		this(maxCount, 0, 0, false, 1, MaskTreatment.APPROXIMATE);
	}
}
