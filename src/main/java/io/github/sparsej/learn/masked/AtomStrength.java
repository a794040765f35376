package io.github.sparsej.learn.masked;

import io.github.sparsej.model.SparseCodes;

/**
 * How strong atoms are in a set of signals, as gains for the pursuit of signals with missing values: what is seen of two atoms
 * may hardly differ, and then the one that is strong as a rule is the better guess.
 */
public final class AtomStrength {

	/**
	 * Exponent of the energies. The quality of inpainting has its maximum between 0.1 and 0.3 on natural images of quite different
	 * texture; 0 is no preference, 1/2 prefers in proportion to amplitudes.
	 */
	private static final double EXPONENT = 0.2;

	/** Share of the strongest atom's energy that every atom has at least, so that none is shut out. */
	private static final double LEAST = 1e-8;

	private AtomStrength() {}

	/**
	 * g_i = (E_i / max E)^{@value #EXPONENT} with E_i the sum of squared coefficients of atom i: p values up to 1; all 1 where
	 * there are no coefficients.
	 */
	public static float[] gains(final SparseCodes codes) {
		final double[] energy = new double[codes.atomCount()];
		double most = 0;
		for (int k = 0; k < codes.nonzeros(); k++) energy[codes.atom(k)] += (double) codes.coefficient(k) * codes.coefficient(k);
		for (final double value : energy) most = Math.max(most, value);
		final float[] gains = new float[energy.length];
		for (int i = 0; i < gains.length; i++) gains[i] = most > 0 ? (float) Math.pow(Math.max(energy[i] / most, LEAST), EXPONENT) : 1;
		return gains;
	}
}
