package io.github.sparsej.autoencoder;

import io.github.sparsej.model.Progress;

/** Learns an auto-encoder. Implementations are immutable and thread-safe, and run the same on any number of threads. */
public interface AutoencoderLearner {

	/**
	 * @param signals  n rows of m values; not modified
	 * @param progress where it asks to stop, the result is the network so far, and not complete
	 * @throws IllegalArgumentException if there are no signals, they are all the same, or a value is not finite
	 */
	AutoencoderResult learn(double[][] signals, Progress progress);
}
