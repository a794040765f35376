/**
 * Networks of convolutional layers: the code of one layer, rectified and pooled
 * ({@link io.github.sparsej.convolve.network.PooledMaps}), is an image of many channels for the next, whose atoms are learned after it
 * ({@link io.github.sparsej.convolve.network.NetworkLearner}). A {@link io.github.sparsej.convolve.network.ConvolutionalNetwork} holds filters,
 * layers and, where one was trained, a read-out of classes; a {@link io.github.sparsej.convolve.network.NetworkCoder} codes images by it.
 */
package io.github.sparsej.convolve.network;
