package io.github.sparsej.convolve.pursuit;

import io.github.sparsej.convolve.Placement;

/** l2 norms of images, in float64. */
final class Norm {

	private Norm() {}

	/** @throws IllegalArgumentException naming the first pixel that is not finite */
	static double ofFinite(final float[][] planes, final int width) {
		final double norm = of(planes);
		if (Double.isFinite(norm)) return norm;
		for (int c = 0; c < planes.length; c++)
			for (int i = 0; i < planes[c].length; i++)
				if (!Float.isFinite(planes[c][i])) throw new IllegalArgumentException("pixel (" + i % width + ", " + i / width + ") of channel " + (c + 1) + " is " + planes[c][i] + ": atoms can be placed only where all pixels are finite");
		throw new AssertionError(norm); // squares of floats do not leave the range of double
	}

	static double of(final float[][] planes) {
		double sum = 0;
		for (final float[] plane : planes) sum += energy(plane, 0, plane.length);
		return Math.sqrt(sum);
	}

	private static double energy(final float[] values, final int begin, final int length) {
		// Four sums side by side, since each addition would otherwise wait for the one before.
		double s0 = 0, s1 = 0, s2 = 0, s3 = 0;
		int i = begin;
		final int end = begin + length;
		for (; i + 3 < end; i += 4) {
			s0 += (double) values[i] * values[i];
			s1 += (double) values[i + 1] * values[i + 1];
			s2 += (double) values[i + 2] * values[i + 2];
			s3 += (double) values[i + 3] * values[i + 3];
		}
		for (; i < end; i++) s0 += (double) values[i] * values[i];
		return s0 + s1 + (s2 + s3);
	}

	/** As {@link Placement#add} of minus the factor; what that adds to the squared norm of the image. */
	static double subtract(final float[][] planes, final int width, final PlacedDictionary atoms, final int atom, final int y, final int x, final float factor) {
		final double before = energyAt(planes, width, atoms, y, x);
		Placement.add(planes, width, atoms.shape, atoms.atoms[atom], y, x, -factor);
		return energyAt(planes, width, atoms, y, x) - before;
	}

	private static double energyAt(final float[][] planes, final int width, final PlacedDictionary atoms, final int y, final int x) {
		double sum = 0;
		for (final float[] plane : planes) for (int v = 0; v < atoms.shape.height(); v++) sum += energy(plane, (y + v) * width + x, atoms.shape.width());
		return sum;
	}
}
