package io.github.sparsej.convolve.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.github.sparsej.convolve.readout.SoftmaxReadout;
import io.github.sparsej.model.ImageFilter;
import io.github.sparsej.model.Provenance;

/**
 * All that is needed to code images by layers, and to tell their classes: what one file holds.
 *
 * @param filters    what is done to images before, in order
 * @param layers     from the first, which sees the filtered image, at least one; the atoms of each have as many channels as the layer before it makes
 * @param readout    of the last layer's values; empty where none was trained
 * @param provenance where the network comes from
 */
public record ConvolutionalNetwork(List<ImageFilter> filters, List<Layer> layers, Optional<SoftmaxReadout> readout, Provenance provenance) {

	public ConvolutionalNetwork {
		filters = List.copyOf(filters);
		layers = List.copyOf(layers);
		if (layers.isEmpty()) throw new IllegalArgumentException("a network has at least 1 layer, got none");
		for (int i = 1; i < layers.size(); i++)
			if (layers.get(i).dictionary().shape().channels() != layers.get(i - 1).channels())
				throw new IllegalArgumentException("layer " + (i + 1) + " has atoms of " + layers.get(i).dictionary().shape().channels() + " channels, but layer " + i + " makes " + layers.get(i - 1).channels());
	}

	/** This network with another read-out. */
	public ConvolutionalNetwork withReadout(final SoftmaxReadout other) {
		return new ConvolutionalNetwork(filters, layers, Optional.of(other), provenance);
	}

	/** This network, without a read-out, whose last layer pools in cells of another size. */
	public ConvolutionalNetwork pooled(final int size) {
		final int last = layers.size() - 1;
		final Layer before = layers.get(last);
		final List<Layer> others = new ArrayList<>(layers.subList(0, last));
		others.add(new Layer(before.dictionary(), before.pursuit(), before.mask(), before.homeostasis(), before.rectification(), new Pooling(before.pooling().kind(), size)));
		return new ConvolutionalNetwork(filters, others, Optional.empty(), provenance);
	}

	/** The first layers of this network, without a read-out. */
	public ConvolutionalNetwork first(final int count) {
		return new ConvolutionalNetwork(filters, layers.subList(0, count), Optional.empty(), provenance);
	}

	/**
	 * The maps that one layer makes.
	 *
	 * @param layer  from 0
	 * @param width  of the image that the first layer sees, px
	 * @param height of it, px
	 * @throws IllegalArgumentException if what a layer sees is smaller than its atoms
	 */
	public PooledMaps maps(final int layer, final int width, final int height) {
		PooledMaps maps = layers.get(0).maps(width, height);
		for (int i = 1; i <= layer; i++) maps = layers.get(i).maps(maps.width(), maps.height());
		return maps;
	}
}
