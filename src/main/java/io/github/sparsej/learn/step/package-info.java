/**
 * What the steps of learners are made of: batches of signals and the loop through them, codes seen from the atoms, residuals,
 * sufficient statistics while they grow and the descent to the atoms that suit them, what atoms must be, and the replacement of
 * those that are of no use.
 */
package io.github.sparsej.learn.step;
