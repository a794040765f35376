package io.github.sparsej.convolve.window;

import io.github.sparsej.model.PatchShape;
import io.github.sparsej.model.Require;
import io.github.sparsej.patch.DiskMask;

/**
 * Weights of the pixels of an atom, the same in all channels. With h = (height - 1) / 2 pixels above and below the middle, rounded
 * up, rows have the coordinates -h, ..., h where the height is odd, and -h, ..., -1, 1, ..., h where it is even; columns likewise with w. The radius
 * is {@code r² = (y / h)² + (x / w)²}: 1 in the middle of a side (0 along a side of one pixel). Immutable and thread-safe.
 *
 * @param kind  which weights
 * @param sigma of the Gaussian, half sides, above 0; without effect on others
 */
public record AtomMask(Kind kind, double sigma) {

	/** What the weights are. */
	public enum Kind {
		/** All 1. */
		NONE,
		/** exp(-r² / (2 sigma²)) (Boutin's CHAMP). */
		GAUSSIAN,
		/** 1 in the disc or ellipse that the atom encloses ({@link DiskMask}), 0 outside. */
		DISC,
		/** (1 - r)² up to r = 1, 0 beyond. (CHAMP's rises again in the corners.) */
		POLYNOMIAL
	}

	public static final AtomMask NONE = new AtomMask(Kind.NONE, 1);

	/** As published: 0.46 in the middle of a side, 0.21 in a corner. */
	public static final AtomMask STANDARD = new AtomMask(Kind.GAUSSIAN, 0.8);

	public AtomMask {
		if (kind == null) throw new IllegalArgumentException("the kind of mask is missing; for none, use AtomMask.NONE");
		Require.positive("sigma in half sides", sigma);
	}

	/** Whether all weights are 1. */
	public boolean isNone() {
		return kind == Kind.NONE;
	}

	/** The weights of an atom's values, in their order. */
	public float[] values(final PatchShape shape) {
		final DiskMask disc = new DiskMask(shape);
		final float[] values = new float[shape.length()];
		for (int i = 0; i < values.length; i++) values[i] = (float) weight(i % shape.width(), i / shape.width() % shape.height(), disc);
		return values;
	}

	private double weight(final int x, final int y, final DiskMask disc) {
		final double radius = Math.hypot(coordinate(x, disc.shape().width()), coordinate(y, disc.shape().height()));
		return switch (kind) {
			case NONE -> 1;
			case GAUSSIAN -> Math.exp(-0.5 * Math.pow(radius / sigma, 2));
			case DISC -> disc.inside(x, y) ? 1 : 0;
			case POLYNOMIAL -> Math.pow(Math.max(0, 1 - radius), 2);
		};
	}

	/** Of pixel i of n, in half sides: -1 to 1. */
	private static double coordinate(final int i, final int n) {
		if (n == 1) return 0;
		final int half = n / 2;
		return (double) (n % 2 == 0 && i >= half ? i - half + 1 : i - half) / half;
	}
}
