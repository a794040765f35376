package io.github.sparsej.encode.l1;

import io.github.sparsej.encode.WarmStartEncoder;
import io.github.sparsej.encode.block.BlockEncoder;
import io.github.sparsej.encode.block.PreparedAtoms;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.Progress;
import io.github.sparsej.model.Signals;
import io.github.sparsej.model.SparseCodes;

/** The proximal gradient method with one dictionary: as every prepared encoder, and with the objective after each iteration. */
public final class ProximalGradientEncoder implements WarmStartEncoder {

	private static final int LONGEST_TRACE = 1_000_000;

	/** Signals between two looks at the progress: few, since each may take thousands of iterations. */
	static final int BLOCK = 12;

	private final ProximalGradientOptions options;
	private final PreparedAtoms atoms;
	private final double lipschitz;
	private final Parallel parallel;

	ProximalGradientEncoder(final ProximalGradientOptions options, final PreparedAtoms atoms, final double lipschitz, final Parallel parallel) {
		this.options = options;
		this.atoms = atoms;
		this.lipschitz = lipschitz;
		this.parallel = parallel;
	}

	@Override
	public SparseCodes encode(final Signals signals, final Progress progress) {
		return blocks(null).encode(signals, progress);
	}

	@Override
	public SparseCodes encode(final Signals signals, final SparseCodes start, final Progress progress) {
		return blocks(null).encode(signals, start, progress);
	}

	/**
	 * As {@link #encode(Signals, Progress)}, with the objective on the way.
	 *
	 * @throws IllegalArgumentException also if more than a million iterations are allowed
	 */
	public TracedCodes trace(final Signals signals, final Progress progress) {
		if (options.stop().maxIterations() > LONGEST_TRACE) throw new IllegalArgumentException("at most " + LONGEST_TRACE + " iterations can be traced, got " + options.stop().maxIterations());
		final ObjectiveTrace.Sums sums = new ObjectiveTrace.Sums(options.stop().maxIterations() + 1, signals.count());
		final SparseCodes codes = blocks(sums).encode(signals, progress);
		return new TracedCodes(codes, sums.list());
	}

	private BlockEncoder blocks(final ObjectiveTrace.Sums sums) {
		return new BlockEncoder(atoms, BLOCK, parallel, () -> new ProximalGradientRun(options, atoms, lipschitz, sums == null ? null : new ObjectiveTrace(sums)));
	}

	/** The largest eigenvalue of the Gram matrix, from above: iterations take steps of its inverse. */
	public double lipschitz() {
		return lipschitz;
	}
}
