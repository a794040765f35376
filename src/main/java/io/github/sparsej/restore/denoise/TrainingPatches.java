package io.github.sparsej.restore.denoise;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

import io.github.sparsej.model.PatchShape;
import io.github.sparsej.model.Progress;
import io.github.sparsej.model.Signals;
import io.github.sparsej.model.Volume;
import io.github.sparsej.patch.PatchSampler;
import io.github.sparsej.patch.PatchSamplerOptions;
import io.github.sparsej.patch.RegionMask;

/**
 * Patches of noisy images to learn from: drawn from places of equal chance, no place twice, brought to noise of standard
 * deviation 1, each channel less its mean. Every image gives the same share, and what an image has too few places for is
 * left to those after it. Patches that touch a pixel that is not finite are not drawn. One image is in memory at a time.
 */
final class TrainingPatches {

	private TrainingPatches() {}

	/**
	 * @param count    wanted
	 * @param region   where patches must lie in every image; null for the whole image
	 * @param progress hears of the share of images done
	 * @return as many as wanted, or all there are; nothing if the progress asked to stop
	 */
	static Optional<Signals> draw(final NoisyImages images, final PatchShape shape, final int count, final RegionMask region, final long seed, final Progress progress) {
		final SplittableRandom random = new SplittableRandom(seed);
		final List<Signals> drawn = new ArrayList<>();
		final int total = images.images().size();
		int missing = count;
		for (int i = 0; i < total; i++) {
			if (!progress.report((double) i / total, "Drawing patches")) return Optional.empty();
			final long imageSeed = random.nextLong();
			final int share = (missing + total - i - 1) / (total - i);
			if (share == 0 || images.isClean(i)) continue;
			final Signals some = draw(images, i, shape, share, region, imageSeed);
			drawn.add(some);
			missing -= some.count();
		}
		return Optional.of(joined(drawn, shape.length()));
	}

	private static Signals draw(final NoisyImages images, final int i, final PatchShape shape, final int share, final RegionMask region, final long seed) {
		final Volume image = images.images().get(i);
		final long places = sampler(shape, share, seed).possiblePlaces(image, region);
		if (places == 0) return Signals.zeros(0, shape.length());
		final Signals patches = sampler(shape, (int) Math.min(share, places), seed).sample(List.of(image), Collections.singletonList(region)).patches();
		new UnitNoise(images.noiseOf(i)).stabilize(patches);
		ChannelMeans.subtract(patches, shape.channels());
		return patches;
	}

	private static PatchSampler sampler(final PatchShape shape, final int count, final long seed) {
		return new PatchSampler(shape, PatchSamplerOptions.uniform(count, seed));
	}

	private static Signals joined(final List<Signals> parts, final int length) {
		final Signals all = Signals.zeros(parts.stream().mapToInt(Signals::count).sum(), length);
		int row = 0;
		for (final Signals part : parts) {
			System.arraycopy(part.values(), 0, all.values(), all.offset(row), part.values().length);
			row += part.count();
		}
		return all;
	}
}
