/**
 * Encoders that take one atom after another: matching pursuit
 * ({@link io.github.sparsej.encode.greedy.MatchingPursuit}), also by quantile functions of coefficients
 * ({@link io.github.sparsej.encode.greedy.QuantilePursuit}) and with a precision per pixel and atom
 * ({@link io.github.sparsej.encode.greedy.PrecisionWeightedPursuit}); orthogonal matching pursuit, with signs or
 * nonnegative ({@link io.github.sparsej.encode.greedy.BatchOmp}), or of signals with missing values
 * ({@link io.github.sparsej.encode.greedy.MaskedOmp}); and order recursive matching pursuit
 * ({@link io.github.sparsej.encode.greedy.OrderRecursivePursuit}), which looks a step ahead. They stop at a number of atoms,
 * at an l2 norm of the residual that is good enough, or where no atom helps any more.
 */
package io.github.sparsej.encode.greedy;
