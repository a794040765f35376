/**
 * The way that all encoders share through the data. A {@link io.github.sparsej.encode.block.BlockEncoder} takes blocks of
 * signals through the product with all atoms ({@link io.github.sparsej.linalg.FloatProduct}), then each signal alone
 * through a {@link io.github.sparsej.encode.block.SignalEncoder}, which is the algorithm. It keeps the correlations with all
 * atoms up to date by rows of the Gram matrix in {@link io.github.sparsej.encode.block.PreparedAtoms}; the residual itself is
 * seldom formed. Codes are written into a {@link io.github.sparsej.encode.block.CodeBlock} and put together in order.
 * <p>
 * A signal's code is the same to the bit alone and among a million, on one thread and on many.
 */
package io.github.sparsej.encode.block;
