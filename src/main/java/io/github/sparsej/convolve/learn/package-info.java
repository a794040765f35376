/**
 * Learning dictionaries whose atoms are placed anywhere in images
 * ({@link io.github.sparsej.convolve.learn.ConvolutionalLearner}), with gains that keep the use of atoms even
 * ({@link io.github.sparsej.convolve.learn.ConvolutionalHomeostasis}). What atoms of any dictionary may be, and how they are kept while they
 * are learned, is that of {@code learn.step}.
 */
package io.github.sparsej.convolve.learn;
