package io.github.sparsej.convolve.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.github.sparsej.convolve.CodedImage;
import io.github.sparsej.convolve.PlacedAtoms;
import io.github.sparsej.convolve.PreparedConvolutionalEncoder;
import io.github.sparsej.convolve.pursuit.ConvolutionalPursuit;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.Progress;
import io.github.sparsej.model.StopReason;
import io.github.sparsej.model.Volume;

/** Codes images by one layer. Thread-safe, parallel inside. */
final class LayerCoder {

	/** Residuals, and images that are made when they are asked for, are kept of so many at a time. */
	static final int IMAGES_AT_A_TIME = 64;

	private final Layer layer;
	private final PreparedConvolutionalEncoder encoder;

	LayerCoder(final Layer layer, final Parallel parallel) {
		this.layer = layer;
		encoder = new ConvolutionalPursuit(layer.pursuit(), parallel).prepare(layer.dictionary(), layer.mask().isNone() ? null : layer.mask().values(layer.dictionary().shape()), null);
	}

	/** The code of each image; empty if stopped. */
	Optional<List<PlacedAtoms>> codes(final List<Volume> images, final Progress progress) {
		final List<PlacedAtoms> codes = new ArrayList<>();
		for (int begin = 0; begin < images.size(); begin += IMAGES_AT_A_TIME) {
			final int end = Math.min(images.size(), begin + IMAGES_AT_A_TIME);
			final List<CodedImage> coded = encoder.encode(List.copyOf(images.subList(begin, end)), progress.part((double) begin / images.size(), (double) end / images.size()));
			if (coded.stream().anyMatch(image -> image.stopReason() == StopReason.CANCELLED)) return Optional.empty();
			coded.forEach(image -> codes.add(image.atoms()));
		}
		return Optional.of(codes);
	}

	/** Codes of images as images of the next layer. */
	List<Volume> maps(final List<PlacedAtoms> codes, final List<Volume> images) {
		return new MapsOfCodes(codes, images.stream().map(image -> layer.maps(image.width(), image.height())).toList());
	}
}
