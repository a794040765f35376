package io.github.sparsej.encode;

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
 * signal has the component b = m'c; coefficients change by b m and the correlations D'r by -b G m. Correlations are in
 * float32 and only select; factor, coefficients and the norm of the residual are in float64, from the first
 * correlations c, so that rounding does not add up over steps.
 * <p>
 * Stalls where no correlation is beyond the rounding of float32, or the best atom is a combination of those chosen.
 * Immutable and thread-safe.
 */
public final class BatchOmp implements Encoder {

	private final OmpOptions options;
	private final Parallel parallel;

	public BatchOmp(final OmpOptions options, final Parallel parallel) {
		this.options = options;
		this.parallel = parallel;
	}

	@Override
	public PreparedEncoder prepare(final Dictionary dictionary) {
		final PreparedAtoms atoms = new PreparedAtoms(dictionary, parallel);
		return new BlockEncoder(atoms, options.residualTolerance(), parallel, () -> new Run(atoms, options));
	}

	private static final class Run implements Pursuit {

		private final PreparedAtoms atoms;
		private final int maxNonzeros;
		private final ResidualTracker tracker;
		private final CholeskyRows cholesky = new CholeskyRows();
		private final float[] current;
		private final int[] chosen;
		private final double[] coefficients;
		private final double[] products;
		private final float[] changes;
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
		}

		@Override
		public StopReason encode(final float[] signals, final int offset, final double energy, final float[] correlations, final CodeBlock code) {
			final float noise = (float) (ResidualTracker.ROUNDING * Math.sqrt(energy));
			tracker.begin(energy);
			cholesky.clear();
			size = 0;
			final StopReason reason = pursue(signals, offset, noise, correlations);
			for (int k = 0; k < size; k++) code.add(chosen[k], (float) coefficients[k]);
			return reason;
		}

		private StopReason pursue(final float[] signals, final int offset, final float noise, final float[] correlations) {
			float[] residual = correlations;
			while (true) {
				final int best = Correlations.largestMagnitude(residual, atoms.count);
				if (!(Math.abs(residual[best]) > noise) || !take(best, correlations)) return StopReason.STALLED;
				if (tracker.isWithin(() -> Residuals.energy(signals, offset, atoms, chosen, coefficients, size))) return StopReason.TOLERANCE;
				if (size == maxNonzeros) return StopReason.MAX_NONZEROS;
				if (size == atoms.count) return StopReason.STALLED;
				Correlations.subtract(residual, current, atoms.count, atoms.gram, chosen, changes, size);
				residual = current;
			}
		}

		/** Makes an atom part of the code and fits all coefficients; false if it depends on those chosen. */
		private boolean take(final int atom, final float[] correlations) {
			final float[] row = atoms.gram[atom];
			for (int k = 0; k < size; k++) products[k] = row[chosen[k]];
			if (!cholesky.append(products, row[atom])) return false;
			chosen[size] = atom;
			coefficients[size++] = 0;
			final double[] direction = cholesky.lastInverseRow();
			double component = 0;
			for (int k = 0; k < size; k++) component = Math.fma(direction[k], correlations[chosen[k]], component);
			for (int k = 0; k < size; k++) {
				final double change = component * direction[k];
				coefficients[k] += change;
				changes[k] = (float) change;
			}
			tracker.lower(component);
			return true;
		}
	}
}
