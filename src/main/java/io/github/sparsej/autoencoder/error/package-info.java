/**
 * What the outputs of an auto-encoder are held to. An {@link io.github.sparsej.autoencoder.error.ErrorFunction} is the choice
 * and its numbers; an {@link io.github.sparsej.autoencoder.error.OutputError} computes it for a block of outputs. Errors are
 * those of Bishop's Pattern Recognition and Machine Learning (2006), chapter 5: of one signal, summed over its values. Their scales
 * differ, and with them what a decay or a sparsity of the same weight counts. For patches in [0.1, 0.9] a cross-entropy rises
 * with residuals about 4 times as fast as half their square, a Gaussian error by 1 / variance, some 70 times.
 */
package io.github.sparsej.autoencoder.error;
