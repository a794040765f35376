package io.github.sparsej.encode.l1;

import io.github.sparsej.encode.Encoder;
import io.github.sparsej.encode.MaskedEncoder;
import io.github.sparsej.encode.SignalMask;
import io.github.sparsej.encode.block.BlockEncoder;
import io.github.sparsej.encode.block.CodeBlock;
import io.github.sparsej.encode.block.PreparedAtoms;
import io.github.sparsej.encode.block.SignalEncoder;
import io.github.sparsej.linalg.FloatProduct;
import io.github.sparsej.linalg.Gram;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.Dictionary;
import io.github.sparsej.model.StopReason;

/**
 * Codes of signals with missing values that minimise 1/2 |M (x - D a)|^2 + {@link Penalty}, where M keeps the known values:
 * the lasso, nonnegative lasso, weighted lasso or elastic net of what is known, by the {@link ActiveSetSolver}.
 * <p>
 * Every signal has a Gram matrix of its own, D'M D, of which only the rows of atoms that come into question are formed, with
 * p m multiplications each. Immutable and thread-safe.
 */
public final class MaskedLasso implements Encoder {

	private final CoordinateDescentOptions options;
	private final Parallel parallel;

	public MaskedLasso(final CoordinateDescentOptions options, final Parallel parallel) {
		this.options = options;
		this.parallel = parallel;
	}

	/** @throws IllegalArgumentException if the penalty has weights, but not as many as the dictionary has atoms */
	@Override
	public MaskedEncoder prepare(final Dictionary dictionary) {
		options.penalty().requireFit(dictionary.atomCount());
		final PreparedAtoms atoms = PreparedAtoms.withoutGram(dictionary, parallel);
		return (signals, mask, progress) -> new BlockEncoder(atoms, parallel, () -> new Run(atoms, options, mask)).encode(mask.fill(signals), progress);
	}

	private static final class Run implements SignalEncoder {

		private final SeenGram gram;
		private final ActiveSetSolver solver;
		private final Penalty penalty;

		Run(final PreparedAtoms atoms, final CoordinateDescentOptions options, final SignalMask mask) {
			penalty = options.penalty();
			gram = new SeenGram(atoms, mask);
			solver = new ActiveSetSolver(options.penalty(), options.stop(), atoms.count);
		}

		@Override
		public StopReason encode(final float[] signals, final int offset, final double energy, final float[] correlations, final CodeBlock code) {
			gram.begin(offset);
			final StopReason reason = solver.solve(correlations, energy, gram);
			if (reason == StopReason.STALLED) return LassoLars.run(gram.seenAtoms(), penalty).encode(signals, offset, energy, correlations, code);
			for (int k = 0; k < solver.size(); k++) code.add(solver.atom(k), (float) solver.coefficient(k));
			return reason;
		}
	}

	/** Rows of D'M D for one signal after another, each formed when it is first asked for. */
	private static final class SeenGram implements GramRows {

		private final PreparedAtoms atoms;
		private final SignalMask mask;
		private final float[] visible;
		private final float[] seen;
		private final float[][] rows;
		/** The signal that each row was formed for. */
		private final int[] signalOf;
		private final float[][] target = new float[1][];
		private int signal;

		SeenGram(final PreparedAtoms atoms, final SignalMask mask) {
			this.atoms = atoms;
			this.mask = mask;
			visible = new float[atoms.length];
			seen = new float[atoms.length];
			rows = new float[atoms.count][];
			signalOf = new int[atoms.count];
		}

		/** @param offset of the signal among all values */
		void begin(final int offset) {
			signal = offset / atoms.length + 1; // from 1: 0 marks rows never formed
			mask.write(signal - 1, visible);
		}

		/** What the signal in work sees of the atoms, for a solver that needs all of their Gram matrix. */
		PreparedAtoms seenAtoms() {
			final float[] seenRows = atoms.rows.clone();
			final float[][] columns = new float[atoms.length][];
			for (int j = 0; j < atoms.length; j++) {
				columns[j] = visible[j] == 0 ? new float[atoms.count] : atoms.columns[j];
				if (visible[j] == 0) for (int i = 0; i < atoms.count; i++) seenRows[i * atoms.length + j] = 0;
			}
			return new PreparedAtoms(seenRows, columns, Gram.of(seenRows, columns, atoms.count, Parallel.SERIAL));
		}

		@Override
		public float[] row(final int atom) {
			if (signalOf[atom] == signal) return rows[atom];
			if (rows[atom] == null) rows[atom] = new float[atoms.count];
			for (int j = 0; j < seen.length; j++) seen[j] = atoms.rows[atom * seen.length + j] * visible[j];
			target[0] = rows[atom];
			FloatProduct.best().multiply(seen, 0, seen.length, 1, seen.length, atoms.columns, atoms.count, target);
			signalOf[atom] = signal;
			return rows[atom];
		}
	}
}
