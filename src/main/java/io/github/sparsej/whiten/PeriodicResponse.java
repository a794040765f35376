package io.github.sparsej.whiten;

import java.util.function.Supplier;

import io.github.sparsej.linalg.FrequencyResponse;
import io.github.sparsej.linalg.RealFft2d;

/** Undoes filters that multiply the frequencies of an image without its mean, with periodic borders. */
final class PeriodicResponse {

	private PeriodicResponse() {}

	/**
	 * The image that gave the filtered one.
	 *
	 * @param filtered not modified; pixels that are not finite stay as they are
	 * @param mean     what the image gets back
	 * @param ofImage  gives the response for images of this size, once that is known to be one
	 * @param lost     share of the largest response below which a frequency cannot be restored, and stays 0
	 */
	static float[] divide(final float[] filtered, final double mean, final int width, final int height, final Supplier<FrequencyResponse> ofImage, final double lost) {
		return FinitePixels.filter(filtered, width, height, finite -> {
			final RealFft2d fft = RealFft2d.of(width, height);
			final FrequencyResponse response = ofImage.get();
			final double least = lost * response.max();
			return fft.inverse(fft.forward(finite).multiply(response.map(h -> h > least ? 1 / h : 0)).setSum(mean * width * height));
		});
	}
}
