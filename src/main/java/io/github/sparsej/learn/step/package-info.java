/**
 * What the steps of learners are made of: batches of signals, codes seen from the atoms, residuals, what atoms must be, and the
 * replacement of those that are of no use.
 */
package io.github.sparsej.learn.step;
