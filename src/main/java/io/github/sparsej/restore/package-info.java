/**
 * Whole images through a model: {@link io.github.sparsej.restore.ImageCoder} describes every patch of an image by few
 * atoms, block by block; {@link io.github.sparsej.restore.ImageDecoder} puts the image together again.
 * <p>
 * Rooms: {@code noise} how strong noise is, and how to make it even; {@code denoise} takes it away; {@code inpaint} tells missing pixels.
 */
package io.github.sparsej.restore;
