package io.github.sparsej.learn.homeostasis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NoHomeostasisTest extends HomeostasisContract {

	@Override
	Homeostasis homeostasis(final HomeostasisParameters parameters) {
		return new NoHomeostasis(parameters);
	}

	@Test
	void neverFavoursAnAtom() {
		final Homeostasis h = homeostasis(0.5);
		assertThat(h.update(h.initial(2), codes(2, new int[] { 0 })).isNeutral()).isTrue();
	}
}
