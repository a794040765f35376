package io.github.sparsej.encode.block;

import io.github.sparsej.linalg.Gram;
import io.github.sparsej.linalg.LargestEigenvalue;
import io.github.sparsej.linalg.Parallel;

/** How far methods may step along the gradient D'(x - D a) in one dictionary: the inverse of a Lipschitz constant. */
public final class LargestStep {

	private LargestStep() {}

	/**
	 * The largest eigenvalue of the Gram matrix, from above ({@link LargestEigenvalue}); of the matrix of inner products of
	 * pixels where that is smaller, since the two have the same eigenvalues but for zeros.
	 */
	public static double lipschitz(final PreparedAtoms atoms, final Parallel parallel) {
		if (atoms.count <= atoms.length) return LargestEigenvalue.boundOf(atoms.gram);
		final float[] pixels = new float[atoms.length * atoms.count];
		final float[][] perAtom = new float[atoms.count][atoms.length];
		for (int j = 0; j < atoms.length; j++) System.arraycopy(atoms.columns[j], 0, pixels, j * atoms.count, atoms.count);
		for (int i = 0; i < atoms.count; i++) System.arraycopy(atoms.rows, i * atoms.length, perAtom[i], 0, atoms.length);
		return LargestEigenvalue.boundOf(Gram.of(pixels, perAtom, atoms.length, parallel));
	}
}
