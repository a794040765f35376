/**
 * The sparse auto-encoder of the UFLDL tutorial (Ng, Ngiam, Foo, Mai &amp; Suen 2011): logistic units whose mean activity over
 * the signals is held down by a Kullback-Leibler penalty, learned from all signals at once by L-BFGS. Learning is
 * {@link io.github.sparsej.autoencoder.sigmoid.SigmoidLearner}; what a learned net makes of signals, and what that costs, is
 * {@link io.github.sparsej.autoencoder.sigmoid.SigmoidAutoencoder}.
 */
package io.github.sparsej.autoencoder.sigmoid;
