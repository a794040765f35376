package io.github.sparsej.encode.l1;

import io.github.sparsej.encode.block.PreparedAtoms;
import io.github.sparsej.linalg.FloatProduct;

/** One thread's residual x - D a, formed from the signal in float64, and its inner products with all atoms. */
final class Residual {

	private final PreparedAtoms atoms;
	private final double[] values;
	private final float[] rounded;
	private double energy;

	Residual(final PreparedAtoms atoms) {
		this.atoms = atoms;
		values = new double[atoms.length];
		rounded = new float[atoms.length];
	}

	/**
	 * Forms the residual of one signal.
	 *
	 * @param chosen       atoms with a coefficient
	 * @param coefficients their coefficients
	 * @param slopes       D'(x - D a), overwritten; in float32, of which rounding is relative to the residual, not to the signal
	 */
	void slopes(final float[] signals, final int offset, final int[] chosen, final double[] coefficients, final int size, final float[] slopes) {
		for (int j = 0; j < values.length; j++) values[j] = signals[offset + j];
		for (int k = 0; k < size; k++) subtract(coefficients[k], atoms.rows, chosen[k] * values.length, values);
		energy = 0;
		for (int j = 0; j < values.length; j++) {
			energy = Math.fma(values[j], values[j], energy);
			rounded[j] = (float) values[j];
		}
		FloatProduct.best().multiply(rounded, 0, values.length, 1, values.length, atoms.columns, atoms.count, new float[][] { slopes });
	}

	/** Its squared l2 norm. */
	double energy() {
		return energy;
	}

	private static void subtract(final double factor, final float[] atoms, final int offset, final double[] from) {
		for (int j = 0; j < from.length; j++) from[j] = Math.fma(-factor, (double) atoms[offset + j], from[j]);
	}
}
