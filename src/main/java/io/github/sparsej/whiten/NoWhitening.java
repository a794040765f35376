package io.github.sparsej.whiten;

import io.github.sparsej.model.Signals;
import io.github.sparsej.model.Whitening;

/** Leaves patches as they are. */
public record NoWhitening() implements Whitening {

	public static final String NAME = "None";

	public static final NoWhitening INSTANCE = new NoWhitening();

	@Override
	public Signals apply(final Signals patches) {
		return patches.copy();
	}

	@Override
	public Signals invert(final Signals whitened) {
		return whitened.copy();
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
