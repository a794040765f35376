/**
 * Encoders that take one atom after another: matching pursuit
 * ({@link io.github.sparsej.encode.greedy.MatchingPursuit}) and orthogonal matching pursuit
 * ({@link io.github.sparsej.encode.greedy.BatchOmp}). They stop at a number of atoms, at an l2 norm of the residual that is
 * good enough, or where no atom helps any more.
 */
package io.github.sparsej.encode.greedy;
