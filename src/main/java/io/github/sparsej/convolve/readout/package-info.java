/**
 * Telling classes of images by sparse features, such as pooled codes: multinomial logistic regression
 * ({@link io.github.sparsej.convolve.readout.ReadoutTrainer}). Features are compressed rows
 * ({@link io.github.sparsej.model.SparseCodes}), one row an image, whose "atoms" are the features.
 */
package io.github.sparsej.convolve.readout;
