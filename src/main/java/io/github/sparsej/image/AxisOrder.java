package io.github.sparsej.image;

import net.imglib2.EuclideanSpace;
import net.imglib2.Interval;

/** What the dimensions of an ImgLib2 image are. Time is none of them: take one time point by {@code Views.hyperSlice}. */
public enum AxisOrder {
	/** A plane. */
	XY(-1, -1),
	/** A stack of slices. */
	XYZ(2, -1),
	/** A plane in several channels. */
	XYC(-1, 2),
	/** A stack of slices, in several channels. */
	XYZC(2, 3),
	/** The same with the channel before the slice, as in ImageJ's hyperstacks. */
	XYCZ(3, 2);

	private final int z;
	private final int channel;

	AxisOrder(final int z, final int channel) {
		this.z = z;
		this.channel = channel;
	}

	/** Number of dimensions. */
	public int dimensions() {
		return name().length();
	}

	/** The dimension that is z, or -1 where there is none. */
	public int z() {
		return z;
	}

	/** The dimension that is the channel, or -1 where there is none. */
	public int channel() {
		return channel;
	}

	/** One number per dimension: those of x, y, z and channel, as far as there are such. */
	public long[] arrange(final long ofX, final long ofY, final long ofZ, final long ofChannel) {
		final long[] arranged = new long[dimensions()];
		arranged[0] = ofX;
		arranged[1] = ofY;
		if (z >= 0) arranged[z] = ofZ;
		if (channel >= 0) arranged[channel] = ofChannel;
		return arranged;
	}

	/** @throws IllegalArgumentException naming both, if the image has another number of dimensions */
	void check(final EuclideanSpace image) {
		if (image.numDimensions() != dimensions())
			throw new IllegalArgumentException("an image of " + image.numDimensions() + " dimensions is not " + name());
	}

	static int width(final Interval image) {
		return size(image, 0);
	}

	static int height(final Interval image) {
		return size(image, 1);
	}

	int depth(final Interval image) {
		return z < 0 ? 1 : size(image, z);
	}

	int channels(final Interval image) {
		return channel < 0 ? 1 : size(image, channel);
	}

	private static int size(final Interval image, final int dimension) {
		final long size = image.dimension(dimension);
		if (size < 1 || size > Integer.MAX_VALUE) throw new IllegalArgumentException("dimension " + dimension + " of the image has size " + size);
		return (int) size;
	}
}
