package io.github.sparsej.model;

/**
 * An image in memory: width x height x depth pixels in one or more channels, float32. Pixel (x, y, z) of channel c is
 * {@code plane(z, c)[y * width + x]}. The planes are shared, not copied: who reads them must not write to them.
 */
public final class Volume {

	private final int width;
	private final int height;
	private final int depth;
	private final int channels;
	private final float[][] planes;

	private Volume(final int width, final int height, final int depth, final int channels, final float[][] planes) {
		this.width = width;
		this.height = height;
		this.depth = depth;
		this.channels = channels;
		this.planes = planes;
	}

	/** One plane: {@code pixels} has width x height values, row-major; taken over, not copied. */
	public static Volume plane(final int width, final int height, final float[] pixels) {
		return of(width, height, 1, 1, new float[][] { pixels });
	}

	/**
	 * @param planes depth x channels planes, plane (z, c) at {@code c * depth + z}; taken over, not copied
	 * @throws IllegalArgumentException if the sizes do not fit
	 */
	public static Volume of(final int width, final int height, final int depth, final int channels, final float[][] planes) {
		if (width < 1 || height < 1 || depth < 1 || channels < 1)
			throw new IllegalArgumentException("an image needs at least 1 x 1 x 1 pixels in 1 channel, got " + width + " x " + height + " x " + depth + " in " + channels);
		if ((long) width * height > Integer.MAX_VALUE - 8) throw new IllegalArgumentException("a plane of " + width + " x " + height + " pixels is too large");
		if (planes.length != (long) depth * channels) throw new IllegalArgumentException(depth + " slices in " + channels + " channels need as many planes, got " + planes.length);
		for (final float[] plane : planes)
			if (plane.length != width * height) throw new IllegalArgumentException("a plane of " + width + " x " + height + " needs " + width * height + " pixels, got " + plane.length);
		return new Volume(width, height, depth, channels, planes);
	}

	public int width() {
		return width;
	}

	public int height() {
		return height;
	}

	public int depth() {
		return depth;
	}

	public int channels() {
		return channels;
	}

	/** The pixels of slice z (from 0) in channel c (from 0), row-major: not a copy, not to be written to. */
	public float[] plane(final int z, final int c) {
		return planes[c * depth + z];
	}

	/**
	 * A copy of a rectangle of all planes.
	 *
	 * @throws IllegalArgumentException if it does not lie inside
	 */
	public Volume crop(final int x, final int y, final int cropWidth, final int cropHeight) {
		if (x < 0 || y < 0 || cropWidth < 1 || cropHeight < 1 || x > width - cropWidth || y > height - cropHeight)
			throw new IllegalArgumentException(cropWidth + " x " + cropHeight + " pixels at (" + x + ", " + y + ") do not lie inside an image of " + width + " x " + height);
		final float[][] cropped = new float[planes.length][cropWidth * cropHeight];
		for (int i = 0; i < planes.length; i++)
			for (int row = 0; row < cropHeight; row++) System.arraycopy(planes[i], (y + row) * width + x, cropped[i], row * cropWidth, cropWidth);
		return new Volume(cropWidth, cropHeight, depth, channels, cropped);
	}

	/** This image with every plane filtered. */
	public Volume filter(final ImageFilter filter) {
		final float[][] filtered = new float[planes.length][];
		for (int i = 0; i < planes.length; i++) filtered[i] = filter.filter(planes[i], width, height);
		return new Volume(width, height, depth, channels, filtered);
	}
}
