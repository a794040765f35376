package io.github.sparsej.benchmarks;

import java.util.SplittableRandom;

import io.github.sparsej.whiten.OlshausenField;

/**
 * Where the patches come from: an image with the spectrum of natural ones (amplitude falls as 1 / frequency), whose patches
 * resemble each other, or the same image whitened, as encoders mostly see it. From a seed; all patches less their means.
 */
public enum Patches {

	/** Of the image as it is. */
	MEAN_REMOVED,
	/** Of the image after the filter of Olshausen and Field. */
	WHITENED;

	private static final int IMAGE_SIZE = 512;

	float[] cut(final int count, final int size, final SplittableRandom random) {
		final int length = size * size;
		final float[] natural = octaves(new SplittableRandom(3));
		final float[] image = this == WHITENED ? OlshausenField.STANDARD.filter(natural, IMAGE_SIZE, IMAGE_SIZE) : natural;
		final float[] patches = new float[count * length];
		for (int i = 0; i < count; i++) {
			final int corner = random.nextInt(IMAGE_SIZE - size) * IMAGE_SIZE + random.nextInt(IMAGE_SIZE - size);
			double sum = 0;
			for (int j = 0; j < length; j++) sum += patches[i * length + j] = image[corner + j / size * IMAGE_SIZE + j % size];
			for (int j = 0; j < length; j++) patches[i * length + j] -= (float) (sum / length);
		}
		return patches;
	}

	/** Noise on grids of 2, 4, 8, ... cells per side, interpolated, each octave at half the amplitude of the one before. */
	private static float[] octaves(final SplittableRandom random) {
		final float[] image = new float[IMAGE_SIZE * IMAGE_SIZE];
		for (int cells = 2; cells <= IMAGE_SIZE; cells *= 2) {
			final double[][] grid = new double[cells + 1][cells + 1];
			for (final double[] row : grid) for (int i = 0; i <= cells; i++) row[i] = random.nextDouble(-1, 1);
			for (int p = 0; p < image.length; p++) image[p] += (float) (interpolate(grid, (double) (p % IMAGE_SIZE) * cells / IMAGE_SIZE, (double) (p / IMAGE_SIZE) * cells / IMAGE_SIZE) / cells);
		}
		return image;
	}

	private static double interpolate(final double[][] grid, final double x, final double y) {
		final int i = (int) x, j = (int) y;
		final double u = x - i, v = y - j;
		return (grid[j][i] * (1 - u) + grid[j][i + 1] * u) * (1 - v) + (grid[j + 1][i] * (1 - u) + grid[j + 1][i + 1] * u) * v;
	}
}
