package io.github.sparsej.restore.inpaint;

import ij.plugin.filter.RankFilters;
import ij.process.FloatProcessor;

import io.github.sparsej.analyze.ImageComparison;
import io.github.sparsej.model.Volume;

/**
 * What ImageJ itself makes of missing pixels, PSNR in dB of the whole image at a peak of 255; known pixels are kept in each.
 *
 * @param background of the mean of the known pixels everywhere (Edit &gt; Fill)
 * @param median     of Process &gt; Filters &gt; Median on the image filled so, at the best radius
 * @param removeNaNs of Process &gt; Noise &gt; Remove NaNs, the median of the known pixels around, at the best radius; what that leaves is
 *                   filled by the mean
 * @param outliers   of Process &gt; Noise &gt; Remove Outliers on an image with 0 where pixels are missing, at the best radius
 */
record ImageJWays(double background, double median, double removeNaNs, double outliers) {

	private static final double[] RADII = { 1, 1.5, 2, 3, 5 };

	static ImageJWays of(final Volume missing, final Volume truth) {
		final float[] pixels = missing.plane(0, 0);
		double sum = 0, known = 0;
		for (final float pixel : pixels) if (!Float.isNaN(pixel)) {
			sum += pixel;
			known++;
		}
		final float mean = (float) (sum / known);
		return new ImageJWays(psnr(filled(pixels, mean), missing, truth), best(missing, truth, mean, RankFilters.MEDIAN, mean), best(missing, truth, Float.NaN, RankFilters.REMOVE_NAN, mean),
			best(missing, truth, 0, RankFilters.OUTLIERS, mean));
	}

	double best() {
		return Math.max(Math.max(background, median), Math.max(removeNaNs, outliers));
	}

	private static double best(final Volume missing, final Volume truth, final float fill, final int filter, final float rest) {
		double best = 0;
		for (final double radius : RADII) {
			final FloatProcessor processor = new FloatProcessor(missing.width(), missing.height(), filled(missing.plane(0, 0), fill));
			new RankFilters().rank(processor, radius, filter, RankFilters.DARK_OUTLIERS, 0);
			best = Math.max(best, psnr(filled((float[]) processor.getPixels(), rest), missing, truth));
		}
		return best;
	}

	private static float[] filled(final float[] pixels, final float value) {
		final float[] filled = pixels.clone();
		for (int i = 0; i < filled.length; i++) if (Float.isNaN(filled[i])) filled[i] = value;
		return filled;
	}

	private static double psnr(final float[] told, final Volume missing, final Volume truth) {
		for (int i = 0; i < told.length; i++) if (!Float.isNaN(missing.plane(0, 0)[i])) told[i] = missing.plane(0, 0)[i];
		return ImageComparison.of(truth, Volume.plane(truth.width(), truth.height(), told), 255).psnr();
	}
}
