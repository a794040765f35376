package io.github.sparsej.restore.denoise;

import io.github.sparsej.model.Volume;
import io.github.sparsej.patch.RegionMask;
import io.github.sparsej.restore.noise.NoiseModel;
import io.github.sparsej.restore.noise.PoissonGaussianNoise;

/** Images whose pixels are the means of 2 x 2 pixels of another, slice by slice: what a camera with pixels four times as large sees. */
final class HalfSize {

	/** Side, in pixels of the larger image, of the squares whose means are taken from the smaller one. */
	private static final int SQUARE = 4;

	/** More bring nothing. */
	private static final int STEPS = 3;

	private HalfSize() {}

	/** A last row or column without a partner is left out. NaN where a pixel is not finite. */
	static Volume of(final Volume image) {
		final float[][] planes = new float[image.depth() * image.channels()][];
		for (int c = 0; c < image.channels(); c++)
			for (int z = 0; z < image.depth(); z++) planes[c * image.depth() + z] = means(image.plane(z, c), image.width(), image.height(), 2);
		return Volume.of(image.width() / 2, image.height() / 2, image.depth(), image.channels(), planes);
	}

	/** Pixels all of whose four are inside. */
	static RegionMask of(final RegionMask region) {
		final int width = region.width() / 2, height = region.height() / 2;
		final boolean[] inside = new boolean[width * height];
		for (int i = 0; i < inside.length; i++) {
			final int x = i % width * 2, y = i / width * 2;
			inside[i] = region.inside(x, y) && region.inside(x + 1, y) && region.inside(x, y + 1) && region.inside(x + 1, y + 1);
		}
		return new RegionMask(width, height, inside);
	}

	/** The noise of such an image: photons add up, and so do the variances of reading out. */
	static NoiseModel of(final PoissonGaussianNoise noise) {
		return new PoissonGaussianNoise(noise.cameraGain() / 4, noise.offset(), noise.readNoise() / 2);
	}

	/** The noise of an image whose every pixel is a share of a noisy one, and for the rest free of noise. */
	static NoiseModel scaled(final PoissonGaussianNoise noise, final double share) {
		return new PoissonGaussianNoise(share * share * noise.cameraGain(), noise.offset(), share * noise.readNoise());
	}

	/**
	 * A mixture of an image and one of half its size, interpolated linearly. Where the small one is not finite, the large one stays.
	 *
	 * @param share of the large one
	 */
	static Volume blend(final Volume fine, final Volume coarse, final double share) {
		final Volume blend = fine.crop(0, 0, fine.width(), fine.height());
		for (int c = 0; c < fine.channels(); c++)
			for (int z = 0; z < fine.depth(); z++) {
				final float[] mixed = blend.plane(z, c);
				final Between between = new Between(meanPreserving(coarse.plane(z, c), coarse.width(), coarse.height()), coarse.width(), coarse.height(), 2);
				for (int i = 0; i < mixed.length; i++) {
					final double value = between.at(i % fine.width(), i / fine.width());
					if (Double.isFinite(value)) mixed[i] = (float) (share * mixed[i] + (1 - share) * value);
				}
			}
		return blend;
	}

	/**
	 * Gives an image the coarse structure of one of half its size: the means of 4 x 4 pixels of the small one's, and what is
	 * between is interpolated linearly. Where either has a pixel that is not finite, the coarse structure stays.
	 *
	 * @param fine   modified
	 * @param coarse of half its size
	 */
	static void correct(final Volume fine, final Volume coarse) {
		for (int c = 0; c < fine.channels(); c++)
			for (int z = 0; z < fine.depth(); z++) {
				final float[] missing = means(coarse.plane(z, c), coarse.width(), coarse.height(), SQUARE / 2);
				final float[] there = means(fine.plane(z, c), fine.width(), fine.height(), SQUARE);
				for (int i = 0; i < missing.length; i++) missing[i] = Float.isFinite(missing[i]) && Float.isFinite(there[i]) ? missing[i] - there[i] : 0;
				final Between between = new Between(missing, fine.width() / SQUARE, fine.height() / SQUARE, SQUARE);
				for (int i = 0; i < fine.plane(z, c).length; i++) fine.plane(z, c)[i] += (float) between.at(i % fine.width(), i / fine.width());
			}
	}

	/** Means of squares that lie side by side, NaN where a pixel is not finite. */
	private static float[] means(final float[] plane, final int width, final int height, final int side) {
		final int columns = width / side, rows = height / side;
		final float[] means = new float[columns * rows];
		for (int y = 0; y < rows; y++)
			for (int x = 0; x < columns; x++) {
				double sum = 0;
				for (int v = y * side; v < (y + 1) * side; v++)
					for (int u = x * side; u < (x + 1) * side; u++) sum += plane[v * width + u];
				means[y * columns + x] = Double.isFinite(sum) ? (float) (sum / (side * side)) : Float.NaN;
			}
		return means;
	}

	/**
	 * Values which, interpolated linearly and halved again, are nearly those given. By steps of Van Cittert; what halving makes of interpolated
	 * values is (1, 6, 1) / 8 along each axis. As given around what is not finite.
	 */
	private static float[] meanPreserving(final float[] values, final int width, final int height) {
		float[] steep = values;
		for (int step = 0; step < STEPS; step++) {
			final float[] next = new float[values.length];
			for (int y = 0, i = 0; y < height; y++)
				for (int x = 0; x < width; x++, i++) {
					double halved = 0;
					for (int v = -1; v <= 1; v++)
						for (int u = -1; u <= 1; u++)
							halved += (u == 0 ? 0.75 : 0.125) * (v == 0 ? 0.75 : 0.125) * steep[Math.min(height - 1, Math.max(0, y + v)) * width + Math.min(width - 1, Math.max(0, x + u))];
					next[i] = Double.isFinite(halved) ? (float) (steep[i] + values[i] - halved) : values[i];
				}
			steep = next;
		}
		return steep;
	}

	/** Values at the middles of squares, and what is linearly between; beyond the outermost middles as there. */
	private record Between(float[] values, int columns, int rows, int side) {

		double at(final int x, final int y) {
			final double u = Math.min(columns - 1, Math.max(0, (x + 0.5) / side - 0.5)), v = Math.min(rows - 1, Math.max(0, (y + 0.5) / side - 0.5));
			final int left = (int) u, right = Math.min(columns - 1, left + 1);
			final int top = (int) v * columns, bottom = Math.min(rows - 1, (int) v + 1) * columns;
			final double a = u - left, b = v - (int) v;
			return (1 - b) * ((1 - a) * values[top + left] + a * values[top + right]) + b * ((1 - a) * values[bottom + left] + a * values[bottom + right]);
		}
	}
}
