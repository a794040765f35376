/**
 * Encoders that place atoms in images: matching pursuit of the whole image
 * ({@link io.github.sparsej.convolve.pursuit.ConvolutionalPursuit}), one that many threads do within an image
 * ({@link io.github.sparsej.convolve.pursuit.LocallyGreedyPursuit}), and l1 coding
 * ({@link io.github.sparsej.convolve.pursuit.LocallyGreedyDescent}).
 * <p>
 * All begin with the correlations of the image with all atoms at all places (one product of matrices, {@code CorrelationBuffers}), keep them
 * up to date by the products of atoms at all distances ({@code AtomProducts}), and find the next place by the largest scores of small
 * blocks ({@code CorrelationMaps}, {@code MapUpdater}).
 */
package io.github.sparsej.convolve.pursuit;
