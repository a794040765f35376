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
		combine(-1, chosen, coefficients, size);
		correlate(to);
	}

	/** {@code to} = D'(sum over the first atoms chosen of their coefficients times them). */
	void ofCombination(final int[] chosen, final double[] coefficients, final int size, final float[] to) {
		Arrays.fill(vector, 0);
		combine(1, chosen, coefficients, size);
		correlate(to);
	}

	private void correlate(final float[] to) {
		for (int j = 0; j < atoms.length; j++) negative[j] = (float) -vector[j];
		Correlations.subtract(zeros, to, atoms.count, atoms.columns, all, negative, atoms.length);
	}

	private void combine(final double sign, final int[] chosen, final double[] coefficients, final int size) {
		for (int k = 0; k < size; k += 4) {
			// Where less than four are left, the last one is taken again, times 0.
			final int last = size - 1, k1 = Math.min(k + 1, last), k2 = Math.min(k + 2, last), k3 = Math.min(k + 3, last);
			add(sign * coefficients[k], chosen[k] * atoms.length, k + 1 > last ? 0 : sign * coefficients[k1], chosen[k1] * atoms.length,
				k + 2 > last ? 0 : sign * coefficients[k2], chosen[k2] * atoms.length, k + 3 > last ? 0 : sign * coefficients[k3], chosen[k3] * atoms.length, atoms.rows, vector);
		}
	}

	private static void add(final double f0, final int r0, final double f1, final int r1, final double f2, final int r2, final double f3, final int r3, final float[] rows,
		final double[] to)
	{
		for (int j = 0; j < to.length; j++)
			to[j] = Math.fma(f3, (double) rows[r3 + j], Math.fma(f2, (double) rows[r2 + j], Math.fma(f1, (double) rows[r1 + j], Math.fma(f0, (double) rows[r0 + j], to[j]))));
	}
}
