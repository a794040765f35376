package io.github.sparsej.analyze;

import io.github.sparsej.model.Require;
import io.github.sparsej.model.Volume;

/**
 * How alike an image and its reference are. Over all pixels, in float64:
 * rmse = sqrt(mean (x - y)^2), psnr = 20 log10(peak / rmse), ssim = the mean over all planes of {@link Ssim}.
 * A NaN or an infinity in either image leaves no figure finite.
 *
 * @param psnr          peak signal-to-noise ratio in dB; +infinity for identical images
 * @param ssim          mean structural similarity, at most 1, which identical images have; NaN where a side of the
 *                      planes is shorter than the window of {@value Ssim#WINDOW} px
 * @param rmse          root mean square difference, in grey values
 * @param maxDifference largest |difference|, in grey values
 */
public record ImageComparison(double psnr, double ssim, double rmse, double maxDifference) {

	/**
	 * Compares all planes.
	 *
	 * @param peak the range of grey values that is possible (255 for 8-bit images), above 0
	 * @throws IllegalArgumentException if the images differ in size, naming both
	 */
	public static ImageComparison of(final Volume reference, final Volume image, final double peak) {
		Require.positive("the peak grey value", peak);
		if (!size(reference).equals(size(image))) throw new IllegalArgumentException("an image of " + size(image) + " cannot be compared with one of " + size(reference));
		double squares = 0;
		double largest = 0;
		double ssim = 0;
		for (int c = 0; c < reference.channels(); c++)
			for (int z = 0; z < reference.depth(); z++) {
				final float[] x = reference.plane(z, c);
				final float[] y = image.plane(z, c);
				for (int i = 0; i < x.length; i++) {
					final double difference = (double) x[i] - y[i];
					squares += difference * difference;
					largest = Math.max(largest, Math.abs(difference));
				}
				ssim += Ssim.mean(x, y, reference.width(), reference.height(), peak);
			}
		final double planes = (double) reference.depth() * reference.channels();
		final double rmse = Math.sqrt(squares / (planes * reference.width() * reference.height()));
		return new ImageComparison(20 * Math.log10(peak / rmse), ssim / planes, rmse, largest);
	}

	private static String size(final Volume v) {
		return v.width() + " x " + v.height() + " x " + v.depth() + " in " + v.channels() + (v.channels() == 1 ? " channel" : " channels");
	}
}
