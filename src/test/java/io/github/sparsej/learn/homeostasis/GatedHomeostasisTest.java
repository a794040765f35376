package io.github.sparsej.learn.homeostasis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import io.github.sparsej.model.HomeostasisState;

class GatedHomeostasisTest extends HomeostasisContract {

	@Override
	Homeostasis homeostasis(final HomeostasisParameters parameters) {
		return new GatedHomeostasis(parameters);
	}

	@Test
	void gateIsOpenBelowTheTargetAndASurplus() {
		final Homeostasis h = homeostasis(0.5);
		// The target is 5 / 16; the gate closes at 7.5 / 16.
		assertThat(h.update(h.initial(4), codes(4, new int[] { 0, 1 }, new int[] { 0 }, new int[] { 0 }, new int[] { 1 })).gains()).containsExactly(0, 0, 1, 1);
		assertThat(h.update(h.initial(4), codes(4, new int[] { 0, 1 }, new int[] { 0 }, new int[] { 0 }, new int[] { 2 })).gains()).containsExactly(0, 1, 1, 1);
	}

	@Test
	void whereAllGatesWouldCloseAllAreOpen() {
		final Homeostasis h = homeostasis(0.5);
		final HomeostasisState busy = h.update(h.initial(2), codes(2, new int[] { 0, 1 }));
		// Both were used by all signals; now by a tenth.
		final int[][] rows = new int[10][0];
		rows[3] = new int[] { 0, 1 };
		assertThat(h.update(busy, codes(2, rows)).gains()).containsExactly(1, 1);
	}
}
