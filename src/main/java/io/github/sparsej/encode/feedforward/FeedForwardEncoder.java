package io.github.sparsej.encode.feedforward;

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
 * Codes signals in one pass as the encoder half of an auto-encoder does: a_j = |D_j| f(E x + b)_j, see {@link FeedForwardSettings}.
 * One product and nothing more. Coefficients that are 0 are left out; units of a logistic hidden layer have none. Because of
 * the biases, an all-zero signal may have a code, and the code of a scaled signal is not the code scaled. All signals converge.
 * Immutable and thread-safe.
 */
public final class FeedForwardEncoder implements Encoder {

	private final FeedForwardSettings settings;
	private final Parallel parallel;

	public FeedForwardEncoder(final FeedForwardSettings settings, final Parallel parallel) {
		this.settings = settings;
		this.parallel = parallel;
	}

	@Override
	public PreparedEncoder prepare(final Dictionary dictionary) {
		settings.requireFit(dictionary);
		final PreparedAtoms rows = PreparedAtoms.withoutGram(settings.encoder(), settings.units(), parallel);
		final SignalEncoder units = new Units(settings);
		return new BlockEncoder(rows, parallel, () -> units);
	}

	/** What the units make of their inner products with a signal. Without scratch memory: one for all threads. */
	private static final class Units implements SignalEncoder {

		private final double[] bias;
		private final double[] norms;
		private final Activation hidden;

		Units(final FeedForwardSettings settings) {
			bias = settings.encoderBias();
			norms = settings.atomNorms();
			hidden = settings.hidden();
		}

		@Override
		public StopReason encode(final float[] signals, final int offset, final double energy, final float[] products, final CodeBlock code) {
			for (int i = 0; i < bias.length; i++) code.add(i, (float) (norms[i] * hidden.of(products[i] + bias[i])));
			return StopReason.CONVERGED;
		}
	}
}
