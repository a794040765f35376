package io.github.sparsej.encode.greedy;

import java.util.Arrays;

import io.github.sparsej.encode.block.BlockEncoder;
import io.github.sparsej.encode.block.CodeBlock;
import io.github.sparsej.encode.block.PreparedAtoms;
import io.github.sparsej.encode.block.Energy;
import io.github.sparsej.encode.block.SignalEncoder;
import io.github.sparsej.encode.Encoder;
import io.github.sparsej.encode.PreparedEncoder;
import io.github.sparsej.linalg.CholeskyRows;
import io.github.sparsej.linalg.Correlations;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.Dictionary;
import io.github.sparsej.model.StopReason;

/**
 * Orthogonal matching pursuit by Batch-OMP (Rubinstein, Zibulevsky &amp; Elad, Technion CS-2008-08): each step takes the
 * atom of the largest |d'r|, the first of equal ones, and fits all coefficients anew by least squares.
 * <p>
 * The residual r is never formed. With G the Gram matrix and c = D'x, a new atom i gives the progressive Cholesky factor
 * of G a row; its last inverse row m writes the new orthonormal direction in terms of the atoms chosen, along which the
 * signal has the component b = m'c; coefficients change by b m and the correlations D'r by -b G m. Factor, coefficients
 * and the norm of the residual are in float64, from the first correlations c, so that rounding does not add up over
 * steps; but G and c come from float32 products. Coherent atoms (m of large norm) would blow their rounding up: from the
 * first of them on, the inner products of the atoms chosen are formed in float64, and the fit so far is made anew.
 * <p>
 * Stalls where no correlation is beyond the rounding of float32, or the best atom is a combination of those chosen.
 * Immutable and thread-safe.
 */
public final class BatchOmp implements Encoder {

	/**
	 * Squared norm of m beyond which the rounding of float32 products (about 1e-7 of the signal) would show. It is reached
	 * when a new atom lies within 1/20 of the span of those chosen; uncorrelated dictionaries do not come near.
	 */
	private static final double COHERENT = 400;

	private final OmpOptions options;
	private final Parallel parallel;

	public BatchOmp(final OmpOptions options, final Parallel parallel) {
		this.options = options;
		this.parallel = parallel;
	}

	@Override
	public PreparedEncoder prepare(final Dictionary dictionary) {
		final PreparedAtoms atoms = new PreparedAtoms(dictionary, parallel);
		return new BlockEncoder(atoms, parallel, () -> new Run(atoms, options));
	}

	private static final class Run implements SignalEncoder {

		private final PreparedAtoms atoms;
		private final int maxNonzeros;
		private final ResidualTracker tracker;
		private final CholeskyRows cholesky = new CholeskyRows();
		private final float[] current;
		private final int[] chosen;
		private final double[] coefficients;
		private final double[] products;
		private final float[] changes;
		/** Inner products of the signal with the atoms chosen. */
		private final double[] ofChosen;
		/** Coefficients before the last atom was taken. */
		private final double[] before;
		/** Whether inner products are formed in float64. */
		private boolean exact;
		private int size;

		Run(final PreparedAtoms atoms, final OmpOptions options) {
			this.atoms = atoms;
			maxNonzeros = options.maxNonzeros();
			tracker = new ResidualTracker(options.residualTolerance());
			current = new float[atoms.count];
			final int most = Math.min(maxNonzeros, atoms.count);
			chosen = new int[most];
			coefficients = new double[most];
			products = new double[most];
			changes = new float[most];
			before = new double[most];
			ofChosen = new double[most];
		}

		@Override
		public StopReason encode(final float[] signals, final int offset, final double energy, final float[] correlations, final CodeBlock code) {
			final float noise = (float) (ResidualTracker.ROUNDING * Math.sqrt(energy));
			tracker.begin(energy);
			if (tracker.isWithin()) return StopReason.TOLERANCE;
			cholesky.clear();
			exact = false;
			size = 0;
			final StopReason reason = pursue(signals, offset, energy, noise, correlations);
			for (int k = 0; k < size; k++) code.add(chosen[k], (float) coefficients[k]);
			return reason;
		}

		private StopReason pursue(final float[] signals, final int offset, final double energy, final float noise, final float[] correlations) {
			float[] residual = correlations;
			while (true) {
				final int best = Correlations.largestMagnitude(residual, atoms.count);
				if (!(Math.abs(residual[best]) > noise) || !take(best, signals, offset, energy, correlations)) return StopReason.STALLED;
				if (tracker.isWithin(() -> Energy.ofResidual(signals, offset, atoms, chosen, coefficients, size))) return StopReason.TOLERANCE;
				if (size == maxNonzeros) return StopReason.MAX_NONZEROS;
				if (size == atoms.count) return StopReason.STALLED;
				Correlations.subtract(residual, current, atoms.count, atoms.gram, chosen, changes, size);
				residual = current;
			}
		}

		/** Makes an atom part of the code and fits all coefficients; false if it depends on those chosen. */
		private boolean take(final int atom, final float[] signals, final int offset, final double energy, final float[] correlations) {
			System.arraycopy(coefficients, 0, before, 0, size);
			if (!append(atom)) return false;
			if (!exact && isCoherent(cholesky.lastInverseRow())) {
				exact = true;
				if (!anew(atom, signals, offset, energy, correlations)) return false;
			}
			else fit(atom, signals, offset, correlations);
			before[size - 1] = 0;
			for (int k = 0; k < size; k++) changes[k] = (float) (coefficients[k] - before[k]);
			return true;
		}

		private boolean isCoherent(final double[] direction) {
			double norm = 0;
			for (int k = 0; k <= size; k++) norm = Math.fma(direction[k], direction[k], norm);
			return norm > COHERENT;
		}

		/** Makes the fit so far anew from exact inner products, and then takes the atom. */
		private boolean anew(final int atom, final float[] signals, final int offset, final double energy, final float[] correlations) {
			final int last = size;
			cholesky.clear();
			tracker.begin(energy);
			Arrays.fill(coefficients, 0, last, 0);
			for (size = 0; size < last;) {
				if (!append(chosen[size])) return false;
				fit(chosen[size], signals, offset, correlations);
			}
			if (!append(atom)) return false;
			fit(atom, signals, offset, correlations);
			return true;
		}

		/** Appends an atom's inner products with those chosen to the factor. */
		private boolean append(final int atom) {
			final float[] row = atoms.gram[atom];
			for (int k = 0; k < size; k++) products[k] = exact ? Energy.product(atoms.rows, atom * atoms.length, atoms.rows, chosen[k] * atoms.length, atoms.length) : row[chosen[k]];
			return cholesky.append(products, exact ? Energy.of(atoms.rows, atom * atoms.length, atoms.length) : row[atom]);
		}

		/** Adds the atom appended last to those chosen, and the signal's component along its new direction to the fit. */
		private void fit(final int atom, final float[] signals, final int offset, final float[] correlations) {
			chosen[size] = atom;
			ofChosen[size] = exact ? Energy.product(atoms.rows, atom * atoms.length, signals, offset, atoms.length) : correlations[atom];
			coefficients[size++] = 0;
			final double[] direction = cholesky.lastInverseRow();
			double component = 0;
			for (int k = 0; k < size; k++) component = Math.fma(direction[k], ofChosen[k], component);
			for (int k = 0; k < size; k++) coefficients[k] += component * direction[k];
			tracker.lower(component);
		}
	}
}
