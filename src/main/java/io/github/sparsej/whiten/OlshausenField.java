package io.github.sparsej.whiten;

import io.github.sparsej.linalg.FrequencyResponse;
import io.github.sparsej.linalg.RealFft2d;
import io.github.sparsej.model.InvertibleImageFilter;

/**
 * The whitening low-pass filter of Olshausen and Field (1997), on whole images of any size with periodic borders: the
 * Fourier transform of the image minus its mean is multiplied by {@code H(f) = f^exponent exp(-(f / cutoff)^steepness)},
 * f in cycles/px. Natural images have amplitudes that fall as 1 / f: H makes them even, and cuts off the corners of the
 * frequency plane. (With whole numbers of cycles per image in place of cycles/px, as in their program, results of square
 * images are larger by the number of pixels of a side.)
 * <p>
 * The inverse restores all but the mean. Frequencies whose response is below {@value #LOST_RESPONSE} of the largest are
 * lost in the rounding of float32 pixels and stay 0; with the standard parameters there are none in images of up to 2048
 * px a side, and an 8-bit image comes back within 0.002 grey values. Immutable and thread-safe.
 *
 * @param cutoff    f0, cycles/px, above 0
 * @param exponent  of the rise from frequency 0, 0 or more
 * @param steepness of the fall about the cutoff, above 0
 */
public record OlshausenField(double cutoff, double exponent, double steepness) implements InvertibleImageFilter {

	public static final String NAME = "Olshausen-Field";

	/** cutoff 0.4 cycles/px, exponent 1, steepness 4: those of the paper for images of 512 px. */
	public static final OlshausenField STANDARD = new OlshausenField(0.4, 1, 4);

	/** Share of the largest response below which a frequency cannot be restored. */
	private static final double LOST_RESPONSE = 1e-5;

	public OlshausenField {
		if (!(cutoff > 0) || Double.isInfinite(cutoff)) throw new IllegalArgumentException("cutoff must be above 0 cycles/px, got " + cutoff);
		if (!(exponent >= 0) || Double.isInfinite(exponent)) throw new IllegalArgumentException("exponent must be finite and 0 or more, got " + exponent);
		if (!(steepness > 0) || Double.isInfinite(steepness)) throw new IllegalArgumentException("steepness must be finite and above 0, got " + steepness);
	}

	/** H at a frequency in cycles/px. */
	public double response(final double frequency) {
		return Math.pow(frequency, exponent) * Math.exp(-Math.pow(frequency / cutoff, steepness));
	}

	FrequencyResponse response(final int width, final int height) {
		return FrequencyResponse.radial(width, height, this::response);
	}

	@Override
	public float[] filter(final float[] pixels, final int width, final int height) {
		return FinitePixels.filter(pixels, width, height, finite -> {
			final RealFft2d fft = RealFft2d.of(width, height);
			final float[] filtered = fft.inverse(fft.forward(finite).setSum(0).multiply(response(width, height)));
			return FinitePixels.maxAbs(filtered) > FinitePixels.NO_STRUCTURE * FinitePixels.maxAbs(finite) ? filtered : new float[finite.length];
		});
	}

	@Override
	public float[] unfilter(final float[] filtered, final double mean, final int width, final int height) {
		return FinitePixels.filter(filtered, width, height, finite -> {
			final RealFft2d fft = RealFft2d.of(width, height);
			final FrequencyResponse response = response(width, height);
			final double lost = LOST_RESPONSE * response.max();
			return fft.inverse(fft.forward(finite).multiply(response.map(h -> h > lost ? 1 / h : 0)).setSum(mean * width * height));
		});
	}

	@Override
	public String name() {
		return NAME;
	}
}
