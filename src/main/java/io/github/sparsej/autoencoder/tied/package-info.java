/**
 * Linear auto-encoder whose decoder is its encoder, and what it comes to: the span of the principal components (Baldi &amp; Hornik
 * 1989).
 */
package io.github.sparsej.autoencoder.tied;
