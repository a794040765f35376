package io.github.sparsej.autoencoder.error;

import java.util.Map;

/** The choice of an error function, with its numbers. Immutable and thread-safe. */
public sealed interface ErrorFunction permits SquaredError, GaussianError, NoisyLabels, TangentPropagation {

	/** The name in menus and messages. */
	String name();

	/**
	 * The error that learning begins with.
	 *
	 * @param signals n rows of m values, as {@link #require} has them; not modified
	 */
	OutputError initial(double[][] signals);

	/**
	 * @param signals n rows of m finite values; not modified
	 * @throws IllegalArgumentException if this error is not one of such signals
	 */
	void require(double[][] signals);

	/** Its numbers by their names, for the record of how a model was learned. */
	Map<String, String> inWords();
}
