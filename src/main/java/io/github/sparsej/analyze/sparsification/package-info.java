/**
 * The dynamics of sparsification: positive weights that share one feature and pay for being there at all, until one is left.
 * {@link io.github.sparsej.analyze.sparsification.Sparsification} simulates it,
 * {@link io.github.sparsej.analyze.sparsification.SparsificationTheory} says what to expect.
 */
package io.github.sparsej.analyze.sparsification;
