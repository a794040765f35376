/**
 * Encoders: signals to sparse codes in a given dictionary.
 * <p>
 * An {@link io.github.sparsej.encode.Encoder} is an algorithm with its options;
 * {@link io.github.sparsej.encode.Encoder#prepare prepare} does once what depends on the dictionary alone (Gram matrix,
 * transposed atoms), and the {@link io.github.sparsej.encode.PreparedEncoder} encodes any number of signals. The options of
 * each algorithm are a record ({@link io.github.sparsej.encode.EncoderOptions}), from which its encoder is made, and which a
 * model file keeps.
 * <p>
 * The algorithms are in packages of their own, by what they minimise: {@code greedy} (few atoms), {@code l1} (small
 * absolute values), {@code threshold} (what is left of the correlations with the atoms); {@code feedforward} codes as an
 * auto-encoder has learned to, and tells what its codes stand for. What they share is in
 * {@code block}; {@code choice} knows all of them by the names of menus and macros. Signals with missing values have encoders
 * of their own, {@link io.github.sparsej.encode.MaskedEncoder}.
 */
package io.github.sparsej.encode;
