package io.github.sparsej.convolve.learn;

import java.util.List;

import io.github.sparsej.convolve.pursuit.ConvolutionalPursuitOptions;
import io.github.sparsej.convolve.window.AtomMask;
import io.github.sparsej.convolve.window.BorderTaper;
import io.github.sparsej.learn.step.AtomConstraint;
import io.github.sparsej.model.ImageFilter;
import io.github.sparsej.model.PatchShape;
import io.github.sparsej.whiten.LocalContrastNormalization;
import io.github.sparsej.whiten.Mirror;

/** The settings of Boutin's CHAMP, for images of some 65 px (digits: 28 px): a Gaussian mask, homeostasis, 500 epochs of one step each. */
public enum ConvolutionalPreset {
	/** Small atoms for parts: 20 of 9 x 9 px, 20 placed in an image. */
	LOW(20, 9, 20),
	/** Large atoms for wholes: 60 of 19 x 19 px, 10 placed in an image. */
	HIGH(60, 19, 10),
	/** Strokes: 60 atoms of 7 x 7 px, 15 placed in an image. */
	DIGITS(60, 7, 15);

	/** What is done to images first. */
	public static final LocalContrastNormalization NORMALIZATION = new LocalContrastNormalization(2, 9, Mirror.ONCE);

	private static final int EPOCHS = 500;
	private static final double ETA = 0.05;
	private static final long SEED = 42;

	private final int atoms;
	private final int size;
	private final int placed;

	ConvolutionalPreset(final int atoms, final int size, final int placed) {
		this.atoms = atoms;
		this.size = size;
		this.placed = placed;
	}

	/** For images of so many channels. */
	public ConvolutionalOptions options(final int channels) {
		return new ConvolutionalOptions(atoms, new PatchShape(size, size, 1, channels), EPOCHS, ConvolutionalOptions.ALL, ETA, new ConvolutionalPursuitOptions(placed), AtomMask.STANDARD, AtomMask.NONE,
			AtomConstraint.NONE, ConvolutionalHomeostasis.STANDARD, SEED);
	}

	/** What is done to images before: local contrast normalisation, and a taper at the borders. */
	public List<ImageFilter> filters() {
		return List.of(NORMALIZATION, BorderTaper.STANDARD);
	}
}
