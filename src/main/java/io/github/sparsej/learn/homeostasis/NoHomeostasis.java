package io.github.sparsej.learn.homeostasis;

import io.github.sparsej.model.HomeostasisState;

/** Treats all atoms alike (gain 1), and only records how each is used. */
public record NoHomeostasis(HomeostasisParameters parameters) implements RunningHomeostasis {

	public static final String NAME = HomeostasisState.NONE;

	/** @param rate weight of a new batch in the running means, 0 (they never change) to 1 */
	public NoHomeostasis(final double rate) {
		this(HomeostasisParameters.DEFAULT.withRate(rate));
	}

	@Override
	public String name() {
		return NAME;
	}
}
