package io.github.sparsej.image;

import java.util.stream.LongStream;

import io.github.sparsej.model.PatchShape;
import io.github.sparsej.model.Signals;
import io.github.sparsej.model.Volume;
import io.github.sparsej.patch.PatchGrid;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;
import net.imglib2.view.Views;

/**
 * The patches that cover an ImgLib2 image, cut in batches: of the image only the rows and slices that a batch reaches are
 * ever copied. Patches are those of a {@link PatchGrid}, numbered as there. To put them together again, give them to a
 * {@link io.github.sparsej.patch.PatchAssembly} of {@link #grid} and its result to {@link ImgVolumes#toImg}. Immutable;
 * as thread-safe as the image.
 *
 * @param <T> type of the pixels
 */
public final class ImgPatches<T extends RealType<T>> {

	private final RandomAccessibleInterval<T> image;
	private final AxisOrder axes;
	private final int stride;
	private final PatchGrid grid;

	/**
	 * @param image not modified
	 * @throws IllegalArgumentException if the image has other dimensions or channels, or as {@link PatchGrid#covering} says
	 */
	public ImgPatches(final RandomAccessibleInterval<T> image, final AxisOrder axes, final PatchShape shape, final int stride) {
		axes.check(image);
		if (axes.channels(image) != shape.channels())
			throw new IllegalArgumentException("an image of " + axes.channels(image) + " channels has no patches of " + shape.channels() + " channels");
		this.image = image;
		this.axes = axes;
		this.stride = stride;
		grid = PatchGrid.covering(AxisOrder.width(image), AxisOrder.height(image), axes.depth(image), shape, stride);
	}

	/** Where the patches lie; the image's first pixel counts as (0, 0, 0). */
	public PatchGrid grid() {
		return grid;
	}

	/**
	 * Copies of {@code count} patches, from number {@code first} on.
	 *
	 * @throws IndexOutOfBoundsException if there are fewer patches
	 */
	public Signals cut(final int first, final int count) {
		if (first < 0 || count < 0 || first > grid.count() - count)
			throw new IndexOutOfBoundsException(count + " patches from number " + first + " on do not exist among " + grid.count());
		final Signals patches = Signals.zeros(count, grid.shape().length());
		final int perLayer = grid.columns() * grid.rows();
		for (int next = first; next < first + count;) {
			final int layer = next / perLayer;
			final int end = Math.min(first + count, (layer + 1) * perLayer);
			final Signals part = cutInLayer(layer, next - layer * perLayer, end - next);
			System.arraycopy(part.values(), 0, patches.values(), patches.offset(next - first), part.values().length);
			next = end;
		}
		return patches;
	}

	private Signals cutInLayer(final int layer, final int first, final int count) {
		final PatchShape shape = grid.shape();
		final int firstRow = first / grid.columns();
		final int top = grid.y(firstRow);
		final int bottom = grid.y((first + count - 1) / grid.columns()) + shape.height();
		final Volume block = block(top, bottom - top, grid.z(layer), shape.depth());
		// The block's own grid has the rows from firstRow on: it begins and ends where these do.
		final PatchGrid rows = PatchGrid.covering(block.width(), block.height(), block.depth(), shape, stride);
		return rows.cut(block, first - firstRow * grid.columns(), count);
	}

	private Volume block(final int top, final int height, final int z, final int depth) {
		final long[] offset = axes.arrange(0, top, z, 0);
		final long[] min = LongStream.range(0, offset.length).map(d -> image.min((int) d) + offset[(int) d]).toArray();
		final long[] size = axes.arrange(image.dimension(0), height, depth, grid.shape().channels());
		return ImgVolumes.toVolume(Views.offsetInterval(image, min, size), axes);
	}
}
