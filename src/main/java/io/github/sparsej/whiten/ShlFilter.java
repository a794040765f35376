package io.github.sparsej.whiten;

import io.github.sparsej.linalg.FrequencyResponse;
import io.github.sparsej.linalg.RealFft2d;
import io.github.sparsej.linalg.Spectrum;
import io.github.sparsej.model.ImageFilter;

/**
 * The chain of filters before sparse Hebbian learning (Perrinet 2019, SLIP and SHL_scripts), on whole images of any size
 * with periodic borders. Frequencies f in cycles/px, N the longer side of the image in px:
 * <ol>
 * <li>a "retina": {@code edge(f) (1 - exp(-0.5 f² / (0.5 / N)²))} with {@code edge(f) = 1 - exp((f - 0.5) / 0.035)} below
 * 0.5 and 0 above, then division by the largest |pixel|;</li>
 * <li>whitening: {@link OlshausenField} with the given parameters, divided by its mean over all frequencies;</li>
 * <li>a band-pass that leaves out what is larger than a patch: {@code edge(f) (0.5 + 0.5 tanh(42 (f - 1 / patchSize)))}.</li>
 * </ol>
 * The original is written for images of 256 x 256 px, to which N = 256 belongs. The sum over the image is removed exactly
 * (there, 1e-7 of it remains). The result does not depend on the grey scale, nor on its offset; an image without structure
 * gives all zeros. No inverse: frequencies from 0.5 cycles/px on are lost. Immutable and thread-safe.
 *
 * @param whitening cutoff, exponent and steepness of stage 2
 * @param patchSize the longer side of the patches that will be cut, px, at least 1
 */
public record ShlFilter(OlshausenField whitening, int patchSize) implements ImageFilter {

	public static final String NAME = "Sparse Hebbian learning";

	/** Stage 2 as published: cutoff 0.4 cycles/px, exponent 1.4, steepness 4. */
	public static final OlshausenField STANDARD_WHITENING = new OlshausenField(0.4, 1.4, 4);

	public ShlFilter {
		if (whitening == null) throw new IllegalArgumentException("the parameters of the whitening stage are needed");
		if (patchSize < 1) throw new IllegalArgumentException("patchSize must be at least 1 px, got " + patchSize);
	}

	/** The chain as published, for patches of this size. */
	public static ShlFilter forPatches(final int patchSize) {
		return new ShlFilter(STANDARD_WHITENING, patchSize);
	}

	/** The response of stage 1. */
	public static FrequencyResponse retina(final int width, final int height) {
		final double slow = 0.5 / Math.max(width, height);
		return FrequencyResponse.radial(width, height, f -> edge(f) * -Math.expm1(-0.5 * f * f / (slow * slow)));
	}

	/** The response of stage 2. */
	public FrequencyResponse whiteningResponse(final int width, final int height) {
		final FrequencyResponse response = whitening.response(width, height);
		final double mean = response.mean();
		return mean > 0 ? response.map(h -> h / mean) : response;
	}

	/** The response of stage 3. */
	public FrequencyResponse bandPass(final int width, final int height) {
		return FrequencyResponse.radial(width, height, f -> edge(f) * (0.5 + 0.5 * Math.tanh(42 * (f - 1.0 / patchSize))));
	}

	private static double edge(final double f) {
		return f < 0.5 ? -Math.expm1((f - 0.5) / (0.5 * 0.07)) : 0;
	}

	@Override
	public float[] filter(final float[] pixels, final int width, final int height) {
		return FinitePixels.filter(pixels, width, height, finite -> {
			final RealFft2d fft = RealFft2d.of(width, height);
			final Spectrum spectrum = fft.forward(finite).setSum(0).multiply(retina(width, height));
			final double largest = FinitePixels.maxAbs(fft.inverse(spectrum));
			if (largest <= FinitePixels.NO_STRUCTURE * FinitePixels.maxAbs(finite)) return new float[finite.length];
			final FrequencyResponse rest = whiteningResponse(width, height).times(bandPass(width, height));
			return fft.inverse(spectrum.multiply(rest.map(h -> h / largest)));
		});
	}

	@Override
	public String name() {
		return NAME;
	}
}
