package io.github.sparsej.convolve.pursuit;

import io.github.sparsej.convolve.ConvolutionalEncoder;
import io.github.sparsej.convolve.PreparedConvolutionalEncoder;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.Dictionary;

/** Being written: convolutional matching pursuit. */
public final class ConvolutionalPursuit implements ConvolutionalEncoder {

	private final ConvolutionalPursuitOptions options;
	private final Parallel parallel;

	public ConvolutionalPursuit(final ConvolutionalPursuitOptions options, final Parallel parallel) {
		this.options = options;
		this.parallel = parallel;
	}

	@Override
	public PreparedConvolutionalEncoder prepare(final Dictionary dictionary, final float[] mask, final double[] gains) {
		throw new UnsupportedOperationException("convolutional pursuit is being written: " + options + " " + parallel);
	}
}
