/** Sparse Hebbian learning (Perrinet 2010, 2019): stochastic gradient steps on batches, with homeostasis. */
package io.github.sparsej.learn.hebbian;
