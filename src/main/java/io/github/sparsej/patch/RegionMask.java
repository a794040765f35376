package io.github.sparsej.patch;

import java.util.Arrays;

/**
 * A region of interest: which pixels of a plane belong to it. The same region holds for all slices and channels.
 * Immutable and thread-safe.
 */
public final class RegionMask {

	private final int width;
	private final int height;
	private final boolean[] inside;

	/**
	 * @param inside width x height flags, row-major; copied
	 * @throws IllegalArgumentException if the sizes do not fit
	 */
	public RegionMask(final int width, final int height, final boolean[] inside) {
		if (width < 1 || height < 1 || inside.length != (long) width * height)
			throw new IllegalArgumentException("a region in " + width + " x " + height + " pixels needs as many flags, got " + inside.length);
		this.width = width;
		this.height = height;
		this.inside = inside.clone();
	}

	public int width() {
		return width;
	}

	public int height() {
		return height;
	}

	/** Whether pixel (x, y) belongs to the region. */
	public boolean inside(final int x, final int y) {
		if (x < 0 || x >= width || y < 0 || y >= height) throw new IndexOutOfBoundsException("pixel (" + x + ", " + y + ") of " + width + " x " + height);
		return inside[y * width + x];
	}

	/**
	 * The places where a rectangle lies wholly inside: {@code y * width + x} of its first pixel, rising.
	 *
	 * @param patchWidth  1 to the region's width, px
	 * @param patchHeight 1 to the region's height, px
	 */
	int[] places(final int patchWidth, final int patchHeight) {
		final int[] run = new int[width]; // per column: how many pixels up from this row are inside, without a gap
		final int[] places = new int[(width - patchWidth + 1) * (height - patchHeight + 1)];
		int count = 0;
		for (int y = 0; y < height; y++) {
			int wide = 0; // how many columns to the left reach high enough
			for (int x = 0; x < width; x++) {
				run[x] = inside[y * width + x] ? run[x] + 1 : 0;
				wide = run[x] >= patchHeight ? wide + 1 : 0;
				if (wide >= patchWidth) places[count++] = (y - patchHeight + 1) * width + x - patchWidth + 1;
			}
		}
		return Arrays.copyOf(places, count);
	}
}
