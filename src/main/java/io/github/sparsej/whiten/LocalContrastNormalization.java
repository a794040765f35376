package io.github.sparsej.whiten;

import java.util.Arrays;

import io.github.sparsej.model.ImageFilter;

/**
 * Local contrast normalisation (Jarrett et al. 2009): {@code v = x - G x}, {@code s = sqrt(G v²)}, {@code y = v / max(c,
 * s)}, where G is the weighted mean of a Gaussian window (weights sum up to 1) and c the mean of s over the image. Beyond
 * the borders the image is mirrored, as often as the window needs.
 * <p>
 * The result does not depend on the grey scale, nor on its offset; constant regions give 0, as does a constant image. No
 * inverse. Immutable and thread-safe.
 *
 * @param sigma  of the Gaussian, px, above 0
 * @param taps   width of the window, px, odd
 * @param mirror whether border pixels are repeated beyond the borders
 */
public record LocalContrastNormalization(double sigma, int taps, Mirror mirror) implements ImageFilter {

	public static final String NAME = "Local contrast normalization";

	/** sigma 2 px in a window of 9 px. */
	public static final LocalContrastNormalization STANDARD = new LocalContrastNormalization(2, 9);

	/** A wider window is no local one; the limit keeps a damaged model file from asking for days of work. */
	private static final int MOST_TAPS = 4001;

	/** A window cut at two sigma, as in {@link #STANDARD}. */
	public static LocalContrastNormalization ofSigma(final double sigma) {
		if (!(sigma > 0 && sigma <= MOST_TAPS / 4)) throw new IllegalArgumentException("sigma must be above 0 and at most " + MOST_TAPS / 4 + " px, got " + sigma);
		return new LocalContrastNormalization(sigma, 2 * (int) Math.ceil(2 * sigma) + 1);
	}

	public LocalContrastNormalization {
		if (!(sigma > 0) || Double.isInfinite(sigma)) throw new IllegalArgumentException("sigma must be finite and above 0 px, got " + sigma);
		checkTaps(taps);
		if (mirror == null) throw new IllegalArgumentException("mirror must be REPEATED or ONCE");
	}

	/** With border pixels repeated. */
	public LocalContrastNormalization(final double sigma, final int taps) {
		this(sigma, taps, Mirror.REPEATED);
	}

	static void checkTaps(final int taps) {
		if (taps < 1 || taps % 2 == 0 || taps > MOST_TAPS) throw new IllegalArgumentException("taps must be odd and 1 to " + MOST_TAPS + ", got " + taps);
	}

	@Override
	public float[] filter(final float[] pixels, final int width, final int height) {
		return FinitePixels.filter(pixels, width, height, finite -> {
			final double[] v = subtractive(finite, width, height);
			final double[] s = localDeviation(v, width, height);
			final double c = Arrays.stream(s).sum() / s.length;
			final float[] y = new float[finite.length];
			if (c > FinitePixels.NO_STRUCTURE * FinitePixels.maxAbs(finite)) for (int i = 0; i < y.length; i++) y[i] = (float) (v[i] / Math.max(c, s[i]));
			return y;
		});
	}

	/** v = x - G x; the pixels are finite. */
	double[] subtractive(final float[] pixels, final int width, final int height) {
		return gaussianMean().differences(pixels, width, height);
	}

	/** s = sqrt(G v²). */
	double[] localDeviation(final double[] v, final int width, final int height) {
		final double[] squares = new double[v.length];
		for (int i = 0; i < v.length; i++) squares[i] = v[i] * v[i];
		final double[] s = gaussianMean().of(squares, width, height);
		for (int i = 0; i < s.length; i++) s[i] = Math.sqrt(s[i]);
		return s;
	}

	private LocalMean gaussianMean() {
		final double[] weights = new double[taps];
		for (int t = 0; t < taps; t++) weights[t] = Math.exp(-0.5 * Math.pow((t - taps / 2) / sigma, 2));
		return new LocalMean(weights, mirror);
	}

	@Override
	public String name() {
		return NAME;
	}
}
