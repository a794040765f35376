package io.github.sparsej.testing;

import java.util.Arrays;

import io.github.sparsej.model.SparseCodes;
import io.github.sparsej.model.SparseCodesBuilder;
import io.github.sparsej.model.StopReason;

/** Sparse codes written out by hand or by numpy: one row a signal, zeros included. */
public final class DenseCodes {

	private DenseCodes() {}

	public static SparseCodes of(final int atomCount, final double... values) {
		final SparseCodesBuilder codes = new SparseCodesBuilder(atomCount, values.length / atomCount);
		for (int row = 0; row < values.length / atomCount; row++) {
			final double[] dense = Arrays.copyOfRange(values, row * atomCount, (row + 1) * atomCount);
			final int[] atoms = new int[atomCount];
			final float[] coefficients = new float[atomCount];
			int size = 0;
			for (int i = 0; i < atomCount; i++) if (dense[i] != 0) {
				atoms[size] = i;
				coefficients[size++] = (float) dense[i];
			}
			codes.append(atoms, coefficients, 0, size, StopReason.MAX_NONZEROS);
		}
		return codes.build();
	}
}
