/**
 * Sparse codes as images and overlays: written, with what is needed to put images together again, and read back.
 */
package io.github.sparsej.imagej.code;
