package io.github.sparsej.patch;

import java.util.Locale;

import java.util.Arrays;

import io.github.sparsej.model.PatchShape;
import io.github.sparsej.model.Signals;
import io.github.sparsej.model.Volume;

/**
 * Regular places of patches that together cover every pixel of an image, borders included.
 * <p>
 * Along each axis the patches begin at 0, s, 2s, ... and at (size - patch size), the last place there is. The stride s is
 * the same along all axes, but never larger than the patch: a patch of one slice visits every slice of a stack. Patches
 * are numbered with x running fastest, then y, then z. Immutable and thread-safe.
 */
public final class PatchGrid {

	/** The places along one axis, whose number is kept: to divide for it would take a large part of the time of a patch. */
	private record Axis(int size, int patch, int stride, int count) {

		Axis(final int size, final int patch, final int stride) {
			this(size, patch, stride, (int) (((long) size - patch + stride - 1) / stride + 1));
		}

		int at(final int index) {
			if (index < 0 || index >= count) throw new IndexOutOfBoundsException("place " + index + " of " + count);
			return (int) Math.min((long) index * stride, size - patch);
		}

		/** How many places cover each coordinate. */
		int[] coverage() {
			final int[] coverage = new int[size];
			for (int i = 0; i < count; i++) for (int j = 0; j < patch; j++) coverage[at(i) + j]++;
			return coverage;
		}
	}

	private final PatchShape shape;
	private final int stride;
	private final Axis x;
	private final Axis y;
	private final Axis z;

	private PatchGrid(final PatchShape shape, final int stride, final Axis x, final Axis y, final Axis z) {
		this.shape = shape;
		this.stride = stride;
		this.x = x;
		this.y = y;
		this.z = z;
	}

	/**
	 * @param width  of the image, px
	 * @param height of the image, px
	 * @param depth  of the image, slices
	 * @param stride distance of neighbouring patches, px, from 1 to the patch's longest side
	 * @throws IllegalArgumentException if the image is smaller than the patch, the stride would leave gaps, or there
	 *                                  would be more patches than an int counts
	 */
	public static PatchGrid covering(final int width, final int height, final int depth, final PatchShape shape, final int stride) {
		PatchReader.checkFits("", width, height, depth, shape);
		final int longest = Math.max(Math.max(shape.width(), shape.height()), shape.depth());
		if (stride < 1 || stride > longest)
			throw new IllegalArgumentException("the stride must be 1 to " + longest + " for patches of " + shape + ", got " + stride);
		final PatchGrid grid = new PatchGrid(shape, stride, new Axis(width, shape.width(), Math.min(stride, shape.width())),
			new Axis(height, shape.height(), Math.min(stride, shape.height())), new Axis(depth, shape.depth(), Math.min(stride, shape.depth())));
		// The counts along the axes are below 2^31 each, but their product can exceed a long.
		final double count = (double) grid.x.count * grid.y.count * grid.z.count;
		if (count > Integer.MAX_VALUE)
			throw new IllegalArgumentException(String.format(Locale.ROOT, "%.0f patches are more than can be numbered (%d): use a larger stride or a part of the image", count, Integer.MAX_VALUE));
		return grid;
	}

	/** Distance of neighbouring patches, px (along an axis where the patch is shorter: its length). */
	public int stride() {
		return stride;
	}

	/** The shape of the patches. */
	public PatchShape shape() {
		return shape;
	}

	/** Number of places along x. */
	public int columns() {
		return x.count;
	}

	/** Number of places along y. */
	public int rows() {
		return y.count;
	}

	/** Number of places along z. */
	public int layers() {
		return z.count;
	}

	/** Number of patches: columns x rows x layers. */
	public int count() {
		return columns() * rows() * layers();
	}

	/** The first pixel along x of patches in column {@code i}. */
	public int x(final int i) {
		return x.at(i);
	}

	/** The first pixel along y of patches in row {@code j}. */
	public int y(final int j) {
		return y.at(j);
	}

	/** The first slice of patches in layer {@code k}. */
	public int z(final int k) {
		return z.at(k);
	}

	/** Width of the image, px. */
	public int imageWidth() {
		return x.size;
	}

	/** Height of the image, px. */
	public int imageHeight() {
		return y.size;
	}

	/** Depth of the image, slices. */
	public int imageDepth() {
		return z.size;
	}

	/**
	 * Copies of {@code count} patches, from number {@code first} on.
	 *
	 * @param image of the size and number of channels of this grid
	 * @throws IllegalArgumentException  if the image has another size
	 * @throws IndexOutOfBoundsException if there are fewer patches
	 */
	public Signals cut(final Volume image, final int first, final int count) {
		if (image.width() != x.size || image.height() != y.size || image.depth() != z.size)
			throw new IllegalArgumentException("a grid over " + x.size + " x " + y.size + " x " + z.size + " pixels cannot cut an image of "
				+ image.width() + " x " + image.height() + " x " + image.depth());
		PatchReader.checkChannels("", image, shape);
		checkRange(first, count);
		final Signals patches = Signals.zeros(count, shape.length());
		visit(first, count, (number, px, py, pz) -> PatchReader.read(image, shape, px, py, pz, patches.values(), patches.offset(number - first)));
		return patches;
	}

	/** What is done with a patch, given its number and the place of its first pixel. */
	@FunctionalInterface
	interface Visitor {
		void visit(int number, int x, int y, int z);
	}

	void visit(final int first, final int count, final Visitor visitor) {
		int column = first % x.count, row = first / x.count % y.count, layer = first / x.count / y.count;
		for (int number = first; number < first + count; number++) {
			visitor.visit(number, x.at(column), y.at(row), z.at(layer));
			if (++column < x.count) continue;
			column = 0;
			if (++row < y.count) continue;
			row = 0;
			layer++;
		}
	}

	void checkRange(final int first, final int count) {
		if (first < 0 || count < 0 || first > count() - count)
			throw new IndexOutOfBoundsException(count + " patches from number " + first + " on do not exist among " + count());
	}

	/**
	 * How many patches cover pixel (x, y, z) is the product of what the three axes give: {@code coverage(0)[x] *
	 * coverage(1)[y] * coverage(2)[z]}.
	 */
	int[] coverage(final int axis) {
		return switch (axis) {
			case 0 -> x.coverage();
			case 1 -> y.coverage();
			default -> z.coverage();
		};
	}

	@Override
	public String toString() {
		return count() + " patches of " + shape + " at " + Arrays.toString(new int[] { columns(), rows(), layers() }) + " places along x, y, z";
	}
}
