package io.github.sparsej.command;

import java.util.List;
import java.util.Optional;

import ij.ImagePlus;

import io.github.sparsej.convolve.network.ConvolutionalNetwork;
import io.github.sparsej.convolve.network.ConvolutionalSettings;
import io.github.sparsej.convolve.network.Layer;
import io.github.sparsej.convolve.network.Pooling;
import io.github.sparsej.convolve.network.Rectification;
import io.github.sparsej.convolve.pursuit.ConvolutionalPursuitOptions;
import io.github.sparsej.convolve.window.AtomMask;
import io.github.sparsej.imagej.Notes;
import io.github.sparsej.imagej.atoms.AtomStacks;
import io.github.sparsej.model.SparseModel;
import io.github.sparsej.whiten.FilterChain;
import io.github.sparsej.whiten.NoWhitening;
import io.github.sparsej.whiten.PatchCentering;

/** The network of convolutional layers that key dictionary names; any other stack of atoms is one of a single layer. */
final class NetworkOf {

	private NetworkOf() {}

	/**
	 * @param title  of an open stack
	 * @param placed atoms per image where the stack does not tell
	 * @throws IllegalArgumentException naming the key, if no such stack is open, or its atoms have depth
	 */
	static ConvolutionalNetwork dictionary(final String title, final int placed) {
		return network(title, AtomStacks.read(AtomStacks.find("dictionary", title)), placed);
	}

	/** As {@link #dictionary}, to encode with: the Log says what of patches is not done to whole images. */
	static ConvolutionalNetwork toEncode(final String title, final int placed) {
		final SparseModel model = AtomStacks.read(AtomStacks.find("dictionary", title));
		if (model.whitening() instanceof PatchCentering) Notes.say("the atoms of " + title + " are of patches without their mean, but whole images keep theirs: take their background or local mean away first");
		else if (!(model.whitening() instanceof NoWhitening)) Notes.say("the whitening of patches (" + model.whitening().name() + ") that the atoms were learned with is not used where they are placed in whole images");
		return network(title, model, placed);
	}

	private static ConvolutionalNetwork network(final String title, final SparseModel model, final int placed) {
		if (model.encoder() instanceof ConvolutionalSettings settings) return settings.network(model);
		if (model.shape().depth() > 1) throw new IllegalArgumentException("dictionary=[" + title + "]: its atoms have " + model.shape().depth() + " slices; those that are placed in images have one");
		return new ConvolutionalNetwork(FilterChain.links(model.filter()),
			List.of(new Layer(model.dictionary(), new ConvolutionalPursuitOptions(placed), AtomMask.NONE, model.homeostasis(), Rectification.BOTH, Pooling.NONE)), Optional.empty(), model.provenance());
	}

	/**
	 * The network that a stack of atoms is.
	 *
	 * @throws IllegalArgumentException if it is none
	 */
	static ConvolutionalNetwork convolutional(final ImagePlus stack) {
		final SparseModel model = AtomStacks.read(stack);
		if (model.encoder() instanceof ConvolutionalSettings settings) return settings.network(model);
		throw new IllegalArgumentException("dictionary=[" + stack.getTitle() + "]: that is no convolutional dictionary: learn one with Learn Convolutional Dictionary");
	}

	/**
	 * One layer of it.
	 *
	 * @param layer from 1
	 * @throws IllegalArgumentException naming the key, if there is no such layer
	 */
	static Layer layer(final ConvolutionalNetwork network, final Integer layer) {
		return network.layers().get(Check.range("layer", layer, 1, network.layers().size()) - 1);
	}
}
