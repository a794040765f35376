/**
 * Auto-encoders: networks of one hidden layer that learn to give back what they are given, under a penalty that makes
 * their hidden layer sparse. What is learned is a {@link io.github.sparsej.encode.feedforward.FeedForward}, whose
 * decoder is a dictionary and whose encoder codes in one pass.
 */
package io.github.sparsej.autoencoder;
