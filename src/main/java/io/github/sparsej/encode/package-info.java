/**
 * Encoders: signals to sparse codes in a given dictionary.
 * <p>
 * An {@link io.github.sparsej.encode.Encoder} is an algorithm with its options;
 * {@link io.github.sparsej.encode.Encoder#prepare prepare} does once what depends on the dictionary alone (Gram matrix,
 * transposed atoms), and the {@link io.github.sparsej.encode.PreparedEncoder} encodes any number of signals.
 * <p>
 * The greedy encoders share one way through the data: blocks of signals are multiplied with all atoms by
 * {@link io.github.sparsej.linalg.FloatProduct}, then each signal alone takes its atoms one by one, keeping its
 * correlations with all atoms up to date by rows of the Gram matrix; the residual itself is never formed. A signal's
 * code is the same to the bit alone and among a million, on one thread and on many.
 */
package io.github.sparsej.encode;
