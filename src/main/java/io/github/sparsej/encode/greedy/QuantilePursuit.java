package io.github.sparsej.encode.greedy;

import io.github.sparsej.encode.Encoder;
import io.github.sparsej.encode.PreparedEncoder;
import io.github.sparsej.encode.block.BlockEncoder;
import io.github.sparsej.encode.block.PreparedAtoms;
import io.github.sparsej.encode.greedy.MatchingPursuitOptions.Selection;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.Dictionary;
import io.github.sparsej.model.QuantileFunctions;

/**
 * Matching pursuit whose atoms are selected by their quantile functions (histogram equalisation homeostasis, HEH; Perrinet,
 * Vision 3(3):47, 2019, and its code).
 * <p>
 * With c the correlations of the residual with the p atoms, each step takes the atom i of the largest z_i(r_i), the first of
 * equal ones, where r_i = 1 - exp(-c_i / scale), of the atoms with c_i > 0 (rectified), or the same with |c_i| (signed). It adds
 * b = relaxation c_i to the atom's coefficient, and lowers c by b times row i of the Gram matrix. An atom may be taken again.
 * z_i is read from the table P of Q values as the published code does: with u = Q r, k = floor(u), at most Q - 1, and t = u - k,
 * it is (1 - t) P_k + t P_min(k + 1, Q - 1).
 * <p>
 * Unlike other pursuits this one knows the size of signals: coefficients are to be of the order of the scale. It stalls
 * where no score is positive (or no correlation is beyond the rounding of float32); the original takes its first atom then.
 * Immutable and thread-safe.
 */
public final class QuantilePursuit implements Encoder {

	private final MatchingPursuitOptions options;
	private final QuantileFunctions quantiles;
	private final Parallel parallel;

	/** @param quantiles of the atoms of the dictionary to encode in */
	public QuantilePursuit(final MatchingPursuitOptions options, final QuantileFunctions quantiles, final Parallel parallel) {
		this.options = options;
		this.quantiles = quantiles;
		this.parallel = parallel;
	}

	@Override
	public PreparedEncoder prepare(final Dictionary dictionary) {
		return prepare(dictionary, null);
	}

	@Override
	public PreparedEncoder prepare(final Dictionary dictionary, final PreparedEncoder before) {
		final QuantileScreen screen = QuantileScreen.of(quantiles, dictionary.atomCount(), 1, parallel);
		final boolean signed = options.selection() == Selection.SIGNED;
		final PreparedAtoms atoms = PreparedAtoms.of(dictionary, before, parallel);
		return new BlockEncoder(atoms, parallel, () -> new MatchingPursuitRun(atoms, options, new QuantileSelection(screen, atoms.count, signed), options.relaxation(), null));
	}
}
