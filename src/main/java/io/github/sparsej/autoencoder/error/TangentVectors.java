package io.github.sparsej.autoencoder.error;

import io.github.sparsej.model.PatchShape;

/**
 * How patches change when what they show is moved, turned or scaled, by finite differences on the patches themselves: central
 * ones, and one-sided at the borders (Simard, Victorri, LeCun &amp; Denker 1992; Bishop 2006, section 5.5.4). Up to their sign, which no
 * use of them depends on:
 * <ol>
 * <li>a shift along x by 1 px
 * <li>a shift along y by 1 px
 * <li>a rotation about the centre, by the angle that moves pixels by 1 px (root mean square)
 * <li>a change of scale about the centre, by the factor that moves pixels by 1 px
 * </ol>
 * All slices and channels go together. Immutable and thread-safe.
 */
public final class TangentVectors {

	/** Tangents of a patch. */
	public static final int COUNT = 4;

	private final PatchShape shape;
	private final double unit;

	/** @throws IllegalArgumentException if patches are 1 px wide and high, so that nothing can move in them */
	public TangentVectors(final PatchShape shape) {
		if (shape.width() * shape.height() == 1) throw new IllegalArgumentException("tangents need patches of more than 1 px along x or y, got " + shape);
		this.shape = shape;
		unit = Math.sqrt((shape.width() * (double) shape.width() + shape.height() * (double) shape.height() - 2) / 12);
	}

	/**
	 * The tangents of a block of patches.
	 *
	 * @param patches  one row per value of a patch, with one entry per patch; not modified
	 * @param tangents takes {@value #COUNT} blocks of the same kind
	 */
	public void of(final double[][] patches, final int count, final double[][][] tangents) {
		final int width = shape.width(), height = shape.height();
		for (int j = 0; j < patches.length; j++) {
			final int x = j % width, y = j / width % height;
			difference(patches, j, x, width, 1, count, tangents[0][j]);
			difference(patches, j, y, height, width, count, tangents[1][j]);
			final double u = (x - (width - 1) / 2.0) / unit, v = (y - (height - 1) / 2.0) / unit;
			combine(tangents[0][j], -v, tangents[1][j], u, count, tangents[2][j]);
			combine(tangents[0][j], u, tangents[1][j], v, count, tangents[3][j]);
		}
	}

	/** The derivative along one axis, at a place of the axis that is so long and whose neighbours are so many values apart. */
	private static void difference(final double[][] patches, final int j, final int place, final int length, final int stride, final int count, final double[] to) {
		final int before = place > 0 ? 1 : 0, after = place + 1 < length ? 1 : 0;
		final double[] low = patches[j - before * stride], high = patches[j + after * stride];
		final double gap = Math.max(1, before + after);
		for (int i = 0; i < count; i++) to[i] = (high[i] - low[i]) / gap;
	}

	private static void combine(final double[] a, final double factorA, final double[] b, final double factorB, final int count, final double[] to) {
		for (int i = 0; i < count; i++) to[i] = factorA * a[i] + factorB * b[i];
	}
}
