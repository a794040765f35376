package io.github.sparsej.encode.l1;

import java.util.Arrays;
import java.util.stream.IntStream;

import io.github.sparsej.encode.block.PreparedAtoms;
import io.github.sparsej.linalg.Correlations;

/**
 * Correlations of all atoms with a vector that is formed first, in float64: with x - D a or with D v. By rows of the Gram
 * matrix they cost less, but are only as accurate as float32 is for the sum of the absolute coefficients, which may be much
 * larger than the vector. One instance per thread.
 */
final class VectorCorrelations {

	private final PreparedAtoms atoms;
	private final double[] vector;
	private final float[] negative;
	private final float[] zeros;
	private final int[] all;

	VectorCorrelations(final PreparedAtoms atoms) {
		this.atoms = atoms;
		vector = new double[atoms.length];
		negative = new float[atoms.length];
		zeros = new float[atoms.count];
		all = IntStream.range(0, atoms.length).toArray();
	}

	/** {@code to} = D'(scale x - sum over the first atoms chosen of their coefficients times them). */
	void ofResidual(final float[] signals, final int offset, final float scale, final int[] chosen, final double[] coefficients, final int size, final float[] to) {
		for (int j = 0; j < atoms.length; j++) vector[j] = (double) scale * signals[offset + j];
		for (int k = 0; k < size; k++) add(-coefficients[k], atoms.rows, chosen[k] * atoms.length, vector);
		correlate(to);
	}

	/** {@code to} = D'(sum over the first atoms chosen of their coefficients times them). */
	void ofCombination(final int[] chosen, final double[] coefficients, final int size, final float[] to) {
		Arrays.fill(vector, 0);
		for (int k = 0; k < size; k++) add(coefficients[k], atoms.rows, chosen[k] * atoms.length, vector);
		correlate(to);
	}

	private void correlate(final float[] to) {
		for (int j = 0; j < atoms.length; j++) negative[j] = (float) -vector[j];
		Correlations.subtract(zeros, to, atoms.count, atoms.columns, all, negative, atoms.length);
	}

	private static void add(final double factor, final float[] values, final int begin, final double[] to) {
		for (int j = 0; j < to.length; j++) to[j] = Math.fma(factor, values[begin + j], to[j]);
	}
}
