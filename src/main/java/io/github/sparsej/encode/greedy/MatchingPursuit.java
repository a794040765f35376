package io.github.sparsej.encode.greedy;

import io.github.sparsej.encode.block.BlockEncoder;
import io.github.sparsej.encode.block.CodeBlock;
import io.github.sparsej.encode.block.Energy;
import io.github.sparsej.encode.block.PreparedAtoms;
import io.github.sparsej.encode.block.SignalEncoder;
import io.github.sparsej.encode.Encoder;
import io.github.sparsej.encode.PreparedEncoder;
import io.github.sparsej.encode.greedy.MatchingPursuitOptions.Selection;
import io.github.sparsej.linalg.Correlations;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.Dictionary;
import io.github.sparsej.model.StopReason;

/**
 * Matching pursuit (Mallat &amp; Zhang, IEEE Trans. Signal Processing 41, 1993), signed or rectified, with gains that
 * make the selection of atoms fair (Perrinet, Vision 3(3):47, 2019).
 * <p>
 * With c the correlations of the residual with the p atoms and g the gains, each step takes the atom i of the largest
 * score g_i max(c_i, 0) (rectified) or g_i |c_i| (signed), the first of equal ones; adds c_i to its coefficient; and
 * lowers c by c_i times row i of the Gram matrix. An atom may be taken again. Gains decide which atom is taken, never
 * its coefficient; only their ratios matter. Where no score is positive (or no correlation is beyond the rounding of
 * float32), the pursuit has stalled. Immutable and thread-safe.
 */
public final class MatchingPursuit implements Encoder {

	private final MatchingPursuitOptions options;
	private final double[] gains;
	private final Parallel parallel;

	/** Without gains: all atoms are equal. */
	public MatchingPursuit(final MatchingPursuitOptions options, final Parallel parallel) {
		this.options = options;
		this.gains = null;
		this.parallel = parallel;
	}

	/** @param gains factor on the score of each atom, p values, finite and 0 or more; copied */
	public MatchingPursuit(final MatchingPursuitOptions options, final double[] gains, final Parallel parallel) {
		for (final double gain : gains) if (!(gain >= 0) || Double.isInfinite(gain)) throw new IllegalArgumentException("gains must be finite and 0 or more, got " + gain);
		this.options = options;
		this.gains = gains.clone();
		this.parallel = parallel;
	}

	@Override
	public PreparedEncoder prepare(final Dictionary dictionary) {
		if (gains != null && gains.length != dictionary.atomCount())
			throw new IllegalArgumentException(gains.length + " gains do not fit a dictionary of " + dictionary.atomCount() + " atoms");
		final PreparedAtoms atoms = new PreparedAtoms(dictionary, parallel);
		final float[] scaled = gains == null ? null : scaled(gains);
		return new BlockEncoder(atoms, parallel, () -> new Run(atoms, options, scaled));
	}

	/** In float32, by a power of two so that the largest is near 1: ratios stay, and no score leaves the range. */
	private static float[] scaled(final double[] gains) {
		double largest = Double.MIN_NORMAL;
		for (final double gain : gains) largest = Math.max(largest, gain);
		final int exponent = -Math.getExponent(largest);
		final float[] scaled = new float[gains.length];
		for (int i = 0; i < gains.length; i++) scaled[i] = (float) Math.scalb(gains[i], exponent);
		return scaled;
	}

	private static final class Run implements SignalEncoder {

		private final PreparedAtoms atoms;
		private final int maxSteps;
		private final boolean signed;
		private final float[] gains;
		private final float[] scores;
		private final ResidualTracker tracker;
		private final int[] chosen;
		private final double[] coefficients;
		/** Where each atom stands among those chosen, from 1; 0 for those that are not. */
		private final int[] places;
		private int size;

		Run(final PreparedAtoms atoms, final MatchingPursuitOptions options, final float[] gains) {
			this.atoms = atoms;
			this.gains = gains;
			maxSteps = options.maxSteps();
			signed = options.selection() == Selection.SIGNED;
			scores = gains == null ? null : new float[atoms.count];
			tracker = new ResidualTracker(options.residualTolerance(), options.atLeastOne());
			chosen = new int[Math.min(maxSteps, atoms.count)];
			coefficients = new double[chosen.length];
			places = new int[atoms.count];
		}

		@Override
		public StopReason encode(final float[] signals, final int offset, final double energy, final float[] correlations, final CodeBlock code) {
			final float noise = (float) (ResidualTracker.ROUNDING * Math.sqrt(energy));
			tracker.begin(energy);
			if (tracker.isWithin()) return StopReason.TOLERANCE;
			size = 0;
			final StopReason reason = pursue(signals, offset, noise, correlations);
			for (int k = 0; k < size; k++) {
				code.add(chosen[k], (float) coefficients[k]);
				places[chosen[k]] = 0;
			}
			return reason;
		}

		private StopReason pursue(final float[] signals, final int offset, final float noise, final float[] correlations) {
			for (int step = 1;; step++) {
				final int best = select(correlations);
				final float correlation = correlations[best];
				if (!counts(best, correlation, 0) || !counts(best, correlation, noise) && !anyCounts(correlations, noise)) return StopReason.STALLED;
				take(best, correlation);
				if (tracker.isWithin(() -> Energy.ofResidual(signals, offset, atoms, chosen, coefficients, size))) return StopReason.TOLERANCE;
				if (step == maxSteps) return StopReason.MAX_NONZEROS;
				Correlations.subtract(correlations, correlations, atoms.count, correlation, atoms.gram[best]);
			}
		}

		private int select(final float[] correlations) {
			if (gains != null) Correlations.weigh(correlations, gains, atoms.count, scores);
			final float[] weighed = gains == null ? correlations : scores;
			return signed ? Correlations.largestMagnitude(weighed, atoms.count) : Correlations.largest(weighed, atoms.count);
		}

		private boolean counts(final int atom, final float correlation, final float limit) {
			return (signed ? Math.abs(correlation) : correlation) > limit && (gains == null || gains[atom] > 0);
		}

		private boolean anyCounts(final float[] correlations, final float limit) {
			for (int i = 0; i < atoms.count; i++) if (counts(i, correlations[i], limit)) return true;
			return false;
		}

		private void take(final int atom, final float correlation) {
			if (places[atom] == 0) {
				chosen[size] = atom;
				coefficients[size] = 0;
				places[atom] = ++size;
			}
			coefficients[places[atom] - 1] += correlation;
			tracker.lower(correlation);
		}
	}
}
