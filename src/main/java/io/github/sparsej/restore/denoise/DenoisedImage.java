package io.github.sparsej.restore.denoise;

import io.github.sparsej.model.Volume;

/**
 * An image without its noise.
 *
 * @param image           as large as the noisy one, in its grey values
 * @param untouchedPixels pixels that stayed as they were, because every patch that covers them touches one that is NaN or
 *                        infinite (those that are so themselves included)
 */
public record DenoisedImage(Volume image, long untouchedPixels) {

	/**
	 * Puts the noisy pixels where no patch told of any.
	 *
	 * @return this, where the image was changed
	 */
	DenoisedImage filled(final Volume noisy) {
		if (untouchedPixels == 0) return this;
		for (int c = 0; c < image.channels(); c++)
			for (int z = 0; z < image.depth(); z++) {
				final float[] plane = image.plane(z, c);
				for (int i = 0; i < plane.length; i++) if (Float.isNaN(plane[i])) plane[i] = noisy.plane(z, c)[i];
			}
		return this;
	}
}
