package io.github.sparsej.convolve.network;

import io.github.sparsej.convolve.pursuit.ConvolutionalPursuitOptions;
import io.github.sparsej.convolve.window.AtomMask;
import io.github.sparsej.model.Dictionary;
import io.github.sparsej.model.HomeostasisState;

/**
 * A layer of a network: what it codes images with, and how codes become images of the next.
 *
 * @param dictionary    the atoms
 * @param pursuit       the encoder
 * @param mask          weights of an atom's pixels where it is compared with images
 * @param homeostasis   what was learned of the atoms' use, for learning to go on; images are coded without
 * @param rectification what becomes of the signs of coefficients
 * @param pooling       how coefficients are put together
 */
public record Layer(Dictionary dictionary, ConvolutionalPursuitOptions pursuit, AtomMask mask, HomeostasisState homeostasis, Rectification rectification, Pooling pooling) {

	public Layer {
		if (homeostasis.atomCount() != dictionary.atomCount())
			throw new IllegalArgumentException("a layer of " + dictionary.atomCount() + " atoms needs a homeostasis of as many, got " + homeostasis.atomCount());
	}

	/** Channels of the image it makes. */
	public int channels() {
		return rectification.channels(dictionary.atomCount());
	}

	/**
	 * The maps it makes of an image.
	 *
	 * @param width  of the image, px
	 * @param height of the image, px
	 * @throws IllegalArgumentException if the image is smaller than the atoms
	 */
	public PooledMaps maps(final int width, final int height) {
		if (width < dictionary.shape().width() || height < dictionary.shape().height())
			throw new IllegalArgumentException("an image of " + width + " x " + height + " is smaller than a layer's atoms of " + dictionary.shape());
		return PooledMaps.of(dictionary.shape(), dictionary.atomCount(), width, height, rectification, pooling);
	}
}
