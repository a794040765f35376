package io.github.sparsej.model;

/**
 * All that is needed to encode an image and to put it together again: what one model file holds.
 *
 * @param filter      what is done to whole images before patches are cut
 * @param whitening   what is done to patches before they are encoded
 * @param dictionary  the atoms
 * @param encoder     the encoder used in learning, which is the one to encode with
 * @param homeostasis what the encoder's selection has learned about the use of atoms
 * @param provenance  where the dictionary comes from
 */
public record SparseModel(ImageFilter filter, Whitening whitening, Dictionary dictionary, EncoderSettings encoder, HomeostasisState homeostasis, Provenance provenance) {

	public SparseModel {
		if (homeostasis.atomCount() != dictionary.atomCount())
			throw new IllegalArgumentException("a dictionary of " + dictionary.atomCount() + " atoms needs a homeostasis of as many, got " + homeostasis.atomCount());
	}

	/** The shape of patches and atoms. */
	public PatchShape shape() {
		return dictionary.shape();
	}
}
