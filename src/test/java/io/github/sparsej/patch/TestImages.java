package io.github.sparsej.patch;

import java.util.SplittableRandom;

import io.github.sparsej.model.Volume;

/** Images whose pixels tell where they are from. */
final class TestImages {

	private TestImages() {}

	static Volume random(final int width, final int height, final int depth, final int channels, final long seed) {
		final SplittableRandom random = new SplittableRandom(seed);
		final float[][] planes = new float[depth * channels][width * height];
		for (final float[] plane : planes) for (int i = 0; i < plane.length; i++) plane[i] = (float) (random.nextDouble() * 200 - 50);
		return Volume.of(width, height, depth, channels, planes);
	}

	/** Pixel (x, y, z) of channel c has the value x + 100 y + 10000 z + 1000000 c. */
	static Volume coordinates(final int width, final int height, final int depth, final int channels) {
		final float[][] planes = new float[depth * channels][width * height];
		for (int p = 0; p < planes.length; p++)
			for (int i = 0; i < width * height; i++) planes[p][i] = i % width + 100 * (i / width) + 10000 * (p % depth) + 1000000 * (p / depth);
		return Volume.of(width, height, depth, channels, planes);
	}
}
