package io.github.sparsej.encode.greedy;

import io.github.sparsej.encode.Encoder;
import io.github.sparsej.encode.PreparedEncoder;
import io.github.sparsej.encode.block.BlockEncoder;
import io.github.sparsej.encode.block.PreparedAtoms;
import io.github.sparsej.encode.greedy.MatchingPursuitOptions.Selection;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.Dictionary;
import io.github.sparsej.model.Require;

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
		for (final double gain : gains) Require.notNegative("gains", gain);
		this.options = options;
		this.gains = gains.clone();
		this.parallel = parallel;
	}

	@Override
	public PreparedEncoder prepare(final Dictionary dictionary) {
		return prepare(dictionary, null);
	}

	@Override
	public PreparedEncoder prepare(final Dictionary dictionary, final PreparedEncoder before) {
		final GainSelection.Gains shared = new GainSelection.Gains(gains, dictionary.atomCount());
		final PreparedAtoms atoms = PreparedAtoms.of(dictionary, before, parallel);
		final boolean signed = options.selection() == Selection.SIGNED;
		return new BlockEncoder(atoms, parallel, () -> new MatchingPursuitRun(atoms, options, new GainSelection(atoms.count, signed, shared), 1, null));
	}
}
