/**
 * Encoders that place atoms in images: convolutional matching pursuit
 * ({@link io.github.sparsej.convolve.pursuit.ConvolutionalPursuit}).
 */
package io.github.sparsej.convolve.pursuit;
