package io.github.sparsej.restore.denoise;

import io.github.sparsej.linalg.Parallel;
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

	private static final int ROWS_PER_CHUNK = 64;

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
	static Volume blend(final Volume fine, final Volume coarse, final double share, final Parallel parallel) {
		final Volume blend = fine.crop(0, 0, fine.width(), fine.height());
		for (int c = 0; c < fine.channels(); c++)
			for (int z = 0; z < fine.depth(); z++) {
				final float[] mixed = blend.plane(z, c);
				final Between between = new Between(meanPreserving(coarse.plane(z, c), coarse.width(), coarse.height(), parallel), coarse.width(), coarse.height(), 2);
				between.forRows(fine.width(), fine.height(), parallel, (row, begin) -> {
					for (int x = 0; x < row.length; x++) if (Float.isFinite(row[x])) mixed[begin + x] = (float) (share * mixed[begin + x] + (1 - share) * row[x]);
				});
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
	static void correct(final Volume fine, final Volume coarse, final Parallel parallel) {
		for (int c = 0; c < fine.channels(); c++)
			for (int z = 0; z < fine.depth(); z++) {
				final float[] missing = means(coarse.plane(z, c), coarse.width(), coarse.height(), SQUARE / 2);
				final float[] there = means(fine.plane(z, c), fine.width(), fine.height(), SQUARE);
				for (int i = 0; i < missing.length; i++) missing[i] = Float.isFinite(missing[i]) && Float.isFinite(there[i]) ? missing[i] - there[i] : 0;
				final Between between = new Between(missing, fine.width() / SQUARE, fine.height() / SQUARE, SQUARE);
				final float[] corrected = fine.plane(z, c);
				between.forRows(fine.width(), fine.height(), parallel, (row, begin) -> {
					for (int x = 0; x < row.length; x++) corrected[begin + x] += row[x];
				});
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
	private static float[] meanPreserving(final float[] values, final int width, final int height, final Parallel parallel) {
		float[] steep = values;
		for (int step = 0; step < STEPS; step++) {
			final float[] last = steep, next = new float[values.length];
			parallel.forChunks(height, ROWS_PER_CHUNK, (begin, end) -> {
				final float[] line = new float[width];
				for (int y = begin; y < end; y++) {
					final int above = Math.max(0, y - 1) * width, at = y * width, below = Math.min(height - 1, y + 1) * width;
					for (int x = 0; x < width; x++) line[x] = 0.125f * (last[above + x] + last[below + x]) + 0.75f * last[at + x];
					for (int x = 0; x < width; x++) {
						final float halved = 0.125f * (line[Math.max(0, x - 1)] + line[Math.min(width - 1, x + 1)]) + 0.75f * line[x];
						next[at + x] = Float.isFinite(halved) ? last[at + x] + values[at + x] - halved : values[at + x];
					}
				}
			});
			steep = next;
		}
		return steep;
	}

	/** Takes a row of interpolated values, of the pixels from {@code begin} on. */
	@FunctionalInterface
	private interface Row {
		void take(float[] values, int begin);
	}

	/** Values at the middles of squares, and what is linearly between; beyond the outermost middles as there. */
	private record Between(float[] values, int columns, int rows, int side) {

		void forRows(final int width, final int height, final Parallel parallel, final Row sink) {
			parallel.forChunks(height, ROWS_PER_CHUNK, (begin, end) -> {
				final float[] line = new float[columns], row = new float[width];
				for (int y = begin; y < end; y++) {
					interpolate(y, line, row);
					sink.take(row, y * width);
				}
			});
		}

		private void interpolate(final int y, final float[] line, final float[] row) {
			final double v = at(y, rows);
			final int top = (int) v * columns, bottom = Math.min(rows - 1, (int) v + 1) * columns;
			final float b = (float) (v - (int) v);
			for (int x = 0; x < columns; x++) line[x] = (1 - b) * values[top + x] + b * values[bottom + x];
			for (int x = 0; x < row.length; x++) {
				final double u = at(x, columns);
				final int left = (int) u;
				final float a = (float) (u - left);
				row[x] = (1 - a) * line[left] + a * line[Math.min(columns - 1, left + 1)];
			}
		}

		/** Where a pixel lies, counted in squares. */
		private double at(final int pixel, final int count) {
			return Math.min(count - 1, Math.max(0, (pixel + 0.5) / side - 0.5));
		}
	}
}
