/**
 * Nets of two layers in float64, computed for a block of signals at a time: what the auto-encoders that are learned by
 * backpropagation share. A block is one array per place or unit, with one value per signal, so that products run along the
 * signals, of which there are more than units.
 */
package io.github.sparsej.autoencoder.net;
