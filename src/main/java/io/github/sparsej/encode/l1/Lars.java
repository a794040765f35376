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
 * Least angle regression (Efron, Hastie, Johnstone &amp; Tibshirani, Annals of Statistics 32, 2004). It begins with the atom
 * of the largest |d'r|, the first of equal ones, and changes the coefficients such that the correlations of all atoms in the
 * code fall together; the atom that is the first to reach their common value joins. After n steps the code of n atoms is the
 * one at which another atom would join (not yet their least squares fit, which is the code only where no other atom is
 * left). Atoms do not leave when their coefficient changes its sign: that is {@link LassoLars}. Only where coefficients are to
 * be nonnegative, an atom leaves when its coefficient is 0 again, and may join later.
 * <p>
 * Atoms that are combinations of those in the code never join. Stalls where no correlation is left before n atoms have
 * joined. Immutable and thread-safe.
 */
public final class Lars implements Encoder {

	private final LarsOptions options;
	private final Parallel parallel;

	public Lars(final LarsOptions options, final Parallel parallel) {
		this.options = options;
		this.parallel = parallel;
	}

	@Override
	public PreparedEncoder prepare(final Dictionary dictionary) {
		final PreparedAtoms atoms = new PreparedAtoms(dictionary, parallel);
		return new BlockEncoder(atoms, parallel, () -> new Run(atoms, options));
	}

	private static final class Run implements SignalEncoder {

		/** Joins and departures for each atom that a code can have; usual paths take 1 to 3. */
		private static final int EVENTS_PER_ATOM = 20;

		private final int steps;
		private final boolean nonnegative;
		private final int mostEvents;
		private final HomotopyPath path;
		private final double[] coefficients;
		private int size;

		Run(final PreparedAtoms atoms, final LarsOptions options) {
			steps = options.steps();
			nonnegative = options.nonnegative();
			mostEvents = EVENTS_PER_ATOM * Math.min(atoms.count, atoms.length) + 100;
			path = new HomotopyPath(atoms, 0, options.nonnegative(), null);
			coefficients = new double[Math.min(steps, atoms.count)];
		}

		@Override
		public StopReason encode(final float[] signals, final int offset, final double energy, final float[] correlations, final CodeBlock code) {
			if (energy == 0) return StopReason.TOLERANCE;
			final float scale = HomotopyPath.scaleOf(energy);
			path.begin(signals, offset, scale, correlations);
			size = 0;
			final StopReason reason = path.limit() > HomotopyPath.LEAST_LIMIT ? walk() : StopReason.STALLED;
			for (int k = 0; k < size; k++) code.add(path.active.atom(k), (float) (coefficients[k] / scale));
			return reason;
		}

		/** Ends where an atom more than wanted joins: not before it does, since one that depends on the others would not. */
		private StopReason walk() {
			boolean joins = true;
			for (int event = 0; event < mostEvents; event++) {
				if (joins) {
					if (path.active.size() == steps) keepCode();
					if (path.join() && path.active.size() > steps) return StopReason.MAX_NONZEROS;
				}
				final double join = path.nextJoin();
				final int vanishing = nonnegative ? path.active.firstToVanish(path.limit(), HomotopyPath.LEAST_LIMIT) : -1;
				final double zero = vanishing < 0 ? 0 : path.active.zero(vanishing, path.limit());
				joins = join > zero;
				if (!(Math.max(join, zero) > HomotopyPath.LEAST_LIMIT)) {
					path.endAt(0);
					keepCode();
					return size == steps ? StopReason.MAX_NONZEROS : StopReason.STALLED;
				}
				path.moveTo(Math.max(join, zero));
				if (!joins) path.leave(vanishing);
			}
			keepCode();
			return StopReason.MAX_ITERATIONS;
		}

		private void keepCode() {
			size = path.active.size();
			for (int k = 0; k < size; k++) coefficients[k] = nonnegative ? Math.max(0, path.coefficient(k)) : path.coefficient(k); // less only by rounding
		}
	}
}
