package io.github.sparsej.encode.block;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import io.github.sparsej.encode.WarmStartEncoder;
import io.github.sparsej.linalg.FloatProduct;
import io.github.sparsej.linalg.LargestValue;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.Energy;
import io.github.sparsej.model.Progress;
import io.github.sparsej.model.Signals;
import io.github.sparsej.model.SparseCodes;
import io.github.sparsej.model.StopReason;

/**
 * Takes signals block by block through the product with all atoms, and each signal then through a {@link SignalEncoder}.
 * Thread-safe.
 */
public final class BlockEncoder implements WarmStartEncoder {

	/** Signals per block: a multiple of the product's tiles, whose correlations stay in the second level of cache. */
	private static final int BLOCK = 96;
	/** Few signals are cut into multiples of so many blocks of one size, since threads would else wait for the last one. */
	private static final int SHARES = 8;
	/** Largest l2 norm of a signal: beyond it, coefficients of coherent atoms, which may be larger, could leave the range of float32. */
	private static final double MAX_NORM = 1e32;

	private final PreparedAtoms atoms;
	private final int largestBlock;
	/** Whether blocks may be smaller. */
	private final boolean evenly;
	private final Parallel parallel;
	private final SignalEncoder.Factory algorithm;

	/** @param algorithm makes the run of each thread */
	public BlockEncoder(final PreparedAtoms atoms, final Parallel parallel, final SignalEncoder.Factory algorithm) {
		this(atoms, BLOCK, true, parallel, algorithm);
	}

	/**
	 * @param block     signals between two looks at the progress, at least 1: few where one signal takes long. It has no
	 *                  influence on the codes
	 * @param algorithm makes the run of each thread
	 */
	public BlockEncoder(final PreparedAtoms atoms, final int block, final Parallel parallel, final SignalEncoder.Factory algorithm) {
		this(atoms, block, false, parallel, algorithm);
	}

	private BlockEncoder(final PreparedAtoms atoms, final int largestBlock, final boolean evenly, final Parallel parallel, final SignalEncoder.Factory algorithm) {
		this.atoms = atoms;
		this.largestBlock = largestBlock;
		this.evenly = evenly;
		this.parallel = parallel;
		this.algorithm = algorithm;
	}

	/** The atoms it was prepared for. */
	PreparedAtoms atoms() {
		return atoms;
	}

	@Override
	public SparseCodes encode(final Signals signals, final SparseCodes start, final Progress progress) {
		if (start.count() != signals.count() || start.atomCount() != atoms.count)
			throw new IllegalArgumentException(start.count() + " codes in " + start.atomCount() + " atoms are no start for " + signals.count() + " signals in " + atoms.count + " atoms");
		return encodeFrom(start, signals, progress);
	}

	@Override
	public SparseCodes encode(final Signals signals, final Progress progress) {
		return encodeFrom(null, signals, progress);
	}

	private SparseCodes encodeFrom(final SparseCodes start, final Signals signals, final Progress progress) {
		if (signals.length() != atoms.length)
			throw new IllegalArgumentException("signals of length " + signals.length() + " cannot be encoded in atoms of length " + atoms.length);
		final Queue<Worker> idle = new ConcurrentLinkedQueue<>();
		final int block = block(signals.count());
		final OrderedCodes codes = new OrderedCodes(atoms.count, signals.count());
		final StopAsked stop = new StopAsked(progress);
		parallel.forChunks(signals.count(), block, stop, "Encoding", (begin, end) -> {
			final Worker polled = idle.poll();
			final Worker worker = polled != null ? polled : new Worker(block, stop);
			final CodeBlock encoded = worker.encode(signals, start, begin, end);
			if (!encoded.isStopped()) codes.put(begin / block, encoded);
			idle.add(worker);
		});
		return codes.codes();
	}

	/** Signals per block, of so many. */
	private int block(final int count) {
		if (!evenly) return largestBlock;
		final int shares = (int) (((long) count + (long) SHARES * largestBlock - 1) / ((long) SHARES * largestBlock)) * SHARES;
		return shares == 0 ? largestBlock : (count + shares - 1) / shares;
	}

	/** What one thread needs. */
	private final class Worker {

		private final float[][] correlations;
		private final SignalEncoder run = algorithm.create();
		private final CodeBlock code;

		Worker(final int block, final StopAsked stop) {
			run.heed(stop);
			correlations = new float[block][LargestValue.room(atoms.count)];
			code = new CodeBlock(block);
		}

		CodeBlock encode(final Signals signals, final SparseCodes start, final int begin, final int end) {
			final float[] values = signals.values();
			FloatProduct.best().multiply(values, signals.offset(begin), atoms.length, end - begin, atoms.length, atoms.columns, atoms.count, correlations);
			code.clear();
			for (int row = begin; row < end; row++) {
				final double energy = Energy.of(values, signals.offset(row), atoms.length);
				if (!(energy <= MAX_NORM * MAX_NORM)) throw refused(signals, row, energy);
				if (start != null) run.startFrom(start, row);
				final StopReason reason = run.encode(values, signals.offset(row), energy, correlations[row - begin], code);
				code.endRow(reason);
				if (reason == StopReason.CANCELLED) break;
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
