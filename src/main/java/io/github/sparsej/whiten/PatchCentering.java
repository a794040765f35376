package io.github.sparsej.whiten;

import io.github.sparsej.model.Signals;
import io.github.sparsej.model.Whitening;

/**
 * Removes the mean of every patch and nothing else. The inverse leaves patches as they are, for the means are kept apart
 * ({@link PatchMeans}).
 */
public record PatchCentering() implements Whitening {

	public static final String NAME = "Remove patch means";

	public static final PatchCentering INSTANCE = new PatchCentering();

	@Override
	public Signals apply(final Signals patches) {
		return PatchMeans.subtract(patches, PatchMeans.of(patches));
	}

	@Override
	public Signals invert(final Signals whitened) {
		return whitened.copy();
	}

	@Override
	public boolean removesPatchMeans() {
		return true;
	}

	@Override
	public String name() {
		return NAME;
	}
}
