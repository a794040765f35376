package io.github.sparsej.image;

import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.ImageFilter;
import io.github.sparsej.model.Require;
import io.github.sparsej.model.Volume;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;

/** {@link ImageFilter}s on ImgLib2 images. */
public final class ImgFilters {

	private ImgFilters() {}

	/**
	 * Filters every plane of an image by itself.
	 *
	 * @param image    not modified
	 * @param border   pixels by which each plane is continued on all sides before it is filtered, mirrored with the border
	 *                 pixels repeated, and that are cut off afterwards; 0 or more. Filters with periodic borders otherwise
	 *                 see an edge where opposite sides of the image meet.
	 * @param parallel planes are filtered at the same time; the result does not depend on it
	 */
	public static <T extends RealType<T>> Img<FloatType> filter(final RandomAccessibleInterval<T> image, final AxisOrder axes, final ImageFilter filter, final int border,
		final Parallel parallel)
	{
		axes.check(image);
		Require.notNegative("the border in px", border);
		final int width = AxisOrder.width(image);
		final int height = AxisOrder.height(image);
		final int depth = axes.depth(image);
		final float[][] planes = new float[depth * axes.channels(image)][];
		parallel.forChunks(planes.length, 1, (begin, end) -> {
			final RandomAccessibleInterval<T> plane = ImgVolumes.plane(image, axes, begin % depth, begin / depth);
			final float[] filtered = filter.filter(ImgVolumes.pixels(Views.expandMirrorDouble(plane, border, border)), width + 2 * border, height + 2 * border);
			planes[begin] = border == 0 ? filtered : inner(filtered, width, height, border);
		});
		return ImgVolumes.toImg(Volume.of(width, height, depth, axes.channels(image), planes), axes);
	}

	private static float[] inner(final float[] pixels, final int width, final int height, final int border) {
		final float[] inner = new float[width * height];
		for (int y = 0; y < height; y++) System.arraycopy(pixels, (y + border) * (width + 2 * border) + border, inner, y * width, width);
		return inner;
	}
}
