package io.github.sparsej.convolve.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.github.sparsej.convolve.PlacedAtoms;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.ImageFilter;
import io.github.sparsej.model.Progress;
import io.github.sparsej.model.SparseCodes;
import io.github.sparsej.model.SparseCodesBuilder;
import io.github.sparsej.model.StopReason;
import io.github.sparsej.model.Volume;
import io.github.sparsej.whiten.FilterChain;

/** Codes images by the layers of a network, one after another. What depends on the atoms alone is done once. Thread-safe, parallel inside; the same bits on any number of threads. */
public final class NetworkCoder {

	private static final String WHAT = "Encoding";

	/** Share of the progress that filters have where images are coded then. */
	private static final double FILTERING = 0.1;

	private final ConvolutionalNetwork network;
	private final List<LayerCoder> layers;

	public NetworkCoder(final ConvolutionalNetwork network, final Parallel parallel) {
		this.network = network;
		layers = network.layers().stream().map(layer -> new LayerCoder(layer, parallel)).toList();
	}

	/** An image as the first layer sees it. */
	public static Volume filtered(final Volume image, final List<ImageFilter> filters) {
		return filters.isEmpty() ? image : image.filter(FilterChain.of(filters));
	}

	/**
	 * Images as the first layer sees them.
	 *
	 * @param progress may ask to stop
	 * @return one for each image; empty if stopped
	 */
	public static Optional<List<Volume>> filtered(final List<Volume> images, final List<ImageFilter> filters, final Progress progress) {
		final List<Volume> filtered = new ArrayList<>();
		for (final Volume image : images) {
			if (!progress.report((double) filtered.size() / images.size(), "Filtering")) return Optional.empty();
			filtered.add(filtered(image, filters));
		}
		return Optional.of(filtered);
	}

	/**
	 * The codes of one layer.
	 *
	 * @param images   not filtered yet, of depth 1, with the channels of the first layer's atoms; not modified
	 * @param layer    from 0
	 * @param progress may ask to stop
	 * @return one for each image; empty if stopped
	 * @throws IllegalArgumentException if an image does not fit the layers, or holds a NaN or an infinity
	 */
	public Optional<List<PlacedAtoms>> codes(final List<Volume> images, final int layer, final Progress progress) {
		final double before = Math.max(FILTERING, layer / (layer + 1.0));
		return seen(images, layer, progress.part(0, before)).flatMap(seen -> layers.get(layer).codes(seen, says(progress.part(before, 1))));
	}

	/**
	 * Images as one layer sees them: filtered, and for layers after the first as the maps that the layer before makes, which are written out
	 * each time they are asked for.
	 *
	 * @param images   as for {@link #codes}
	 * @param layer    from 0
	 * @param progress may ask to stop
	 * @return one for each image; empty if stopped
	 * @throws IllegalArgumentException if an image does not fit the layers before, or holds a NaN or an infinity and is coded by them
	 */
	public Optional<List<Volume>> seen(final List<Volume> images, final int layer, final Progress progress) {
		final double first = layer == 0 ? 1 : FILTERING;
		final Optional<List<Volume>> filtered = filtered(images, network.filters(), progress.part(0, first));
		if (filtered.isEmpty()) return filtered;
		final Progress coding = progress.part(first, 1);
		List<Volume> seen = filtered.get();
		for (int i = 0; i < layer; i++) {
			final Optional<List<PlacedAtoms>> codes = layers.get(i).codes(seen, says(coding.part((double) i / layer, (i + 1.0) / layer)));
			if (codes.isEmpty()) return Optional.empty();
			seen = layers.get(i).maps(codes.get(), seen);
		}
		return Optional.of(seen);
	}

	private static Progress says(final Progress progress) {
		return (fraction, what) -> progress.report(fraction, WHAT);
	}

	/**
	 * The values of the last layer's maps as features of a read-out, {@code (channel * height + y) * width + x}.
	 *
	 * @param images   as for {@link #codes}, all of one size
	 * @param progress may ask to stop
	 * @return one row an image; empty if stopped
	 * @throws IllegalArgumentException also if the images differ in size
	 */
	public Optional<SparseCodes> features(final List<Volume> images, final Progress progress) {
		if (images.isEmpty()) throw new IllegalArgumentException("there are no images to encode");
		final Volume first = images.get(0);
		for (final Volume image : images)
			if (image.width() != first.width() || image.height() != first.height())
				throw new IllegalArgumentException("a read-out needs images of one size, got " + first.width() + " x " + first.height() + " and " + image.width() + " x " + image.height());
		final int last = network.layers().size() - 1;
		final PooledMaps maps = network.maps(last, first.width(), first.height());
		return codes(images, last, progress).map(codes -> rows(codes, maps));
	}

	private static SparseCodes rows(final List<PlacedAtoms> codes, final PooledMaps maps) {
		final SparseCodesBuilder rows = new SparseCodesBuilder(maps.length(), codes.size());
		for (final PlacedAtoms code : codes) {
			final Map<Integer, Double> values = maps.values(code);
			final int[] features = values.keySet().stream().mapToInt(Integer::intValue).toArray();
			final float[] coefficients = new float[features.length];
			for (int i = 0; i < features.length; i++) coefficients[i] = values.get(features[i]).floatValue();
			rows.append(features, coefficients, 0, features.length, StopReason.CONVERGED);
		}
		return rows.build();
	}
}
