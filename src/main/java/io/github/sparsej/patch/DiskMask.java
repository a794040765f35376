package io.github.sparsej.patch;

import java.util.stream.IntStream;

import io.github.sparsej.model.PatchShape;
import io.github.sparsej.model.Signals;
import io.github.sparsej.model.Whitening;

/**
 * The disc (or ellipse) that a patch's plane encloses: pixels with x² + y² at most 1, where x and y run from -1 at the
 * first to 1 at the last pixel of the patch (Perrinet 2019). It is the same in all slices and channels. 216 of 18 x 18
 * and 317 of 21 x 21 pixels lie inside. Along a side of one pixel all lie inside.
 * <p>
 * As a whitening it keeps what lies inside, and makes all else 0, which no inverse brings back: where patches are put
 * together, pixels are the mean of the patches in whose discs they lie. Immutable and thread-safe.
 *
 * @param shape of the patches
 */
public record DiskMask(PatchShape shape) implements Whitening {

	public static final String NAME = "Disc";

	/** Whether pixel (x, y) of a patch lies inside. */
	public boolean inside(final int x, final int y) {
		if (x < 0 || x >= shape.width() || y < 0 || y >= shape.height()) throw new IndexOutOfBoundsException("pixel (" + x + ", " + y + ") of " + shape);
		// In whole numbers, so that pixels exactly on the circle, as (6, 8) of radius 10, are inside.
		final long w = shape.width() - 1;
		final long h = shape.height() - 1;
		final long a = (2L * x - w) * h;
		final long b = (2L * y - h) * w;
		return a * a + b * b <= w * h * w * h;
	}

	/** Number of pixels of a plane that lie inside. */
	public int count() {
		int count = 0;
		for (int y = 0; y < shape.height(); y++) for (int x = 0; x < shape.width(); x++) if (inside(x, y)) count++;
		return count;
	}

	/**
	 * A copy of the patches with 0 outside the disc.
	 *
	 * @param patches of this mask's shape; not modified
	 */
	@Override
	public Signals apply(final Signals patches) {
		if (patches.length() != shape.length()) throw new IllegalArgumentException("patches of " + shape + " have " + shape.length() + " values, got " + patches.length());
		final Signals masked = patches.copy();
		final int[] outside = IntStream.range(0, shape.length()).filter(i -> !keeps(i)).toArray();
		for (int row = 0; row < masked.count(); row++)
			for (final int i : outside) masked.values()[masked.offset(row) + i] = 0;
		return masked;
	}

	/** The same again, for there is nothing to undo inside. */
	@Override
	public Signals invert(final Signals masked) {
		return apply(masked);
	}

	@Override
	public boolean removesPatchMeans() {
		return false;
	}

	@Override
	public boolean keeps(final int index) {
		return inside(index % shape.width(), index / shape.width() % shape.height());
	}

	@Override
	public String name() {
		return NAME;
	}
}
