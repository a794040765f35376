package io.github.sparsej.autoencoder.error;

import io.github.sparsej.autoencoder.net.SmoothUnit;

/** An error of outputs against targets. Implementations are immutable and thread-safe. */
public interface OutputError {

	/**
	 * The error of a block of signals. All arrays have one row per output and one value per signal.
	 *
	 * @param inputs  what the output units get, a; takes dE/da in its place
	 * @param outputs y = g(a); not modified
	 * @param targets t; not modified
	 * @param unit    g
	 * @return sum of E over the first {@code count} signals
	 */
	double evaluate(double[][] inputs, double[][] outputs, double[][] targets, int count, SmoothUnit unit);
}
