package io.github.sparsej.convolve.learn;

import java.util.Arrays;
import java.util.List;

import io.github.sparsej.convolve.CodedImage;
import io.github.sparsej.convolve.window.AtomMask;
import io.github.sparsej.learn.step.UnitRows;
import io.github.sparsej.linalg.Parallel;

/**
 * One step of Boutin's CHAMP for all atoms, from images coded with them. With m the mask, r the residual at a place of atom d and
 * a the atom's coefficient there, {@code g = sum over its places of a (r m - a d (1 - m))}: the gradient in the atom of the masked
 * residual, and a decay where the mask is below 1. The mean of g is taken away (of nonnegative atoms it is not; of tapered ones, a multiple of the
 * window), it is divided by its norm, and the atom moved by eta times this and made what it must be.
 * <p>
 * Atoms without a place stay, as do those of which g is 0, or of which such a step would leave nothing. Not thread-safe, parallel inside.
 */
final class NormalizedGradient {

	private static final int ATOMS_PER_CHUNK = 1;

	private final ConvolutionalOptions options;
	private final AtomForm form;
	/** Null for none. */
	private final float[] mask;
	private final Parallel parallel;

	NormalizedGradient(final ConvolutionalOptions options, final Parallel parallel) {
		this.options = options;
		this.parallel = parallel;
		form = new AtomForm(options.constraint(), options.taper(), options.shape());
		mask = options.maskValues();
	}

	/**
	 * @param atoms modified
	 * @param coded images coded with these atoms; not modified
	 */
	void step(final double[][] atoms, final List<CodedImage> coded, final double eta) {
		final PlacesOfAtoms places = new PlacesOfAtoms(coded, atoms.length);
		parallel.forChunks(atoms.length, ATOMS_PER_CHUNK, (begin, end) -> {
			for (int k = begin; k < end; k++) move(k, atoms, places, eta);
		});
	}

	private void move(final int k, final double[][] atoms, final PlacesOfAtoms places, final double eta) {
		final double[] atom = atoms[k], moved = new double[atom.length];
		final double energy = places.residuals(k, options.shape(), moved);
		if (mask != null) for (int j = 0; j < moved.length; j++) moved[j] = moved[j] * mask[j] - energy * atom[j] * (1 - mask[j]);
		form.taper(moved);
		if (!options.constraint().nonnegative()) form.center(moved);
		if (!UnitRows.normalize(moved)) return;
		for (int j = 0; j < moved.length; j++) moved[j] = atom[j] + eta * moved[j];
		if (form.project(moved)) System.arraycopy(moved, 0, atom, 0, atom.length);
	}
}
