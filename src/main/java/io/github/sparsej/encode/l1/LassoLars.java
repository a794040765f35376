package io.github.sparsej.encode.l1;

import io.github.sparsej.encode.Encoder;
import io.github.sparsej.encode.PreparedEncoder;
import io.github.sparsej.encode.block.BlockEncoder;
import io.github.sparsej.encode.block.CodeBlock;
import io.github.sparsej.encode.block.PreparedAtoms;
import io.github.sparsej.encode.block.SignalEncoder;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.Dictionary;
import io.github.sparsej.model.StopReason;

/**
 * The lasso and its kin ({@link Penalty}) by the homotopy: the path of the codes that are optimal as lambda falls from the
 * largest correlation, where the code is empty, to the penalty's own (Osborne, Presnell &amp; Turlach, IMA J. Numerical
 * Analysis 20, 2000; the lasso modification of LARS in Efron, Hastie, Johnstone &amp; Tibshirani, Annals of Statistics 32,
 * 2004). Atoms join where their correlation reaches lambda times their weight and leave where their coefficient is 0. Of an
 * elastic net, the squares count in full from the beginning, so that the end of the path is its minimiser.
 * <p>
 * Coefficients are solved for in float64; correlations and Gram matrix come from float32 products, and where atoms are
 * coherent from float64 ones. At the end all correlations are formed anew from the code, and if one is found beyond lambda
 * ({@link ActiveSetDescent}), the code is improved until none is. That ends with the minimum also where ties or nearly
 * dependent atoms confuse the path; if it does not within many times the steps of any usual path, the reason is
 * {@link StopReason#MAX_ITERATIONS}. Of equal atoms the first alone is used (by the elastic net, all to equal parts).
 * Immutable and thread-safe.
 */
public final class LassoLars implements Encoder {

	private final Penalty penalty;
	private final Parallel parallel;

	public LassoLars(final LassoLarsOptions options, final Parallel parallel) {
		penalty = options.penalty();
		this.parallel = parallel;
	}

	@Override
	public PreparedEncoder prepare(final Dictionary dictionary) {
		return prepare(dictionary, null);
	}

	@Override
	public PreparedEncoder prepare(final Dictionary dictionary, final PreparedEncoder before) {
		penalty.requireFit(dictionary.atomCount());
		final PreparedAtoms atoms = PreparedAtoms.of(dictionary, before, parallel);
		return new BlockEncoder(atoms, parallel, () -> new Run(atoms, penalty));
	}

	/** The run of one thread, for other encoders that need its accuracy. */
	static SignalEncoder run(final PreparedAtoms atoms, final Penalty penalty) {
		return new Run(atoms, penalty);
	}

	private static final class Run implements SignalEncoder {

		/** Steps of the path for each atom that a code can have; usual paths take 1 to 3. */
		private static final int STEPS_PER_ATOM = 20;

		/** What rounding may add to an objective. */
		private static final double ROUNDING = 1e-6;
		/** Sum of absolute coefficients, in norms of the signal, up to which rounding cannot make a code worse than none. */
		private static final double LARGE_CODE = 64;

		private final PreparedAtoms atoms;
		private final Penalty penalty;
		private final double lambda;
		private final int mostSteps;
		private final HomotopyPath path;
		private final ActiveSetDescent descent;

		Run(final PreparedAtoms atoms, final Penalty penalty) {
			this.atoms = atoms;
			this.penalty = penalty;
			double least = Double.POSITIVE_INFINITY, most = 0;
			for (int i = 0; i < atoms.count; i++) {
				least = Math.min(least, penalty.l1(i));
				most = Math.max(most, penalty.l1(i));
			}
			lambda = Math.max(least, Double.MIN_NORMAL);
			final double[] weights = new double[atoms.count];
			for (int i = 0; i < atoms.count; i++) weights[i] = Math.max(1, penalty.l1(i) / lambda);
			mostSteps = STEPS_PER_ATOM * Math.min(atoms.count, atoms.length) + 100;
			path = new HomotopyPath(atoms, penalty.ridge(), penalty.isNonnegative(), most > least ? weights : null);
			descent = new ActiveSetDescent(atoms, path.active, path.exact, penalty.isNonnegative(), weights);
		}

		@Override
		public StopReason encode(final float[] signals, final int offset, final double energy, final float[] correlations, final CodeBlock code) {
			if (energy == 0) return StopReason.CONVERGED;
			final float scale = HomotopyPath.scaleOf(energy);
			path.begin(signals, offset, scale, correlations);
			final double limit = lambda * scale;
			if (path.limit() <= limit) return StopReason.CONVERGED;
			descent.begin(signals, offset, scale, correlations);
			walk(Math.max(limit, HomotopyPath.LEAST_LIMIT));
			final StopReason reason = descent.descend(path.limit(), limit);
			if (!isBetterThanNone(signals, offset, energy, scale)) return StopReason.MAX_ITERATIONS;
			for (int k = 0; k < path.active.size(); k++) code.add(path.active.atom(k), (float) (descent.coefficient(k) / scale));
			return reason;
		}

		/** Whether the objective is not more than that of the empty code; looked at where coefficients are so large that it might be. */
		private boolean isBetterThanNone(final float[] signals, final int offset, final double energy, final float scale) {
			final int size = path.active.size();
			final double[] coefficients = new double[size];
			double sum = 0, paid = 0;
			for (int k = 0; k < size; k++) {
				coefficients[k] = (float) (descent.coefficient(k) / scale);
				sum += Math.abs(coefficients[k]);
				paid += penalty.l1(path.active.atom(k)) * Math.abs(coefficients[k]) + penalty.ridge() / 2 * coefficients[k] * coefficients[k];
			}
			if (sum <= LARGE_CODE * Math.sqrt(energy)) return true;
			return atoms.residualEnergy(signals, offset, path.active.chosen(), coefficients, size) / 2 + paid <= energy / 2 * (1 + ROUNDING); // not so for NaN
		}

		private void walk(final double end) {
			if (path.limit() <= end) return;
			path.join();
			for (int step = 0; step < mostSteps; step++) {
				final double join = path.nextJoin();
				final int vanishing = path.active.firstToVanish(path.limit(), end);
				final double zero = vanishing < 0 ? 0 : path.active.zero(vanishing, path.limit());
				if (Math.max(join, zero) <= end) {
					path.endAt(end);
					return;
				}
				path.moveTo(Math.max(join, zero));
				if (zero >= join) path.leave(vanishing);
				else path.join();
			}
		}
	}
}
