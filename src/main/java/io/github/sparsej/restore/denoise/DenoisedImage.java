package io.github.sparsej.restore.denoise;

import io.github.sparsej.model.Volume;

/**
 * An image without its noise.
 *
 * @param image           as large as the noisy one, in its grey values
 * @param untouchedPixels pixels that stayed as they were, because every patch that covers them touches one that is NaN or
 *                        infinite (those that are so themselves included)
 */
public record DenoisedImage(Volume image, long untouchedPixels) {}
