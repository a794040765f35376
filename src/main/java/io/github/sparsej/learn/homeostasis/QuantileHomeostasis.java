package io.github.sparsej.learn.homeostasis;

/**
 * Histogram equalisation homeostasis (HEH of Perrinet 2019): atoms are selected by their quantile functions,
 * {@link io.github.sparsej.encode.greedy.QuantilePursuit}. Gains are 1, for encoders that know nothing of quantile
 * functions.
 */
public record QuantileHomeostasis(HomeostasisParameters parameters) implements RunningHomeostasis {

	public static final String NAME = "HEH";

	@Override
	public String name() {
		return NAME;
	}

	@Override
	public boolean selectsByQuantiles() {
		return true;
	}
}
