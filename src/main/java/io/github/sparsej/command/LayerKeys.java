package io.github.sparsej.command;

import java.util.ArrayList;
import java.util.List;

import io.github.sparsej.convolve.learn.ConvolutionalOptions;
import io.github.sparsej.convolve.network.LayerOptions;
import io.github.sparsej.convolve.network.Pooling;
import io.github.sparsej.convolve.network.Rectification;
import io.github.sparsej.convolve.pursuit.ConvolutionalPursuitOptions;
import io.github.sparsej.convolve.window.AtomMask;
import io.github.sparsej.learn.step.AtomConstraint;
import io.github.sparsej.model.PatchShape;

/**
 * The values of the keys that tell how layers follow each other, as a macro gave them: not checked yet, and null where they could not be read.
 */
record LayerKeys(Integer layers, String rectify, String pool, Integer pooling, Integer nextatoms, Integer nextsize, Integer nextnonzeros) {

	static final String BOTH = "Both", MODULUS = "Modulus", POSITIVE = "Positive";
	static final String SUM = "Sum", MAX = "Max";

	private static final int MOST_LAYERS = 8;

	/**
	 * The options of each layer. What layers after the first see is never negative, and so are their atoms and coefficients; they have no mask.
	 *
	 * @throws IllegalArgumentException naming the key that does not do
	 */
	List<LayerOptions> options(final ConvolutionalOptions first) {
		Check.range("layers", layers, 1, MOST_LAYERS);
		final int size = first.shape().width();
		final int atoms = or(Check.range("nextatoms", nextatoms, 0, 1 << 16), first.atoms()), side = or(Check.range("nextsize", nextsize, 0, Keys.LARGEST_PATCH), (size + 1) / 2),
			placed = or(Check.range("nextnonzeros", nextnonzeros, 0, ConvolutionalKeys.MOST_PLACED), first.pursuit().maxCount());
		final Pooling cells = cells();
		final List<LayerOptions> options = new ArrayList<>();
		options.add(new LayerOptions(first, rectification(first.pursuit()), cells));
		while (options.size() < layers) {
			final int channels = options.get(options.size() - 1).rectification().channels(options.get(options.size() - 1).learning().atoms());
			final ConvolutionalPursuitOptions pursuit = new ConvolutionalPursuitOptions(placed, 0, 0, true, 1, first.pursuit().mask());
			options.add(new LayerOptions(new ConvolutionalOptions(atoms, new PatchShape(side, side, 1, channels), first.epochs(), first.batchSize(), first.eta(), pursuit, AtomMask.NONE, AtomMask.NONE,
				new AtomConstraint(true, false), first.homeostasis(), first.seed()), Rectification.POSITIVE, cells));
		}
		return options;
	}

	private static int or(final int value, final int otherwise) {
		return value == 0 ? otherwise : value;
	}

	private Pooling cells() {
		return new Pooling(Check.choice("pool", pool, SUM, MAX).equals(MAX) ? Pooling.Kind.MAX : Pooling.Kind.SUM, Check.range("pooling", pooling, 1, 1 << 15));
	}

	/** Coefficients without sign have nothing to be made positive. */
	private Rectification rectification(final ConvolutionalPursuitOptions pursuit) {
		final String chosen = Check.choice("rectify", rectify, BOTH, MODULUS, POSITIVE);
		if (pursuit.nonnegative() || chosen.equals(POSITIVE)) return Rectification.POSITIVE;
		return chosen.equals(BOTH) ? Rectification.BOTH : Rectification.MODULUS;
	}
}
