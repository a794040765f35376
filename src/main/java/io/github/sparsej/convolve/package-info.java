/**
 * Convolutional sparse coding: a whole image as a sum of few atoms of a dictionary, each at a place of its own,
 * {@code x = sum over i of a_i * (atom k_i at (y_i, x_i)) + residual}.
 * <p>
 * The atoms are a {@link io.github.sparsej.model.Dictionary} whose patch shape has depth 1; an image is a
 * {@link io.github.sparsej.model.Volume} of depth 1 with as many channels as the atoms. The place (y, x) of an atom is that of
 * its first pixel, and atoms lie inside the image: there are H - h + 1 by W - w + 1 places for atoms of h x w pixels. A code is a
 * list ({@link io.github.sparsej.convolve.PlacedAtoms}), never a dense map per atom. Encoders
 * ({@link io.github.sparsej.convolve.ConvolutionalEncoder}) are in {@code pursuit}.
 */
package io.github.sparsej.convolve;
