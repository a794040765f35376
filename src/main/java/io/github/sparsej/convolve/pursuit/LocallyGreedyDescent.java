package io.github.sparsej.convolve.pursuit;

import io.github.sparsej.convolve.ConvolutionalEncoder;
import io.github.sparsej.convolve.PreparedConvolutionalEncoder;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.Dictionary;

/**
 * Convolutional l1 coding, min 1/2 |x - sum over i of z_i (atom k_i at (y_i, x_i))|^2 + lambda sum over i of |z_i| over all atoms at all places, by locally
 * greedy coordinate descent (Moreau, Oudre &amp; Vayatis, "DICOD", ICML 2018; Moreau &amp; Gramfort, IEEE TPAMI 2020).
 * <p>
 * With C the correlations of the residual, the best value of a coefficient while all others stay is
 * {@code soft(C + |d|^2 z, lambda) / |d|^2}. In each rectangle of a checkerboard over the image the coefficient that would change most is changed,
 * again and again while the change reaches a level that falls from round to round. Only coefficients that are not 0 need
 * a look of their own: of the others, the largest |C| changes most. What an update costs does not depend on the size of the image, and
 * many threads share one image, with the same bits for any number of them.
 * <p>
 * In a code all places are different, and come rectangle by rectangle. Where the iterations were used up, it is the best so far. A mask is
 * {@link MaskTreatment#EXACT}; gains have no meaning here and are refused. Immutable and thread-safe.
 */
public final class LocallyGreedyDescent implements ConvolutionalEncoder {

	/** The method in words, with authors and years of what it follows. */
	public static final String CITATION = "locally greedy coordinate descent (Moreau, Oudre & Vayatis 2018; Moreau & Gramfort 2020)";

	private final LocallyGreedyDescentOptions options;
	private final Parallel parallel;

	public LocallyGreedyDescent(final LocallyGreedyDescentOptions options, final Parallel parallel) {
		this.options = options;
		this.parallel = parallel;
	}

	@Override
	public PreparedConvolutionalEncoder prepare(final Dictionary dictionary, final float[] mask, final double[] gains) {
		if (gains != null) throw new IllegalArgumentException("l1 coding of images selects by correlation alone: it takes no gains, got " + gains.length);
		return new PreparedDescent(PlacedDictionary.of(dictionary, mask, MaskTreatment.EXACT, null, parallel), options, parallel);
	}
}
