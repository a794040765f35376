/**
 * K-SVD (Aharon, Elad &amp; Bruckstein 2006): codes of all signals, and then one atom after another with its coefficients, which
 * together with the residual make a rank-one matrix that is fitted anew. Exact, or by power steps (Rubinstein, Zibulevsky &amp; Elad 2008).
 */
package io.github.sparsej.learn.ksvd;
