package io.github.sparsej.convolve.network;

import io.github.sparsej.convolve.learn.ConvolutionalOptions;
import io.github.sparsej.convolve.learn.ConvolutionalResult;

/**
 * How a layer is learned, and what it makes.
 *
 * @param learning      of its atoms
 * @param rectification what becomes of the signs of coefficients
 * @param pooling       how coefficients are put together
 */
public record LayerOptions(ConvolutionalOptions learning, Rectification rectification, Pooling pooling) {

	public LayerOptions {
		if (learning == null || rectification == null || pooling == null) throw new IllegalArgumentException("a layer needs options of learning, a rectification and a pooling");
	}

	/** The layer that learning brought back. */
	public Layer layer(final ConvolutionalResult learned) {
		return new Layer(learned.dictionary(), learning.pursuit(), learning.mask(), learned.homeostasis(), rectification, pooling);
	}
}
