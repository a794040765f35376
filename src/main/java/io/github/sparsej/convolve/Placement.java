package io.github.sparsej.convolve;

import io.github.sparsej.model.PatchShape;

/** An atom at a place of an image. */
public final class Placement {

	private Placement() {}

	/**
	 * Adds a multiple of an atom to an image, {@code planes[c][(y + v) * width + x + u] += factor * atom(u, v, c)} by fma.
	 *
	 * @param planes one per channel, row-major; modified
	 * @param width  of the image, px
	 * @param atom   values of the shape; not modified
	 * @param y      row of the atom's first pixel; the atom lies inside
	 * @param x      column of the atom's first pixel
	 */
	public static void add(final float[][] planes, final int width, final PatchShape shape, final float[] atom, final int y, final int x, final float factor) {
		int j = 0;
		for (int c = 0; c < shape.channels(); c++) {
			final float[] plane = planes[c];
			for (int v = 0, at = y * width + x; v < shape.height(); v++, at += width)
				for (int u = 0; u < shape.width(); u++, j++) plane[at + u] = Math.fma(factor, atom[j], plane[at + u]);
		}
	}
}
