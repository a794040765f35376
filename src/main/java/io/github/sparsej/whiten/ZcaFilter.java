package io.github.sparsej.whiten;

import io.github.sparsej.linalg.FrequencyResponse;
import io.github.sparsej.linalg.RealFft2d;
import io.github.sparsej.linalg.SymmetricEigen;
import io.github.sparsej.model.InvertibleImageFilter;
import io.github.sparsej.model.Require;

/**
 * ZCA whitening of whole images: what one gets by ZCA whitening all w x w patches of an image (stride 1, periodic borders)
 * and averaging where they overlap, which is one convolution. With the ZCA matrix {@code Z = U diag(1 / sqrt(lambda +
 * epsilon)) U'} of the patches' covariance, its kernel is {@code K(d) = 1 / w² * (sum of Z(p, q) over all pairs of pixels
 * with q - p = d)}, of 2 w - 1 px along each side.
 * <p>
 * Its frequency response is an average of v* Z v over plane waves v, hence real and positive: the filter can be undone but
 * for the mean grey value, which it removes. Works on images of any size, also other than the one it was learned from.
 * Immutable and thread-safe.
 */
public final class ZcaFilter implements InvertibleImageFilter {

	public static final String NAME = "ZCA";

	/** Share of the squared mean below which a variance is the rounding of a constant. */
	private static final double NO_STRUCTURE = 1e-20;

	/** Largest patch whose covariance is decomposed: that of 64 x 64 px has 4096 rows. */
	private static final int LARGEST_PATCH = 64;

	/** Share of the largest response below which float32 keeps nothing; a filter that was learned does not come near. */
	private static final double LOST = 1e-6;

	private final int patchSize;
	private final double[] kernel;

	/**
	 * A filter that was learned before.
	 *
	 * @param patchSize w, px, 1 to 64
	 * @param kernel    (2 w - 1)² weights, row-major, the same when turned by 180 degrees; copied
	 */
	public ZcaFilter(final int patchSize, final double[] kernel) {
		checkPatchSize(patchSize);
		final int side = 2 * patchSize - 1;
		if (kernel.length != side * side) throw new IllegalArgumentException("a kernel for patches of " + patchSize + " px has " + side * side + " weights, got " + kernel.length);
		for (int i = 0; i < kernel.length; i++)
			if (!(Math.abs(kernel[i] - kernel[kernel.length - 1 - i]) <= 1e-9 * Math.abs(kernel[kernel.length / 2]))) // NaN fails too
				throw new IllegalArgumentException("weight " + i + " of the kernel is " + kernel[i] + ", its opposite " + kernel[kernel.length - 1 - i]);
		if (!(kernel[kernel.length / 2] > 0)) throw new IllegalArgumentException("the middle of the kernel must be above 0, got " + kernel[kernel.length / 2]);
		this.patchSize = patchSize;
		this.kernel = kernel.clone();
	}

	/**
	 * Learns the filter from all patches of an image, those over its periodic borders included.
	 *
	 * @param pixels       width x height, row-major; not modified; those that are not finite count as the mean
	 * @param patchSize    w, px, 1 to 64
	 * @param epsilonShare what is added to the eigenvalues, as a share of the variance of the pixels, above 0: the larger,
	 *                     the less is noise amplified
	 * @throws IllegalArgumentException if all pixels are the same, or a parameter is out of range
	 */
	public static ZcaFilter fit(final float[] pixels, final int width, final int height, final int patchSize, final double epsilonShare) {
		checkPatchSize(patchSize);
		Require.positive("epsilonShare", epsilonShare);
		final double[] autocovariance = periodicAutocovariance(pixels, width, height);
		final double variance = autocovariance[0];
		final double level = FinitePixels.mean(pixels);
		if (!(variance > NO_STRUCTURE * level * level)) throw new IllegalArgumentException("the image has no structure: all its pixels are the same");
		final int m = patchSize * patchSize;
		final double[] covariance = new double[m * m];
		for (int p = 0; p < m; p++)
			for (int q = 0; q < m; q++) {
				final int dx = Math.floorMod(q % patchSize - p % patchSize, width);
				final int dy = Math.floorMod(q / patchSize - p / patchSize, height);
				covariance[p * m + q] = autocovariance[dy * width + dx];
			}
		// Patches larger than the image repeat its pixels: eigenvalues that are 0 may come out a little below.
		final double[] zca = SymmetricEigen.of(m, covariance).map(w -> 1 / Math.sqrt(Math.max(w, 0) + epsilonShare * variance));
		return new ZcaFilter(patchSize, averageOfOverlaps(zca, patchSize));
	}

	private static void checkPatchSize(final int patchSize) {
		if (patchSize < 1 || patchSize > LARGEST_PATCH) throw new IllegalArgumentException("patchSize must be 1 to " + LARGEST_PATCH + " px, got " + patchSize);
	}

	private static double[] periodicAutocovariance(final float[] pixels, final int width, final int height) {
		final RealFft2d fft = RealFft2d.of(width, height);
		final double[] sums = fft.inverseExact(fft.forward(FinitePixels.filled(pixels, width, height)).setSum(0).squareModulus());
		for (int i = 0; i < sums.length; i++) sums[i] /= sums.length;
		return sums;
	}

	private static double[] averageOfOverlaps(final double[] zca, final int patchSize) {
		final int m = patchSize * patchSize;
		final int side = 2 * patchSize - 1;
		final double[] kernel = new double[side * side];
		for (int p = 0; p < m; p++)
			for (int q = 0; q < m; q++) {
				final int dx = q % patchSize - p % patchSize;
				final int dy = q / patchSize - p / patchSize;
				kernel[(dy + patchSize - 1) * side + dx + patchSize - 1] += zca[p * m + q] / m;
			}
		return kernel;
	}

	/** Side w of the patches it was learned from, px. */
	public int patchSize() {
		return patchSize;
	}

	/** A copy of the (2 w - 1)² weights, row-major. */
	public double[] kernel() {
		return kernel.clone();
	}

	@Override
	public float[] filter(final float[] pixels, final int width, final int height) {
		return FinitePixels.filter(pixels, width, height, finite -> {
			final RealFft2d fft = RealFft2d.of(width, height);
			return fft.inverse(fft.forward(finite).setSum(0).multiply(response(width, height)));
		});
	}

	@Override
	public float[] unfilter(final float[] filtered, final double mean, final int width, final int height) {
		return PeriodicResponse.divide(filtered, mean, width, height, () -> response(width, height), LOST);
	}

	private FrequencyResponse response(final int width, final int height) {
		return FrequencyResponse.ofKernel(width, height, patchSize - 1, kernel);
	}

	@Override
	public String name() {
		return NAME;
	}
}
