/**
 * Windows: what images are multiplied by so that they fade out at their borders
 * ({@link io.github.sparsej.convolve.window.BorderTaper}, and as published
 * {@link io.github.sparsej.convolve.window.PublishedBorderWindow}), and the weights of an atom's pixels
 * ({@link io.github.sparsej.convolve.window.AtomMask}).
 */
package io.github.sparsej.convolve.window;
