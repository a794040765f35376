package io.github.sparsej.encode.greedy;

import io.github.sparsej.encode.Encoder;
import io.github.sparsej.encode.PreparedEncoder;
import io.github.sparsej.encode.block.BlockEncoder;
import io.github.sparsej.encode.block.CodeBlock;
import io.github.sparsej.encode.block.PreparedAtoms;
import io.github.sparsej.encode.block.SignalEncoder;
import io.github.sparsej.linalg.CholeskyRows;
import io.github.sparsej.linalg.Correlations;
import io.github.sparsej.linalg.DirectionUpdate;
import io.github.sparsej.linalg.LargestValue;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.Dictionary;
import io.github.sparsej.model.StopReason;

/**
 * Order recursive matching pursuit, also known as orthogonal least squares or optimised orthogonal matching pursuit
 * (Gharavi-Alkhansari &amp; Huang, ICASSP 1998; Rebollo-Neira &amp; Lowe, IEEE Signal Processing Letters 9, 2002): each step
 * takes the atom that lowers |x - D a| most once all coefficients are fitted anew by least squares, the first of equal
 * ones. Where orthogonal matching pursuit looks at the correlation c_i with the residual alone, this is the atom of the
 * largest c_i^2 / n_i, with n_i its squared distance from the span of those chosen; the first atom of both is the same.
 * <p>
 * Each atom taken brings a new orthonormal direction, of whose inner products u with all atoms one row combination of the
 * Gram matrix is made; c_i falls by b u_i and n_i by u_i^2, b being the signal's component along it
 * ({@link LeastSquaresFit}). Atoms in the span of those chosen never win; where an atom lies so near that float32 tells
 * its score badly, c_i and n_i are formed anew in float64 before it is taken.
 * <p>
 * Stalls where no atom outside the span has a correlation beyond the rounding of float32. Immutable and thread-safe.
 */
public final class OrderRecursivePursuit implements Encoder {

	private final OrmpOptions options;
	private final Parallel parallel;

	public OrderRecursivePursuit(final OrmpOptions options, final Parallel parallel) {
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
		final float[] squares = new float[atoms.count];
		for (int i = 0; i < squares.length; i++) squares[i] = atoms.gram[i][i];
		return new BlockEncoder(atoms, parallel, () -> new Run(atoms, squares, options));
	}

	private static final class Run implements SignalEncoder {

		/** Squared distance from the span of those before from which on float32 tells an atom's new direction well enough. */
		private static final float APART = 1f / 16;
		/** Squares of what float32 tells of signals from this norm up to its inverse are in the range of float32. */
		private static final double LEAST_NORM = 1e-12;

		private final PreparedAtoms atoms;
		private final float[] squares;
		private final int maxNonzeros;
		private final LeastSquaresFit fit;
		private final DirectionUpdate update;
		private final float[] factors;
		/** Correlations with the residual, scaled. */
		private final float[] current;
		/** Squared distances from the span of the atoms chosen; infinite for those in it. */
		private final float[] distances;
		private final float[] scores;
		private final LargestValue search;
		/** A power of two that brings a very large or small norm near 1, and squares of correlations into the range of float32; else 1. */
		private float scale;
		private float noise;
		private float scaledNoise;
		private boolean exact;

		Run(final PreparedAtoms atoms, final float[] squares, final OrmpOptions options) {
			this.atoms = atoms;
			this.squares = squares;
			maxNonzeros = options.maxNonzeros();
			fit = new LeastSquaresFit(atoms, maxNonzeros, options.residualTolerance(), options.atLeastOne(), CholeskyRows.DEPENDENT);
			update = new DirectionUpdate(atoms.count, Math.min(maxNonzeros, atoms.count));
			factors = new float[Math.min(maxNonzeros, atoms.count)];
			current = new float[atoms.count];
			distances = new float[atoms.count];
			scores = new float[LargestValue.room(atoms.count)];
			search = new LargestValue(atoms.count);
		}

