package io.github.sparsej.convolve.pursuit;

import io.github.sparsej.model.Dictionary;

/** What a mask on atoms means for a pursuit. */
public enum MaskTreatment {
	/**
	 * The published one (Boutin's CHAMP): atoms are masked where they are compared with the image at the start, and nowhere else. The
	 * products of atoms, the coefficients and what is taken from the residual are those of whole atoms. So after the first step the
	 * scores are not the correlations of the residual with masked atoms, and a step lowers the energy by another amount than the
	 * square of its coefficient.
	 */
	APPROXIMATE,
	/**
	 * The masked atoms, made unit vectors again, are the dictionary: matching pursuit as it is defined, where each step lowers the energy
	 * by the square of its coefficient. Codes refer to the masked atoms.
	 */
	EXACT;

	/**
	 * The atoms that codes refer to.
	 *
	 * @param mask as for {@link io.github.sparsej.convolve.ConvolutionalEncoder#prepare}; null for none
	 * @throws IllegalArgumentException if nothing is left of an atom
	 */
	public Dictionary atoms(final Dictionary dictionary, final float[] mask) {
		return mask == null || this == APPROXIMATE ? dictionary : Dictionary.normalized(dictionary.shape(), dictionary.atomCount(), masked(dictionary, mask));
	}

	/** All values of atoms times the mask. */
	static float[] masked(final Dictionary dictionary, final float[] mask) {
		final float[] masked = dictionary.toArray();
		for (int i = 0; i < masked.length; i++) masked[i] *= mask[i % mask.length];
		return masked;
	}
}
