/**
 * Whole images through a model: {@link io.github.sparsej.restore.ImageCoder} describes every patch of an image by few
 * atoms, block by block; {@link io.github.sparsej.restore.ImageDecoder} puts the image together again.
 */
package io.github.sparsej.restore;
