package io.github.sparsej.whiten;

import io.github.sparsej.model.Signals;
import io.github.sparsej.model.Whitening;

/**
 * Subtracts one number from all values of all patches: the mean of those that a dictionary was learned from, as in sparse
 * Hebbian learning (Perrinet 2019; there one an image, which a model cannot keep for images to come). What patches differ
 * by in their means stays in them.
 *
 * @param mean grey value that is subtracted, finite
 */
public record ScalarCentering(double mean) implements Whitening {

	public static final String NAME = "Remove the mean of all patches";

	public ScalarCentering {
		if (!Double.isFinite(mean)) throw new IllegalArgumentException("the mean of all patches must be finite, got " + mean);
	}

	/**
	 * That of the mean over all values of the patches, summed in double precision.
	 *
	 * @param patches at least 1; not modified
	 */
	public static ScalarCentering fit(final Signals patches) {
		if (patches.count() == 0) throw new IllegalArgumentException("there are no patches to take the mean of");
		double sum = 0;
		for (int row = 0; row < patches.count(); row++) sum += PatchMeans.mean(patches, row);
		return new ScalarCentering(sum / patches.count());
	}

	@Override
	public Signals apply(final Signals patches) {
		return shifted(patches, -mean);
	}

	@Override
	public Signals invert(final Signals whitened) {
		return shifted(whitened, mean);
	}

	private static Signals shifted(final Signals signals, final double by) {
		final Signals shifted = signals.copy();
		for (int i = 0; i < shifted.values().length; i++) shifted.values()[i] = (float) (shifted.values()[i] + by);
		return shifted;
	}

	@Override
	public boolean removesPatchMeans() {
		return false;
	}

	@Override
	public String name() {
		return NAME;
	}
}
