/**
 * Whole images through a model: {@link io.github.sparsej.restore.ImageCoder} describes every patch of an image by few
 * atoms, block by block, and puts the described patches together to an image again.
 */
package io.github.sparsej.restore;
