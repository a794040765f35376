package io.github.sparsej.convolve.pursuit;

import io.github.sparsej.convolve.ConvolutionalEncoder;
import io.github.sparsej.convolve.PreparedConvolutionalEncoder;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.Dictionary;

/**
 * Convolutional matching pursuit that many threads do within one image: atoms are placed where they are the best of some
 * neighbourhood, not of the whole image, until none reaches the threshold. <em>The code is another than that of
 * {@link ConvolutionalPursuit}</em> with the same threshold, with about the same residual, and there can be no count of atoms; but it is the
 * same for any number of threads.
 * <p>
 * The image is cut into rectangles like a checkerboard of four colours (as for l1 by Moreau &amp; Gramfort, IEEE TPAMI 2020). Round after
 * round, with a level that falls from the largest |coefficient| to the threshold, all rectangles of a colour at once, then those of the
 * next, place their best atom again and again while its |coefficient| reaches the level. Atoms stand in the code rectangle by rectangle, and
 * in each in the order in which they were placed. A mask is {@link MaskTreatment#EXACT}: else it would not be sure to end. Immutable and
 * thread-safe.
 */
public final class LocallyGreedyPursuit implements ConvolutionalEncoder {

	private final LocallyGreedyPursuitOptions options;
	private final Parallel parallel;

	public LocallyGreedyPursuit(final LocallyGreedyPursuitOptions options, final Parallel parallel) {
		this.options = options;
		this.parallel = parallel;
	}

	@Override
	public PreparedConvolutionalEncoder prepare(final Dictionary dictionary, final float[] mask, final double[] gains) {
		return new PreparedLocalPursuit(PlacedDictionary.of(dictionary, mask, MaskTreatment.EXACT, gains, parallel), options, parallel);
	}
}
