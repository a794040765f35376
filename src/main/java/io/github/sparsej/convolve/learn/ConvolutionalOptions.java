package io.github.sparsej.convolve.learn;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import io.github.sparsej.convolve.Fit;
import io.github.sparsej.convolve.pursuit.ConvolutionalPursuitOptions;
import io.github.sparsej.convolve.pursuit.MaskTreatment;
import io.github.sparsej.convolve.window.AtomMask;
import io.github.sparsej.learn.step.AtomConstraint;
import io.github.sparsej.model.PatchShape;
import io.github.sparsej.model.Require;

/**
 * Options of {@link ConvolutionalLearner}.
 *
 * @param atoms       atoms to learn, at least 1
 * @param shape       of the atoms, of one slice
 * @param epochs      times that all images are coded; 0 leaves the atoms as they are
 * @param batchSize   images per step, at least 1; {@link #ALL} or more than there are for one step an epoch
 * @param eta         length of a step of a unit atom, above 0, finite; 0.05 is about 2.9 degrees
 * @param pursuit     the coding step
 * @param mask        weights of an atom's pixels where it is compared with images, and in its gradient; needs a pursuit with a mask as published
 * @param taper       window that all atoms are a multiple of, pixel by pixel
 * @param constraint  what else atoms must be
 * @param homeostasis what keeps their use even
 * @param seed        of all random draws: atoms to begin with, and the order of images in batches
 */
public record ConvolutionalOptions(int atoms, PatchShape shape, int epochs, int batchSize, double eta, ConvolutionalPursuitOptions pursuit, AtomMask mask, AtomMask taper,
	AtomConstraint constraint, ConvolutionalHomeostasis homeostasis, long seed)
{

	/** One step an epoch, as published. */
	public static final int ALL = Integer.MAX_VALUE;

	public ConvolutionalOptions {
		Require.atLeastOne("atoms", atoms);
		if (shape == null) throw new IllegalArgumentException("the shape of the atoms is missing");
		Fit.require(shape);
		Require.notNegative("epochs", epochs);
		Require.atLeastOne("batchSize", batchSize);
		Require.positive("eta", eta);
		if (pursuit == null) throw new IllegalArgumentException("the coding step needs the options of a pursuit, got none");
		if (mask == null || taper == null) throw new IllegalArgumentException("mask and taper must be given; for none, use AtomMask.NONE");
		if (constraint == null) throw new IllegalArgumentException("what atoms must be is missing; for anything, use AtomConstraint.NONE");
		if (homeostasis == null) throw new IllegalArgumentException("homeostasis is missing; to have none, use ConvolutionalHomeostasis.NONE");
		if (!mask.isNone() && pursuit.mask() != MaskTreatment.APPROXIMATE)
			throw new IllegalArgumentException("learning with a mask codes by it as published (" + MaskTreatment.APPROXIMATE + "), not " + pursuit.mask() + "; for atoms that carry a window themselves, use a taper");
	}

	/** Atoms of any values, without mask, taper and homeostasis, with one step of length 0.05 an epoch. */
	public ConvolutionalOptions(final int atoms, final PatchShape shape, final int epochs, final ConvolutionalPursuitOptions pursuit, final long seed) {
		this(atoms, shape, epochs, ALL, 0.05, pursuit, AtomMask.NONE, AtomMask.NONE, AtomConstraint.NONE, ConvolutionalHomeostasis.NONE, seed);
	}

	/** These options with another number of epochs. */
	public ConvolutionalOptions withEpochs(final int other) {
		return new ConvolutionalOptions(atoms, shape, other, batchSize, eta, pursuit, mask, taper, constraint, homeostasis, seed);
	}

	/** These options with steps of another length after so many images. */
	public ConvolutionalOptions withSteps(final int otherBatchSize, final double otherEta) {
		return new ConvolutionalOptions(atoms, shape, epochs, otherBatchSize, otherEta, pursuit, mask, taper, constraint, homeostasis, seed);
	}

	/** These options with another mask. */
	public ConvolutionalOptions withMask(final AtomMask other) {
		return new ConvolutionalOptions(atoms, shape, epochs, batchSize, eta, pursuit, other, taper, constraint, homeostasis, seed);
	}

	/** These options for atoms of another form. */
	public ConvolutionalOptions withForm(final AtomMask otherTaper, final AtomConstraint otherConstraint) {
		return new ConvolutionalOptions(atoms, shape, epochs, batchSize, eta, pursuit, mask, otherTaper, otherConstraint, homeostasis, seed);
	}

	/** These options with another homeostasis. */
	public ConvolutionalOptions withHomeostasis(final ConvolutionalHomeostasis other) {
		return new ConvolutionalOptions(atoms, shape, epochs, batchSize, eta, pursuit, mask, taper, constraint, other, seed);
	}

	/** The mask's weights as an encoder takes them: null for none. */
	public float[] maskValues() {
		return mask.isNone() ? null : mask.values(shape);
	}

	/**
	 * Memory that learning needs beyond the images and what coding one of them takes, in bytes: the residuals of some images, codes of all, and the
	 * atoms with a gradient.
	 *
	 * @param images number of images
	 * @param pixels of one image, of one channel
	 */
	public long bytesNeeded(final int images, final long pixels) {
		return Float.BYTES * pixels * shape.channels() * Math.min(ConvolutionalLearner.IMAGES_AT_A_TIME, Math.min(batchSize, images)) + 2L * images * pursuit.maxCount() * (3 * Integer.BYTES + Float.BYTES) + 3L * Double.BYTES * atoms * shape.length();
	}

	/** The options in words, in order, for a {@link io.github.sparsej.model.Provenance}. */
	public Map<String, String> inWords() {
		final Map<String, String> words = new LinkedHashMap<>();
		words.put("atoms", Integer.toString(atoms));
		words.put("epochs", Integer.toString(epochs));
		words.put("batch size", batchSize == ALL ? "all images" : Integer.toString(batchSize));
		words.put("eta", Double.toString(eta));
		words.put("placed atoms per image", Integer.toString(pursuit.maxCount()));
		words.put("nonnegative coefficients", Boolean.toString(pursuit.nonnegative()));
		words.put("mask", inWords(mask));
		words.put("taper", inWords(taper));
		words.putAll(constraint.inWords());
		words.put("rate of homeostasis", Double.toString(homeostasis.rate()));
		return words;
	}

	private static String inWords(final AtomMask mask) {
		final String kind = mask.kind().name().toLowerCase(Locale.ROOT);
		return mask.kind() == AtomMask.Kind.GAUSSIAN ? kind + ", sigma " + mask.sigma() : kind;
	}
}
