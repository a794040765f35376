package io.github.sparsej.model;

/**
 * The shape of a patch, and of the atoms that describe it.
 * <p>
 * A patch is flattened with x running fastest, then y, then z, then the channel: pixel (x, y, z, c) stands at
 * {@code ((c * depth + z) * height + y) * width + x}.
 *
 * @param width    pixels along x, at least 1
 * @param height   pixels along y, at least 1
 * @param depth    slices along z, at least 1
 * @param channels channels, at least 1
 */
public record PatchShape(int width, int height, int depth, int channels) {

	/** More than a patch ever needs; the limit keeps a damaged model file from asking for all memory. */
	private static final int MOST_VALUES = 1 << 24;

	public PatchShape {
		if (width < 1 || height < 1 || depth < 1 || channels < 1)
			throw new IllegalArgumentException("patch width, height, depth and channels must be at least 1, got " + width + " x " + height + " x " + depth + " x " + channels);
		if ((double) width * height * depth * channels > MOST_VALUES) // whole numbers of 64 bits could begin again from 0
			throw new IllegalArgumentException("a patch of " + width + " x " + height + " x " + depth + " x " + channels + " has more than " + MOST_VALUES + " values");
	}

	/** A square patch of one slice and one channel. */
	public static PatchShape square(final int size) {
		return new PatchShape(size, size, 1, 1);
	}

	/** Values per patch: the length of the signal it becomes. */
	public int length() {
		return width * height * depth * channels;
	}

	@Override
	public String toString() {
		return width + " x " + height + (depth > 1 ? " x " + depth : "") + (channels > 1 ? " in " + channels + " channels" : "");
	}
}
