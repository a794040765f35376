/** Codes by one affine map and a function of each of its values, as the encoder half of an auto-encoder makes them. */
package io.github.sparsej.encode.feedforward;
