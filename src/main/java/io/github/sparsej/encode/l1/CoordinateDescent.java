package io.github.sparsej.encode.l1;

import io.github.sparsej.encode.Encoder;
import io.github.sparsej.encode.PreparedEncoder;
import io.github.sparsej.encode.WarmStartEncoder;
import io.github.sparsej.encode.block.BlockEncoder;
import io.github.sparsej.encode.block.CodeBlock;
import io.github.sparsej.encode.block.PreparedAtoms;
import io.github.sparsej.encode.block.SignalEncoder;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.Dictionary;
import io.github.sparsej.model.SparseCodes;
import io.github.sparsej.model.StopReason;

/**
 * Codes that minimise 1/2 |x - D a|^2 + {@link Penalty}: the lasso, with nonnegative coefficients, weights or as an elastic
 * net, by coordinate descent on the Gram matrix with an active set (Friedman, Hastie &amp; Tibshirani, J. Statistical
 * Software 33(1), 2010), in which a coordinate does not move alone: the one that violates its optimality condition most
 * joins those that are not 0, and all of them move to their common minimum by a direct solution, as in feature-sign search
 * (Lee, Battle, Raina &amp; Ng, NIPS 2006). Sweeps over single coordinates would take hundreds where atoms are coherent, as
 * those of patches that are not whitened; see {@link ActiveSetSolver}.
 * <p>
 * Where a small penalty and nearly dependent atoms make a code so large that float32 inner products do not do, the signal is
 * encoded by {@link LassoLars}, which goes on in float64.
 * <p>
 * A code is empty where no correlation |d_i'x| is beyond its factor (lambda, of the lasso), as that of a signal of zeros. It
 * has as many nonzeros as the minimum has, with no more than linearly independent atoms (but for an elastic net). Of equal
 * atoms the lasso takes the first. Immutable and thread-safe.
 */
public final class CoordinateDescent implements Encoder {

	private final CoordinateDescentOptions options;
	private final Parallel parallel;

	public CoordinateDescent(final CoordinateDescentOptions options, final Parallel parallel) {
		this.options = options;
		this.parallel = parallel;
	}

	/** @throws IllegalArgumentException if the penalty has weights, but not as many as the dictionary has atoms */
	@Override
	public WarmStartEncoder prepare(final Dictionary dictionary) {
		return prepare(dictionary, null);
	}

	@Override
	public WarmStartEncoder prepare(final Dictionary dictionary, final PreparedEncoder before) {
		options.penalty().requireFit(dictionary.atomCount());
		final PreparedAtoms atoms = PreparedAtoms.of(dictionary, before, parallel);
		return new BlockEncoder(atoms, parallel, () -> new Run(atoms, options));
	}

	private static final class Run implements SignalEncoder {

		private final PreparedAtoms atoms;
		private final Penalty penalty;
		private final GramRows gram;
		private final ActiveSetSolver solver;
		/** For signals that the solver cannot tell the code of; made when there is one. */
		private SignalEncoder exact;

		Run(final PreparedAtoms atoms, final CoordinateDescentOptions options) {
			this.atoms = atoms;
			penalty = options.penalty();
			gram = atom -> atoms.gram[atom];
			solver = new ActiveSetSolver(options.penalty(), options.stop(), atoms.count);
		}

		@Override
		public void startFrom(final SparseCodes start, final int row) {
			solver.startFrom(start, row);
		}

		@Override
		public StopReason encode(final float[] signals, final int offset, final double energy, final float[] correlations, final CodeBlock code) {
			final StopReason reason = solver.solve(correlations, energy, gram);
			if (reason == StopReason.STALLED) {
				if (exact == null) exact = LassoLars.run(atoms, penalty);
				return exact.encode(signals, offset, energy, correlations, code);
			}
			for (int k = 0; k < solver.size(); k++) code.add(solver.atom(k), (float) solver.coefficient(k));
			return reason;
		}
	}
}
