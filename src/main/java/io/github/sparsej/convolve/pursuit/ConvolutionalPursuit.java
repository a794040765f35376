package io.github.sparsej.convolve.pursuit;

import io.github.sparsej.convolve.ConvolutionalEncoder;
import io.github.sparsej.convolve.PreparedConvolutionalEncoder;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.Dictionary;
import io.github.sparsej.model.PatchShape;

/**
 * Convolutional matching pursuit (Mallat &amp; Zhang, IEEE Trans. Signal Processing 41, 1993, with the atoms at all places; with gains and a
 * mask it is that of Boutin's CHAMP, in the annex of Perrinet, Vision 3(3):47, 2019).
 * <p>
 * With C_k(y, x) the correlation of the residual with atom k at (y, x) and g the gains, each step takes the place of the largest
 * g_k |C_k(y, x)| (nonnegative: g_k C_k(y, x)); of equal ones that of the first atom, then the first row, then the first column. The
 * coefficient is C_k(y, x) / |d_k|^2, times the relaxation. The atom times it is taken from the residual, and its products with all
 * atoms from the correlations. An atom may be placed again where it is. Gains decide which atom is placed, never its coefficient; only
 * their ratios matter. Where no score is positive, or the coefficient is within the rounding of float32, the pursuit has stalled; so it
 * has from the start on an image that is all zero.
 * <p>
 * The order is that of the whole image, whatever its size; steps are sequential, and threads share the first correlations and the
 * images. Immutable and thread-safe.
 */
public final class ConvolutionalPursuit implements ConvolutionalEncoder {

	/** The method in words, with authors and years of what it follows. */
	public static final String CITATION = "convolutional matching pursuit (Mallat & Zhang 1993)";

	private final ConvolutionalPursuitOptions options;
	private final Scale scale;
	private final Parallel parallel;

	/** With a threshold in the units of the image. */
	public ConvolutionalPursuit(final ConvolutionalPursuitOptions options, final Parallel parallel) {
		this(options, Scale.ABSOLUTE, parallel);
	}

	/**
	 * @param scale what the threshold of the options is measured in
	 * @throws IllegalArgumentException if the threshold is to be a share, but above 1
	 */
	public ConvolutionalPursuit(final ConvolutionalPursuitOptions options, final Scale scale, final Parallel parallel) {
		if (scale == Scale.OF_LARGEST && options.threshold() > 1) throw new IllegalArgumentException("threshold must be at most 1 as a share of the largest correlation, got " + options.threshold());
		this.options = options;
		this.scale = scale;
		this.parallel = parallel;
	}

	/** The memory that preparing for so many atoms takes, in bytes. */
	public static long bytesPrepared(final PatchShape shape, final int atoms) {
		return PlacedDictionary.bytesOfProducts(shape, atoms);
	}

	@Override
	public PreparedConvolutionalEncoder prepare(final Dictionary dictionary, final float[] mask, final double[] gains) {
		return new PreparedPursuit(PlacedDictionary.of(dictionary, mask, options.mask(), gains, parallel), options, scale, parallel);
	}
}
