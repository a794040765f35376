package io.github.sparsej.whiten;

import io.github.sparsej.model.Signals;
import io.github.sparsej.model.Whitening;

/**
 * Two transforms of patches, one after the other; undone the other way round. Neither is a chain itself.
 *
 * @param first  sees the patches
 * @param second sees what the first has made of them
 */
public record WhiteningChain(Whitening first, Whitening second) implements Whitening {

	public WhiteningChain {
		if (first == null || second == null || first instanceof WhiteningChain || second instanceof WhiteningChain) throw new IllegalArgumentException("a chain is of two single whitenings, got " + first + " and " + second);
	}

	@Override
	public Signals apply(final Signals patches) {
		return second.apply(first.apply(patches));
	}

	@Override
	public Signals invert(final Signals whitened) {
		return first.invert(second.invert(whitened));
	}

	@Override
	public boolean removesPatchMeans() {
		return first.removesPatchMeans() || second.removesPatchMeans();
	}

	@Override
	public boolean keeps(final int index) {
		return first.keeps(index) && second.keeps(index);
	}

	@Override
	public String name() {
		return first.name() + ", " + second.name();
	}
}
