package io.github.sparsej.convolve.learn;

import java.util.Arrays;
import java.util.List;

import io.github.sparsej.convolve.CodedImage;
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
	/** Of each atom: the sum of a r over its places, and of a². */
	private final double[][] sums;
	private final double[] energies;
	private final Parallel parallel;

	NormalizedGradient(final ConvolutionalOptions options, final Parallel parallel) {
		this.options = options;
		this.parallel = parallel;
		form = new AtomForm(options.constraint(), options.taper(), options.shape());
		mask = options.maskValues();
		sums = new double[options.atoms()][options.shape().length()];
		energies = new double[options.atoms()];
	}

	/**
	 * Adds what images say, in their order.
	 *
	 * @param coded images coded with the atoms as they are before the step; not modified
	 */
	void add(final List<CodedImage> coded) {
		final PlacesOfAtoms places = new PlacesOfAtoms(coded, energies.length);
		parallel.forChunks(energies.length, ATOMS_PER_CHUNK, (begin, end) -> {
			for (int k = begin; k < end; k++) energies[k] += places.addResiduals(k, options.shape(), sums[k]);
		});
	}

	/** Moves the atoms by what was added since the step before. */
	void step(final double[][] atoms, final double eta) {
		for (int k = 0; k < atoms.length; k++) {
			move(atoms[k], sums[k], energies[k], eta);
			Arrays.fill(sums[k], 0);
		}
		Arrays.fill(energies, 0);
	}

	/** The sum becomes the gradient, and then the atom moved. */
	private void move(final double[] atom, final double[] sum, final double energy, final double eta) {
		if (mask != null) for (int j = 0; j < sum.length; j++) sum[j] = sum[j] * mask[j] - energy * atom[j] * (1 - mask[j]);
		form.taper(sum);
		if (!options.constraint().nonnegative()) form.center(sum);
		if (!UnitRows.normalize(sum)) return;
		for (int j = 0; j < sum.length; j++) sum[j] = atom[j] + eta * sum[j];
		if (form.project(sum)) System.arraycopy(sum, 0, atom, 0, atom.length);
	}
}
