package io.github.sparsej.whiten;

import io.github.sparsej.model.Signals;

/** The mean of every patch, which is kept apart where a whitening removes it. */
public final class PatchMeans {

	private PatchMeans() {}

	/** n means, one per patch, summed in double precision. */
	public static float[] of(final Signals patches) {
		final float[] means = new float[patches.count()];
		for (int row = 0; row < means.length; row++) means[row] = (float) mean(patches, row);
		return means;
	}

	static double mean(final Signals patches, final int row) {
		// Four sums side by side, since each addition would otherwise wait for the one before.
		final float[] values = patches.values();
		final int end = patches.offset(row) + patches.length();
		double s0 = 0, s1 = 0, s2 = 0, s3 = 0;
		int i = patches.offset(row);
		for (; i < end - 3; i += 4) {
			s0 += values[i];
			s1 += values[i + 1];
			s2 += values[i + 2];
			s3 += values[i + 3];
		}
		for (; i < end; i++) s0 += values[i];
		return (s0 + s1 + (s2 + s3)) / patches.length();
	}

	/** The patches, each minus its entry of {@code means}: a new copy. */
	public static Signals subtract(final Signals patches, final float[] means) {
		return shifted(patches, means, -1);
	}

	/** The patches, each plus its entry of {@code means}: a new copy. */
	public static Signals add(final Signals patches, final float[] means) {
		return shifted(patches, means, 1);
	}

	private static Signals shifted(final Signals patches, final float[] means, final int sign) {
		if (means.length != patches.count()) throw new IllegalArgumentException(patches.count() + " patches need as many means, got " + means.length);
		final Signals shifted = patches.copy();
		for (int row = 0; row < means.length; row++)
			for (int i = patches.offset(row), end = i + patches.length(); i < end; i++) shifted.values()[i] += sign * means[row];
		return shifted;
	}
}
