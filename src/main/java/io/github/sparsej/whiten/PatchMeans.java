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
		double sum = 0;
		for (int i = patches.offset(row), end = i + patches.length(); i < end; i++) sum += patches.values()[i];
		return sum / patches.length();
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
