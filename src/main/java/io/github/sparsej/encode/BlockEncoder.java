package io.github.sparsej.encode;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import io.github.sparsej.linalg.FloatProduct;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.Progress;
import io.github.sparsej.model.Signals;
import io.github.sparsej.model.SparseCodes;
import io.github.sparsej.model.StopReason;

/** Takes signals block by block through the product with all atoms, and each signal then through a {@link Pursuit}. */
final class BlockEncoder implements PreparedEncoder {

	/** Signals per block: a multiple of the product's tiles, whose correlations stay in the second level of cache. */
	private static final int BLOCK = 96;
	/** Largest l2 norm of a signal: beyond it, inner products could leave the range of float32. */
	private static final double MAX_NORM = 1e37;

	private final PreparedAtoms atoms;
	private final double tolerance;
	private final Parallel parallel;
	private final Pursuit.Factory pursuits;

	BlockEncoder(final PreparedAtoms atoms, final double residualTolerance, final Parallel parallel, final Pursuit.Factory pursuits) {
		this.atoms = atoms;
		this.tolerance = residualTolerance;
		this.parallel = parallel;
		this.pursuits = pursuits;
	}

	@Override
	public SparseCodes encode(final Signals signals, final Progress progress) {
		if (signals.length() != atoms.length)
			throw new IllegalArgumentException("signals of length " + signals.length() + " cannot be encoded in atoms of length " + atoms.length);
		final Queue<Worker> idle = new ConcurrentLinkedQueue<>();
		final OrderedCodes codes = new OrderedCodes(atoms.count, signals.count());
		parallel.forChunks(signals.count(), BLOCK, progress, "Encoding", (begin, end) -> {
			final Worker polled = idle.poll();
			final Worker worker = polled != null ? polled : new Worker();
			codes.put(begin / BLOCK, worker.encode(signals, begin, end));
			idle.add(worker);
		});
		return codes.codes();
	}

	/** What one thread needs. */
	private final class Worker {

		private final float[][] correlations = new float[BLOCK][atoms.count];
		private final Pursuit pursuit = pursuits.create();
		private final CodeBlock code = new CodeBlock(BLOCK);

		CodeBlock encode(final Signals signals, final int begin, final int end) {
			final float[] values = signals.values();
			FloatProduct.best().multiply(values, signals.offset(begin), atoms.length, end - begin, atoms.length, atoms.columns, atoms.count, correlations);
			code.clear();
			for (int row = begin; row < end; row++) {
				final double energy = Energy.of(values, signals.offset(row), atoms.length);
				if (!(energy <= MAX_NORM * MAX_NORM)) throw refused(signals, row, energy);
				final boolean takesNone = energy <= tolerance * tolerance;
				code.endRow(takesNone ? StopReason.TOLERANCE : pursuit.encode(values, signals.offset(row), energy, correlations[row - begin], code));
			}
			return code;
		}
	}

	private static IllegalArgumentException refused(final Signals signals, final int row, final double energy) {
		for (int j = 0; j < signals.length(); j++)
			if (!Float.isFinite(signals.value(row, j))) return new IllegalArgumentException("signal " + (row + 1) + " holds " + signals.value(row, j) + " (value " + (j + 1) + "): signals must be finite");
		return new IllegalArgumentException("signal " + (row + 1) + " has l2 norm " + Math.sqrt(energy) + ", at most " + MAX_NORM + " can be encoded");
	}
}
