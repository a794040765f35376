/**
 * Codes by one affine map and a function of each of its values, as the encoder half of an auto-encoder makes them.
 * <p>
 * A {@link io.github.sparsej.encode.feedforward.FeedForward} is the network as it was learned, in float64;
 * {@link io.github.sparsej.encode.feedforward.FeedForwardModel} makes of it what a model consists of: a dictionary and the
 * {@link io.github.sparsej.encode.feedforward.FeedForwardSettings} of its encoder, which tell also how codes are decoded.
 */
package io.github.sparsej.encode.feedforward;
