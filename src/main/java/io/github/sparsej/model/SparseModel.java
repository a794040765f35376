package io.github.sparsej.model;

/**
 * All that is needed to encode an image and to put it together again: what one model file holds.
 *
 * @param filter      what is done to whole images before patches are cut
 * @param whitening   what is done to patches before they are encoded
 * @param dictionary  the atoms
 * @param encoder     the encoder used in learning, which is the one to encode with
 * @param homeostasis what the encoder's selection has learned about the use of atoms
 * @param statistics  what the dictionary was learned from, for learning to go on; none where the learner needs none
 * @param provenance  where the dictionary comes from
 */
public record SparseModel(ImageFilter filter, Whitening whitening, Dictionary dictionary, EncoderSettings encoder, HomeostasisState homeostasis, SufficientStatistics statistics, Provenance provenance) {

	public SparseModel {
		if (homeostasis.atomCount() != dictionary.atomCount())
			throw new IllegalArgumentException("a dictionary of " + dictionary.atomCount() + " atoms needs a homeostasis of as many, got " + homeostasis.atomCount());
		if (statistics.atomCount() != dictionary.atomCount() || statistics.signalLength() != dictionary.signalLength())
			throw new IllegalArgumentException("a dictionary of " + dictionary.atomCount() + " atoms of " + dictionary.signalLength() + " values needs statistics of as many, got " + statistics.atomCount() + " of " + statistics.signalLength());
	}

	/** A model without statistics. */
	public SparseModel(final ImageFilter filter, final Whitening whitening, final Dictionary dictionary, final EncoderSettings encoder, final HomeostasisState homeostasis, final Provenance provenance) {
		this(filter, whitening, dictionary, encoder, homeostasis, SufficientStatistics.none(dictionary.atomCount(), dictionary.signalLength()), provenance);
	}

	/** The shape of patches and atoms. */
	public PatchShape shape() {
		return dictionary.shape();
	}
}
