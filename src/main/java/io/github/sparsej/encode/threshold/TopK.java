package io.github.sparsej.encode.threshold;

import java.util.Arrays;

import io.github.sparsej.encode.Encoder;
import io.github.sparsej.encode.PreparedEncoder;
import io.github.sparsej.encode.block.BlockEncoder;
import io.github.sparsej.encode.block.CodeBlock;
import io.github.sparsej.encode.block.PreparedAtoms;
import io.github.sparsej.encode.block.SignalEncoder;
import io.github.sparsej.linalg.LargestValues;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.Dictionary;
import io.github.sparsej.model.StopReason;

/**
 * The k largest correlations c = D'x of a signal with the atoms, by magnitude (nonnegative: the k largest positive ones), of
 * equal ones those of lower index, as they are: the k-sparse code of Makhzani &amp; Frey (ICLR 2014).
 * <p>
 * Fewer than k where fewer correlations are nonzero (positive). As with {@link Threshold}, atoms that resemble each other
 * are taken together, and a decoded code is no approximation of the signal. All signals converge. Immutable and
 * thread-safe.
 */
public final class TopK implements Encoder {

	private final TopKOptions options;
	private final Parallel parallel;

	public TopK(final TopKOptions options, final Parallel parallel) {
		this.options = options;
		this.parallel = parallel;
	}

	@Override
	public PreparedEncoder prepare(final Dictionary dictionary) {
		final PreparedAtoms atoms = PreparedAtoms.withoutGram(dictionary, parallel);
		return new BlockEncoder(atoms, parallel, () -> new Run(atoms.count, options));
	}

	private static final class Run implements SignalEncoder {

		private final int atomCount;
		private final boolean nonnegative;
		private final LargestValues largest;
		private final int[] found;

		Run(final int atomCount, final TopKOptions options) {
			this.atomCount = atomCount;
			nonnegative = options.nonnegative();
			largest = new LargestValues(options.mostNonzeros(atomCount));
			found = new int[options.mostNonzeros(atomCount)];
		}

		@Override
		public StopReason encode(final float[] signals, final int offset, final double energy, final float[] correlations, final CodeBlock code) {
			final int size = nonnegative ? largest.positive(correlations, atomCount, found) : largest.magnitudes(correlations, atomCount, found);
			Arrays.sort(found, 0, size);
			for (int k = 0; k < size; k++) code.add(found[k], correlations[found[k]]);
			return StopReason.CONVERGED;
		}
	}
}
