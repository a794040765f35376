package io.github.sparsej.command;

import java.util.ArrayList;
import java.util.List;

import io.github.sparsej.convolve.learn.ConvolutionalHomeostasis;
import io.github.sparsej.convolve.learn.ConvolutionalOptions;
import io.github.sparsej.convolve.learn.ConvolutionalPreset;
import io.github.sparsej.convolve.pursuit.ConvolutionalPursuitOptions;
import io.github.sparsej.convolve.pursuit.MaskTreatment;
import io.github.sparsej.convolve.window.AtomMask;
import io.github.sparsej.convolve.window.BorderTaper;
import io.github.sparsej.convolve.window.PublishedBorderWindow;
import io.github.sparsej.learn.step.AtomConstraint;
import io.github.sparsej.model.ImageFilter;
import io.github.sparsej.model.PatchShape;
import io.github.sparsej.whiten.LocalMeanRemoval;

/**
 * The values of the keys that tell how placed atoms are learned, as a macro gave them: not checked yet, and null where they could not be read.
 */
record ConvolutionalKeys(Integer atoms, Integer atomsize, Integer nonzeros, Double threshold, Boolean signed, Boolean nonnegative, Boolean zeromean, String mask, String treatment, Boolean homeostasis,
	Double etahomeo, Double eta, Integer epochs, Integer batch, Integer seed)
{

	static final String GAUSSIAN = "Gaussian", DISK = "Disk", POLYNOMIAL = "Polynomial";
	static final String SYMMETRIC = "Symmetric", AS_PUBLISHED = "As published", TAPERED_ATOMS = "Tapered atoms";

	/** Most atoms placed in an image; there is room for more than anybody waits for. */
	static final int MOST_PLACED = 1 << 24;

	private static final double LARGEST_GAIN = ConvolutionalHomeostasis.STANDARD.largestGain();

	/**
	 * What is done to images before; as published it is all but the first.
	 *
	 * @throws IllegalArgumentException naming the key that does not do
	 */
	static List<ImageFilter> filters(final Integer localMean, final boolean normalize, final boolean taper, final String window) {
		final List<ImageFilter> chosen = new ArrayList<>();
		if (localMean == null || localMean != 0) chosen.add(new LocalMeanRemoval(Check.window("localmean", localMean, 1)));
		if (normalize) chosen.add(ConvolutionalPreset.NORMALIZATION);
		final boolean published = Check.choice("window", window, SYMMETRIC, AS_PUBLISHED).equals(AS_PUBLISHED);
		if (taper) chosen.add(published ? PublishedBorderWindow.STANDARD : BorderTaper.STANDARD);
		return chosen;
	}

	/**
	 * The options of learning atoms from images of so many channels.
	 *
	 * @throws IllegalArgumentException naming the key that does not do
	 */
	ConvolutionalOptions options(final int channels) {
		Check.range("seed", seed, Integer.MIN_VALUE, Integer.MAX_VALUE);
		final int size = Check.range("atomsize", atomsize, 2, Keys.LARGEST_PATCH), images = Check.range("batch", batch, 0, 1 << 24);
		final AtomMask window = window();
		final boolean tapered = Check.choice("treatment", treatment, AS_PUBLISHED, TAPERED_ATOMS).equals(TAPERED_ATOMS);
		return new ConvolutionalOptions(Check.range("atoms", atoms, 1, 1 << 16), new PatchShape(size, size, 1, channels), Check.range("epochs", epochs, 0, 1 << 24), images == 0 ? ConvolutionalOptions.ALL : images,
			Check.positive("eta", eta), pursuit(), tapered ? AtomMask.NONE : window, tapered ? window : AtomMask.NONE, constraint(), homeostasisOrNone(), seed);
	}

	private ConvolutionalPursuitOptions pursuit() {
		final boolean onlyPositive = !Check.flag("signed", signed) || Check.flag("nonnegative", nonnegative);
		return new ConvolutionalPursuitOptions(Check.range("nonzeros", nonzeros, 1, MOST_PLACED), Check.range("threshold", threshold, 0, 1e30), 0, onlyPositive, 1, MaskTreatment.APPROXIMATE);
	}

	private AtomMask window() {
		return switch (Check.choice("mask", mask, GAUSSIAN, DISK, POLYNOMIAL, Keys.NONE)) {
			case DISK -> new AtomMask(AtomMask.Kind.DISC, 1);
			case POLYNOMIAL -> new AtomMask(AtomMask.Kind.POLYNOMIAL, 1);
			case Keys.NONE -> AtomMask.NONE;
			default -> AtomMask.STANDARD;
		};
	}

	private AtomConstraint constraint() {
		if (Check.flag("nonnegative", nonnegative) && Check.flag("zeromean", zeromean)) throw new IllegalArgumentException("zeromean=true: atoms of nonnegative=true have no zero mean");
		return new AtomConstraint(nonnegative, Check.flag("zeromean", zeromean));
	}

	private ConvolutionalHomeostasis homeostasisOrNone() {
		final double rate = Check.range("etahomeo", etahomeo, 0, 1);
		return Check.flag("homeostasis", homeostasis) ? new ConvolutionalHomeostasis(rate, LARGEST_GAIN) : ConvolutionalHomeostasis.NONE;
	}
}