		@Override
		public StopReason encode(final float[] signals, final int offset, final double energy, final float[] correlations, final CodeBlock code) {
			if (!fit.begin(signals, offset, energy, correlations)) return StopReason.TOLERANCE;
			final double norm = Math.sqrt(energy);
			noise = (float) (ResidualTracker.ROUNDING * norm);
			scale = norm > LEAST_NORM && norm < 1 / LEAST_NORM ? 1 : (float) Math.scalb(1.0, Math.min(Float.MAX_EXPONENT, -Math.getExponent(norm)));
			scaledNoise = scale * noise;
			exact = false;
			final StopReason reason = pursue(correlations);
			fit.writeTo(code);
			return reason;
		}

		private StopReason pursue(final float[] correlations) {
			int best = search.magnitude(correlations);
			if (!(Math.abs(correlations[best]) > noise)) return StopReason.STALLED;
			while (true) {
				if (!fit.take(best)) return StopReason.STALLED;
				if (fit.isWithin()) return StopReason.TOLERANCE;
				if (fit.size() == maxNonzeros) return StopReason.MAX_NONZEROS;
				if (fit.size() == atoms.count) return StopReason.STALLED;
				goOn(best, correlations);
				best = select();
				if (best < 0) return StopReason.STALLED;
			}
		}

		private void start(final float[] correlations) {
			Correlations.scale(correlations, scale, atoms.count, current);
			System.arraycopy(squares, 0, distances, 0, atoms.count);
		}

		/** Takes the direction that an atom brought in away from correlations and distances. */
		private void goOn(final int taken, final float[] correlations) {
			final int before = fit.size() - 1;
			if (before == 0 && scale == 1) update.take(taken, atoms.gram[taken], 0, correlations, squares, current, distances, scores);
			else {
				if (before == 0) start(correlations);
				if (distances[taken] > APART && !fit.isExact()) update.take(taken, atoms.gram[taken], before, current, distances, current, distances, scores);
				else follow(before);
			}
			exclude(taken);
		}

		/** Takes the direction from the fit, which knows it in float64. */
		private void follow(final int before) {
			float component = (float) (scale * fit.component());
			if (fit.isExact() != exact) {
				component = 0;
				catchUp();
			}
			final double[] direction = fit.direction();
			for (int k = 0; k <= before; k++) factors[k] = (float) -direction[k];
			update.follow(atoms.gram, fit.chosen(), factors, before, component, current, distances, scores);
		}

		/** Takes away from the correlations what changed when the fit was made anew, beside the last direction. */
		private void catchUp() {
			exact = true;
			fit.takeChanges(factors);
			for (int k = 0; k < fit.size(); k++) factors[k] *= scale;
			Correlations.subtract(current, current, atoms.count, atoms.gram, fit.chosen(), factors, fit.size());
		}

		private void exclude(final int atom) {
			distances[atom] = Float.POSITIVE_INFINITY;
			scores[atom] = 0;
		}

		/** The atom to take next; -1 if none can be. */
		private int select() {
			int best = search.positive(scores);
			if (best >= 0 && !(distances[best] > LeastSquaresFit.COHERENT && Math.abs(current[best]) > scaledNoise)) {
				excludeRounding();
				best = search.positive(scores);
			}
			// What float32 says of atoms near the span is not trusted: the one that still wins when it is corrected is taken.
			for (int corrected = -1; best >= 0 && best != corrected && distances[best] < LeastSquaresFit.COHERENT;) {
				corrected = best;
				correct(best);
				best = search.positive(scores);
			}
			return best;
		}

		private void correct(final int atom) {
			final double distance = fit.squaredDistance(atom);
			if (distance == 0) {
				exclude(atom);
				return;
			}
			final double correlation = scale * fit.correlation(atom);
			current[atom] = (float) correlation;
			distances[atom] = (float) distance;
			scores[atom] = (float) (correlation * correlation / distance);
		}

		/** Leaves out all atoms whose score is nothing but rounding. */
		private void excludeRounding() {
			for (int i = 0; i < atoms.count; i++) {
				if (!(distances[i] > CholeskyRows.DEPENDENT)) exclude(i);
				else if (!(Math.abs(current[i]) > scaledNoise)) scores[i] = 0;
			}
		}
	}
}
