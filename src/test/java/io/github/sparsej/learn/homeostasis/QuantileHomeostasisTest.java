package io.github.sparsej.learn.homeostasis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import io.github.sparsej.model.HomeostasisState;

class QuantileHomeostasisTest extends HomeostasisContract {

	@Override
	Homeostasis homeostasis(final HomeostasisParameters parameters) {
		return new QuantileHomeostasis(parameters);
	}

	@Test
	void selectsByQuantileFunctionsAndFavoursNoneByGain() {
		final Homeostasis h = homeostasis(0.5);
		assertThat(h.initial(2).selectsByQuantiles()).isTrue();
		final HomeostasisState state = h.update(h.initial(2), codes(2, new int[] { 0 }));
		assertThat(state.selectsByQuantiles()).isTrue();
		assertThat(state.gains()).containsOnly(1);
		assertThat(state.isNeutral()).isFalse();
		assertThat(h.forget(state, new int[] { 1 }).selectsByQuantiles()).isTrue();
	}
}
