package io.github.sparsej.learn.hebbian;

import java.util.Arrays;

import io.github.sparsej.learn.step.AtomUses;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.Signals;

/**
 * How precisely each atom tells each pixel, in sparse Hebbian learning with precision (Perrinet 2019, its code): the running
 * mean V_ij = (1 - rate) V_ij + rate mean_k (x_kj - a_ki D_ij)^2 over the signals k of each batch, and precisions
 * W = 1 / (V + 1e-16) in which atoms are coded and normalised.
 * <p>
 * V begins with the mean square v of the values of the first batch, and precisions are taken relative to 1 / v: only their
 * ratios matter to a code, and so they begin with 1, atoms normalised by sqrt(sum_j W_ij D_ij^2) have lengths near 1, and steps
 * eta mean what they mean without precision. Atoms D_i themselves are kept with unit l2 norm, and their lengths in that
 * normalisation apart from them.
 */
final class AtomPrecision {

	private static final int ATOMS_PER_CHUNK = 8;
	private static final double LEAST_VARIANCE = 1e-16;

	private final double rate;
	private final double[][] variance;
	private final double[] length;
	/** v; 0 before there was a batch of other values than 0. */
	private double reference;

	AtomPrecision(final double rate, final int atoms, final int pixels) {
		this.rate = rate;
		variance = new double[atoms][pixels];
		length = new double[atoms];
		Arrays.fill(length, 1);
	}

	/** W, p x m, row-major. */
	double[] weights() {
		final int pixels = variance[0].length;
		final double[] weights = new double[variance.length * pixels];
		for (int i = 0; i < variance.length; i++) for (int j = 0; j < pixels; j++) weights[i * pixels + j] = weight(i, j);
		return weights;
	}

	private double weight(final int atom, final int pixel) {
		return reference == 0 ? 1 : reference / (variance[atom][pixel] + LEAST_VARIANCE);
	}

	/** Learns from a batch, whose codes are those of unit atoms. */
	void update(final Signals batch, final AtomUses uses, final double[][] atoms, final Parallel parallel) {
		final double[] squares = new double[batch.length()];
		for (int row = 0; row < batch.count(); row++)
			for (int j = 0, at = batch.offset(row); j < squares.length; j++, at++) squares[j] += (double) batch.values()[at] * batch.values()[at] / batch.count();
		if (reference == 0) {
			reference = Arrays.stream(squares).average().orElse(0);
			for (final double[] row : variance) Arrays.fill(row, reference);
		}
		if (reference == 0) return;
		parallel.forChunks(atoms.length, ATOMS_PER_CHUNK, (begin, end) -> {
			for (int i = begin; i < end; i++) update(i, batch, uses, atoms[i], squares);
		});
	}

	/** By mean (x - a d)^2 = mean x^2 - 2 d mean(a x) + d^2 mean a^2. */
	private void update(final int i, final Signals batch, final AtomUses uses, final double[] atom, final double[] squares) {
		final double[] products = new double[atom.length];
		double energy = 0;
		for (int k = uses.start[i]; k < uses.start[i + 1]; k++) {
			final double a = uses.coefficient[k];
			energy += a * a / batch.count();
			for (int j = 0, at = batch.offset(uses.row[k]); j < atom.length; j++, at++) products[j] += a * batch.values()[at] / batch.count();
		}
		for (int j = 0; j < atom.length; j++)
			variance[i][j] = (1 - rate) * variance[i][j] + rate * Math.max(0, squares[j] - 2 * atom[j] * products[j] + atom[j] * atom[j] * energy);
	}

	/** The l2 norm of an atom that is normalised by its precisions. */
	double length(final int atom) {
		return length[atom];
	}

	/** Normalises an atom, of unit l2 norm, by its precisions. */
	void normalize(final int atom, final double[] unit) {
		double sum = 0;
		for (int j = 0; j < unit.length; j++) sum += weight(atom, j) * unit[j] * unit[j];
		length[atom] = 1 / Math.sqrt(sum);
	}

	/** Begins anew with an atom that was replaced. */
	void reset(final int atom) {
		Arrays.fill(variance[atom], reference);
		length[atom] = 1;
	}
}
