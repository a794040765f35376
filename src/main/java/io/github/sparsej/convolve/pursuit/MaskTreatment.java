package io.github.sparsej.convolve.pursuit;

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
	EXACT
}
