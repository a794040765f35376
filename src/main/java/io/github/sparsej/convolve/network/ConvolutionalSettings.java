package io.github.sparsej.convolve.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.github.sparsej.convolve.pursuit.ConvolutionalPursuitOptions;
import io.github.sparsej.convolve.readout.SoftmaxReadout;
import io.github.sparsej.convolve.window.AtomMask;
import io.github.sparsej.model.Dictionary;
import io.github.sparsej.model.EncoderSettings;
import io.github.sparsej.model.SparseModel;
import io.github.sparsej.whiten.FilterChain;
import io.github.sparsej.whiten.NoWhitening;

/**
 * What a model keeps of a {@link ConvolutionalNetwork} beside the dictionary of its first layer, what was learned of its use, the filters of images and
 * the provenance, which every model has. It is no encoder of patches. Immutable and thread-safe.
 *
 * @param pursuit       of the first layer
 * @param mask          of the first layer
 * @param rectification of the first layer
 * @param pooling       of the first layer
 * @param following     all other layers, in order; none in a single dictionary
 * @param readout       of the last layer's values; empty where none was trained
 */
public record ConvolutionalSettings(ConvolutionalPursuitOptions pursuit, AtomMask mask, Rectification rectification, Pooling pooling, List<Layer> following, Optional<SoftmaxReadout> readout)
	implements EncoderSettings
{

	public static final String NAME = "Convolutional matching pursuit";

	public ConvolutionalSettings {
		if (pursuit == null || mask == null || rectification == null || pooling == null) throw new IllegalArgumentException("a layer needs options of its pursuit, a mask, a rectification and a pooling");
		following = List.copyOf(following);
	}

	/** A network as a model, in whose dictionary the atoms of the first layer are. */
	public static SparseModel model(final ConvolutionalNetwork network) {
		final List<Layer> layers = network.layers();
		final Layer first = layers.get(0);
		final ConvolutionalSettings settings = new ConvolutionalSettings(first.pursuit(), first.mask(), first.rectification(), first.pooling(), layers.subList(1, layers.size()), network.readout());
		return new SparseModel(FilterChain.of(network.filters()), NoWhitening.INSTANCE, first.dictionary(), settings, first.homeostasis(), network.provenance());
	}

	/**
	 * The network that a model with these settings is.
	 *
	 * @throws IllegalArgumentException if the layers do not fit the model's atoms
	 */
	public ConvolutionalNetwork network(final SparseModel model) {
		final List<Layer> layers = new ArrayList<>(List.of(new Layer(model.dictionary(), pursuit, mask, model.homeostasis(), rectification, pooling)));
		layers.addAll(following);
		return new ConvolutionalNetwork(FilterChain.links(model.filter()), layers, readout, model.provenance());
	}

	/** @throws IllegalArgumentException if the layer that follows has atoms of other channels than the first would make with this dictionary */
	public void requireFit(final Dictionary dictionary) {
		if (following.isEmpty()) return;
		final int makes = rectification.channels(dictionary.atomCount()), has = following.get(0).dictionary().shape().channels();
		if (has != makes) throw new IllegalArgumentException("layer 2 has atoms of " + has + " channels, but layer 1 makes " + makes + " of " + dictionary.atomCount() + " atoms");
	}

	@Override
	public String name() {
		return NAME;
	}
}
