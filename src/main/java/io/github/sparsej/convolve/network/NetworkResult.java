package io.github.sparsej.convolve.network;

import java.util.List;

import io.github.sparsej.convolve.learn.ConvolutionalResult;

/**
 * What {@link NetworkLearner} brings back.
 *
 * @param layers   the layers so far, at least the first
 * @param learned  what learning each of them brought back
 * @param complete false if the progress asked to stop: then the last of these layers may have fewer epochs, and others may be missing
 */
public record NetworkResult(List<Layer> layers, List<ConvolutionalResult> learned, boolean complete) {

	public NetworkResult {
		layers = List.copyOf(layers);
		learned = List.copyOf(learned);
	}
}
