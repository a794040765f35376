/**
 * What the outputs of an auto-encoder are held to. An {@link io.github.sparsej.autoencoder.error.ErrorFunction} is the choice
 * and its numbers; an {@link io.github.sparsej.autoencoder.error.OutputError} computes it for a block of outputs. Errors are
 * those of Bishop's Pattern Recognition and Machine Learning (2006), chapter 5: negative log-likelihoods of one signal, up to
 * constants where said, so that their scales differ: next to a Gaussian error of full covariance, whose sum over m values is
 * about m / 2, a sparsity or a decay of the same weight counts less than next to a squared error of patches in [0, 1].
 */
package io.github.sparsej.autoencoder.error;
