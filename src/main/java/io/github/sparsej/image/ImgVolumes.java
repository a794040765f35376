package io.github.sparsej.image;

import java.util.ArrayList;
import java.util.List;

import io.github.sparsej.model.Volume;
import io.github.sparsej.patch.RegionMask;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.converter.RealTypeConverters;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.img.basictypeaccess.array.FloatArray;
import net.imglib2.img.planar.PlanarImg;
import net.imglib2.type.BooleanType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.util.Fraction;
import net.imglib2.view.Views;

/** Whole ImgLib2 images to {@link Volume}s and back. */
public final class ImgVolumes {

	private ImgVolumes() {}

	/**
	 * The pixels of an image in float32.
	 *
	 * @param image begins anywhere; a part of an image by {@code Views.interval}; not modified
	 * @throws IllegalArgumentException if the image has other dimensions, or a plane is too large for an array
	 */
	public static <T extends RealType<T>> Volume toVolume(final RandomAccessibleInterval<T> image, final AxisOrder axes) {
		axes.check(image);
		final int depth = axes.depth(image);
		final int channels = axes.channels(image);
		final float[][] planes = new float[depth * channels][];
		for (int c = 0; c < channels; c++) for (int z = 0; z < depth; z++) planes[c * depth + z] = pixels(plane(image, axes, z, c));
		return Volume.of(AxisOrder.width(image), AxisOrder.height(image), depth, channels, planes);
	}

	/**
	 * An image of these pixels.
	 *
	 * @param volume shared, not copied: who writes to the image writes to it
	 * @throws IllegalArgumentException if the volume has slices or channels that the axes have no dimension for
	 */
	public static Img<FloatType> toImg(final Volume volume, final AxisOrder axes) {
		if (axes.z() < 0 && volume.depth() > 1) throw new IllegalArgumentException("an image of " + volume.depth() + " slices cannot be " + axes);
		if (axes.channel() < 0 && volume.channels() > 1) throw new IllegalArgumentException("an image of " + volume.channels() + " channels cannot be " + axes);
		final List<FloatArray> planes = new ArrayList<>();
		final boolean channelFirst = axes == AxisOrder.XYCZ;
		final int count = volume.depth() * volume.channels();
		for (int i = 0; i < count; i++) {
			final int z = channelFirst ? i / volume.channels() : i % volume.depth();
			final int c = channelFirst ? i % volume.channels() : i / volume.depth();
			planes.add(new FloatArray(volume.plane(z, c)));
		}
		final PlanarImg<FloatType, FloatArray> img = new PlanarImg<>(planes, axes.arrange(volume.width(), volume.height(), volume.depth(), volume.channels()), new Fraction());
		img.setLinkedType(new FloatType(img));
		return img;
	}

	/**
	 * A region of interest of a mask.
	 *
	 * @param mask two-dimensional, of the plane's size
	 */
	public static <B extends BooleanType<B>> RegionMask toRegion(final RandomAccessibleInterval<B> mask) {
		AxisOrder.XY.check(mask);
		final float[] flags = pixels(mask);
		final boolean[] inside = new boolean[flags.length];
		for (int i = 0; i < inside.length; i++) inside[i] = flags[i] != 0;
		return new RegionMask(AxisOrder.width(mask), AxisOrder.height(mask), inside);
	}

	/** Slice z and channel c, both counted from 0, as a view of two dimensions. */
	static <T> RandomAccessibleInterval<T> plane(final RandomAccessibleInterval<T> image, final AxisOrder axes, final int z, final int c) {
		RandomAccessibleInterval<T> plane = image;
		for (int d = axes.dimensions() - 1; d >= 2; d--) plane = Views.hyperSlice(plane, d, image.min(d) + (d == axes.z() ? z : c));
		return plane;
	}

	/** A plane's pixels, row-major. */
	static <T extends RealType<T>> float[] pixels(final RandomAccessibleInterval<T> plane) {
		final int width = AxisOrder.width(plane);
		final int height = AxisOrder.height(plane);
		if ((long) width * height > Integer.MAX_VALUE - 8) throw new IllegalArgumentException("a plane of " + width + " x " + height + " pixels is too large");
		final float[] pixels = new float[width * height];
		RealTypeConverters.copyFromTo(Views.zeroMin(plane), ArrayImgs.floats(pixels, width, height));
		return pixels;
	}
}
