package io.github.sparsej.convolve.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.github.sparsej.convolve.PlacedAtoms;
import io.github.sparsej.convolve.learn.ConvolutionalLearner;
import io.github.sparsej.convolve.learn.ConvolutionalOptions;
import io.github.sparsej.convolve.learn.ConvolutionalResult;
import io.github.sparsej.convolve.pursuit.ConvolutionalPursuit;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.PatchShape;
import io.github.sparsej.model.Progress;
import io.github.sparsej.model.Volume;

/**
 * Learns layers one after another: the first of images, each other one of the maps that the layer before makes of them once it is learned. Codes stay lists; maps
 * are written out for some images at a time. The same bits on any number of threads. Immutable and thread-safe.
 */
public final class NetworkLearner {

	/** Share of the progress of a layer that learning it has; the rest is coding images with it. */
	private static final double LEARNING = 0.95;

	/** Copies of what a layer after the first sees, which is no part of the images: made, and left by its code. */
	private static final long MAPS_KEPT = 2;

	private final List<LayerOptions> options;
	private final Parallel parallel;

	/**
	 * @param options of each layer, at least one
	 * @throws IllegalArgumentException if a layer's atoms have other channels than the layer before makes
	 */
	public NetworkLearner(final List<LayerOptions> options, final Parallel parallel) {
		if (options.isEmpty()) throw new IllegalArgumentException("a network has at least 1 layer, got none");
		for (int i = 1; i < options.size(); i++) {
			final int makes = options.get(i - 1).rectification().channels(options.get(i - 1).learning().atoms()), has = options.get(i).learning().shape().channels();
			if (has != makes) throw new IllegalArgumentException("layer " + (i + 1) + " is to have atoms of " + has + " channels, but layer " + i + " makes " + makes);
		}
		this.options = List.copyOf(options);
		this.parallel = parallel;
	}

	/**
	 * Memory that learning needs beyond the images, in bytes: of the layer that needs most.
	 *
	 * @param images number of images
	 * @param width  of each, px
	 * @param height of each, px
	 * @throws IllegalArgumentException if what a layer sees is smaller than its atoms
	 */
	public long bytesNeeded(final int images, final int width, final int height) {
		requireRoom(width, height);
		long most = 0;
		int w = width, h = height;
		for (final LayerOptions layer : options) {
			final ConvolutionalOptions learning = layer.learning();
			final int columns = w - learning.shape().width() + 1, rows = h - learning.shape().height() + 1;
			final long maps = Float.BYTES * (long) columns * rows * learning.atoms() * Math.min(images, parallel.threads());
			final long seen = layer == options.get(0) ? 0 : MAPS_KEPT * Float.BYTES * (long) w * h * learning.shape().channels() * Math.min(images, LayerCoder.IMAGES_AT_A_TIME);
			most = Math.max(most, learning.bytesNeeded(images, (long) w * h) + ConvolutionalPursuit.bytesPrepared(learning.shape(), learning.atoms()) + maps + seen);
			w = layer.pooling().cells(columns);
			h = layer.pooling().cells(rows);
		}
		return most;
	}

	/**
	 * @param images   filtered, of depth 1, with the channels of the first layer's atoms; not modified
	 * @param progress where it asks to stop, the result has the layers so far
	 * @throws IllegalArgumentException if there are no images, or they do not fit the layers, or hold a NaN or an infinity
	 */
	public NetworkResult learn(final List<Volume> images, final Progress progress) {
		for (final Volume image : images) requireRoom(image.width(), image.height());
		final List<Layer> layers = new ArrayList<>();
		final List<ConvolutionalResult> learned = new ArrayList<>();
		List<Volume> seen = images;
		for (int i = 0; i < options.size(); i++) {
			final Progress part = progress.part((double) i / options.size(), (i + 1.0) / options.size());
			learned.add(new ConvolutionalLearner(options.get(i).learning(), parallel).learn(seen, part.part(0, LEARNING)));
			layers.add(options.get(i).layer(learned.get(i)));
			if (!learned.get(i).complete()) return new NetworkResult(layers, learned, false);
			if (i + 1 < options.size()) {
				final LayerCoder coder = new LayerCoder(layers.get(i), parallel);
				final Optional<List<PlacedAtoms>> codes = coder.codes(seen, (fraction, what) -> part.report(LEARNING + (1 - LEARNING) * fraction, Progress.LEARNING));
				if (codes.isEmpty()) return new NetworkResult(layers, learned, false);
				seen = coder.maps(codes.get(), seen);
			}
		}
		return new NetworkResult(layers, learned, true);
	}

	/** Said before the first layer is learned, not after. */
	private void requireRoom(final int imageWidth, final int imageHeight) {
		int width = imageWidth, height = imageHeight;
		for (int i = 0; i < options.size(); i++) {
			final PatchShape shape = options.get(i).learning().shape();
			if (width < shape.width() || height < shape.height())
				throw new IllegalArgumentException("of an image of " + imageWidth + " x " + imageHeight + " pixels layer " + (i + 1) + " sees " + width + " x " + height + ", which is smaller than its atoms of " + shape);
			width = options.get(i).pooling().cells(width - shape.width() + 1);
			height = options.get(i).pooling().cells(height - shape.height() + 1);
		}
	}
}
