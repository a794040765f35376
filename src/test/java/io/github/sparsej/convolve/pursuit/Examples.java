package io.github.sparsej.convolve.pursuit;

import java.util.SplittableRandom;

import io.github.sparsej.model.Dictionary;
import io.github.sparsej.model.PatchShape;
import io.github.sparsej.model.Volume;

/** Random images and atoms. */
final class Examples {

	private Examples() {}

	static Volume image(final int width, final int height, final int channels, final long seed) {
		final SplittableRandom random = new SplittableRandom(seed);
		final float[][] planes = new float[channels][width * height];
		for (final float[] plane : planes) for (int i = 0; i < plane.length; i++) plane[i] = (float) random.nextGaussian();
		return Volume.of(width, height, 1, channels, planes);
	}

	static Dictionary dictionary(final int count, final PatchShape shape, final long seed) {
		final SplittableRandom random = new SplittableRandom(seed);
		final float[] atoms = new float[count * shape.length()];
		for (int i = 0; i < atoms.length; i++) atoms[i] = (float) random.nextGaussian();
		return Dictionary.normalized(shape, count, atoms);
	}

	static float[] mask(final PatchShape shape) {
		final float[] mask = new float[shape.length()];
		for (int j = 0; j < mask.length; j++) {
			final double x = j % shape.width() - (shape.width() - 1) / 2.0, y = j / shape.width() % shape.height() - (shape.height() - 1) / 2.0;
			mask[j] = (float) Math.exp(-(x * x + y * y) / (shape.width() * shape.height() / 3.0));
		}
		return mask;
	}

	static double energy(final Volume image) {
		double sum = 0;
		for (int c = 0; c < image.channels(); c++) for (final float value : image.plane(0, c)) sum += (double) value * value;
		return sum;
	}
}
