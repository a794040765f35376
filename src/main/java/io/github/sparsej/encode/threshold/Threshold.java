package io.github.sparsej.encode.threshold;

import io.github.sparsej.encode.Encoder;
import io.github.sparsej.encode.PreparedEncoder;
import io.github.sparsej.encode.block.BlockEncoder;
import io.github.sparsej.encode.block.CodeBlock;
import io.github.sparsej.encode.block.PreparedAtoms;
import io.github.sparsej.encode.block.SignalEncoder;
import io.github.sparsej.encode.threshold.ThresholdOptions.Rule;
import io.github.sparsej.linalg.BeyondLimits;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.Dictionary;
import io.github.sparsej.model.StopReason;

/**
 * The correlations c = D'x of a signal with the atoms, less what is within a threshold: sign(c) max(|c| - lambda, 0) (soft;
 * Donoho &amp; Johnstone, Biometrika 81, 1994) or c where |c| &gt; lambda (hard); nonnegative: max(c - lambda, 0), and c where c
 * &gt; lambda.
 * <p>
 * One product and nothing more, so that what atoms have in common is counted several times and a decoded code is no
 * approximation of the signal: as a feature of the signal it may do nonetheless (Coates &amp; Ng, ICML 2011). A threshold
 * above all correlations leaves an empty code. Equal atoms have equal coefficients. All signals converge. Immutable and
 * thread-safe.
 */
public final class Threshold implements Encoder {

	private final ThresholdOptions options;
	private final Parallel parallel;

	public Threshold(final ThresholdOptions options, final Parallel parallel) {
		this.options = options;
		this.parallel = parallel;
	}

	@Override
	public PreparedEncoder prepare(final Dictionary dictionary) {
		final PreparedAtoms atoms = PreparedAtoms.withoutGram(dictionary, parallel);
		return new BlockEncoder(atoms, parallel, () -> new Run(atoms, options));
	}

	private static final class Run implements SignalEncoder {

		private final double lambda;
		private final boolean nonnegative;
		private final boolean soft;
		private final int[] found;

		Run(final PreparedAtoms atoms, final ThresholdOptions options) {
			lambda = options.lambda();
			nonnegative = options.nonnegative();
			soft = options.rule() == Rule.SOFT;
			found = new int[atoms.count];
		}

		@Override
		public StopReason encode(final float[] signals, final int offset, final double energy, final float[] correlations, final CodeBlock code) {
			final float limit = BeyondLimits.rounded(lambda);
			final int size = nonnegative ? BeyondLimits.manyValues(correlations, limit, found.length, found) : BeyondLimits.manyMagnitudes(correlations, limit, found.length, found);
			for (int k = 0; k < size; k++) {
				final float c = correlations[found[k]];
				if (Math.abs(c) > lambda) code.add(found[k], soft ? (float) (c - Math.copySign(lambda, c)) : c);
			}
			return StopReason.CONVERGED;
		}
	}
}
