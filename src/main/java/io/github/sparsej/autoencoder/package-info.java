/**
 * Auto-encoders: networks of one hidden layer that learn to give back what they are given, under a penalty that makes
 * their hidden layer sparse. What is learned is a {@link io.github.sparsej.encode.feedforward.FeedForward}, whose
 * decoder is a dictionary and whose encoder codes in one pass. The kinds have a package each:
 * <ul>
 * <li>{@link io.github.sparsej.autoencoder.sigmoid}: logistic units held to a mean activity, by L-BFGS (UFLDL tutorial)
 * <li>{@link io.github.sparsej.autoencoder.relu}: rectified units under an l1 penalty, by Adam
 * <li>{@link io.github.sparsej.autoencoder.tied}: linear units whose decoder is their encoder, which find principal components
 * <li>{@link io.github.sparsej.autoencoder.energy}: codes, dictionary and a linear encoder of one objective, in turn
 * </ul>
 * {@link io.github.sparsej.autoencoder.error} has what outputs of logistic units may be held to, and
 * {@link io.github.sparsej.autoencoder.net} the nets of two layers that are learned by backpropagation.
 */
package io.github.sparsej.autoencoder;
