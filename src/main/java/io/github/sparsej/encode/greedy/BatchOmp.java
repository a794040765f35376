package io.github.sparsej.encode.greedy;

import io.github.sparsej.encode.Encoder;
import io.github.sparsej.encode.PreparedEncoder;
import io.github.sparsej.encode.block.BlockEncoder;
import io.github.sparsej.encode.block.CodeBlock;
import io.github.sparsej.encode.block.PreparedAtoms;
import io.github.sparsej.encode.block.SignalEncoder;
import io.github.sparsej.linalg.CholeskyRows;
import io.github.sparsej.linalg.Correlations;
import io.github.sparsej.linalg.LargestValue;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.Dictionary;
import io.github.sparsej.model.StopReason;

/**
 * Orthogonal matching pursuit by Batch-OMP (Rubinstein, Zibulevsky &amp; Elad, Technion CS-2008-08): each step takes the
 * atom of the largest |d'r|, the first of equal ones, and fits all coefficients anew by least squares. With nonnegative
 * coefficients ({@link OmpOptions#nonnegative}), each step takes the atom of the largest positive d'r and fits by
 * nonnegative least squares; with as many atoms as there are and no tolerance, that is the algorithm of Lawson &amp;
 * Hanson (Solving Least Squares Problems, 1974, chapter 23), which minimises |x - D a| over all codes without negative
 * coefficients.
 * <p>
 * The residual r is never formed: the correlations D'r change by what the fit adds to the coefficients, times rows of
 * the Gram matrix.
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
		return prepare(dictionary, null);
	}

	@Override
	public PreparedEncoder prepare(final Dictionary dictionary, final PreparedEncoder before) {
		final PreparedAtoms atoms = PreparedAtoms.of(dictionary, before, parallel);
		return new BlockEncoder(atoms, parallel, () -> options.nonnegative() ? new NonnegativeOmp(atoms, options) : new Run(atoms, options));
	}

	private static final class Run implements SignalEncoder {

		private final PreparedAtoms atoms;
		private final int maxNonzeros;
		private final LeastSquaresFit fit;
		private final LargestValue search;
		private final float[] current;
		private final float[] changes;

		Run(final PreparedAtoms atoms, final OmpOptions options) {
			this.atoms = atoms;
			maxNonzeros = options.maxNonzeros();
			fit = new LeastSquaresFit(atoms, maxNonzeros, options.residualTolerance(), options.atLeastOne(), CholeskyRows.DEPENDENT);
			search = new LargestValue(atoms.count);
			current = new float[LargestValue.room(atoms.count)];
			changes = new float[Math.min(maxNonzeros, atoms.count)];
		}

		@Override
		public StopReason encode(final float[] signals, final int offset, final double energy, final float[] correlations, final CodeBlock code) {
			if (!fit.begin(signals, offset, energy, correlations)) return StopReason.TOLERANCE;
			final StopReason reason = pursue(correlations, (float) (ResidualTracker.ROUNDING * Math.sqrt(energy)));
			fit.writeTo(code);
			return reason;
		}

		private StopReason pursue(final float[] correlations, final float noise) {
			float[] residual = correlations;
			while (true) {
				final int best = search.magnitude(residual);
				if (!(Math.abs(residual[best]) > noise) || !fit.take(best)) return StopReason.STALLED;
				if (fit.isWithin()) return StopReason.TOLERANCE;
				if (fit.size() == maxNonzeros) return StopReason.MAX_NONZEROS;
				if (fit.size() == atoms.count) return StopReason.STALLED;
				fit.takeChanges(changes);
				Correlations.subtract(residual, current, atoms.count, atoms.gram, fit.chosen(), changes, fit.size());
				residual = current;
			}
		}
	}
}
