package io.github.sparsej.restore.denoise;

import java.util.AbstractList;
import java.util.List;

import io.github.sparsej.model.Volume;
import io.github.sparsej.restore.noise.NoiseModel;
import io.github.sparsej.restore.noise.PoissonGaussianNoise;

/**
 * Images that are denoised with one dictionary, and what is known of their noise: slices or z stacks of one image.
 *
 * @param images of the same size and number of channels; each is got when it is needed, once to learn from and once to be
 *               denoised, so that a list may read them from a file
 * @param noise  of each channel, for image i the entry {@code i % noise.size()}: one entry for all, or as many as there are
 *               channels that take turns because each is denoised alone
 */
public record NoisyImages(List<Volume> images, List<List<NoiseModel>> noise) {

	public NoisyImages {
		if (images.isEmpty()) throw new IllegalArgumentException("there is no image to denoise");
		if (noise.isEmpty() || noise.size() > images.size()) throw new IllegalArgumentException(images.size() + " images need from one to as many entries of noise, got " + noise.size());
		noise = noise.stream().map(List::copyOf).toList();
	}

	/** One image, or several whose noise is the same. */
	public static NoisyImages of(final List<Volume> images, final List<NoiseModel> noise) {
		return new NoisyImages(images, List.of(noise));
	}

	List<NoiseModel> noiseOf(final int image) {
		return noise.get(image % noise.size());
	}

	/** Whether all noise is that of a camera. */
	boolean isPhotons() {
		return noise.stream().flatMap(List::stream).allMatch(PoissonGaussianNoise.class::isInstance);
	}

	/** Whether there is nothing to learn from an image: it has no noise. */
	boolean isClean(final int image) {
		return noiseOf(image).stream().allMatch(NoiseModel::isAbsent);
	}

	/** These images at half their size, each made when it is needed. Of camera noise only. */
	NoisyImages halved() {
		return new NoisyImages(new AbstractList<>() {
			@Override
			public Volume get(final int i) {
				return HalfSize.of(images.get(i));
			}

			@Override
			public int size() {
				return images.size();
			}
		}, noise.stream().map(Scales::next).toList());
	}
}
