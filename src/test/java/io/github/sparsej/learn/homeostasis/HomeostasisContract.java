package io.github.sparsej.learn.homeostasis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;

import org.junit.jupiter.api.Test;

import io.github.sparsej.model.HomeostasisState;
import io.github.sparsej.model.SparseCodes;
import io.github.sparsej.model.StopReason;

/** What every homeostasis keeps to. */
abstract class HomeostasisContract {

	abstract Homeostasis homeostasis(double rate);

	/** Codes with one row per array of atoms, every coefficient 1. */
	static SparseCodes codes(final int atomCount, final int[]... rows) {
		final int[] start = new int[rows.length + 1];
		for (int i = 0; i < rows.length; i++) start[i + 1] = start[i] + rows[i].length;
		final int[] atoms = Arrays.stream(rows).flatMapToInt(Arrays::stream).toArray();
		final float[] ones = new float[atoms.length];
		Arrays.fill(ones, 1);
		final StopReason[] reasons = new StopReason[rows.length];
		Arrays.fill(reasons, StopReason.MAX_NONZEROS);
		return SparseCodes.of(atomCount, start, atoms, ones, reasons);
	}

	@Test
	void beginsNeutral() {
		assertThat(homeostasis(0.1).initial(3).isNeutral()).isTrue();
		assertThat(homeostasis(0.1).initial(3).method()).isEqualTo(homeostasis(0.1).name());
	}

	@Test
	void firstBatchSetsTheActivityAndLaterOnesMoveItByTheRate() {
		final Homeostasis h = homeostasis(0.25);
		final HomeostasisState first = h.update(h.initial(3), codes(3, new int[] { 0, 1 }, new int[] { 1 }, new int[] { 1 }, new int[0]));
		assertThat(first.activity()).containsExactly(0.25, 0.75, 0);
		final HomeostasisState second = h.update(first, codes(3, new int[] { 2 }, new int[] { 1 }));
		assertThat(second.activity()).containsExactly(new double[] { 0.1875, 0.6875, 0.125 }, within(1e-15));
		assertThat(second.method()).isEqualTo(h.name());
	}

	@Test
	void rateZeroChangesNothing() {
		final Homeostasis h = homeostasis(0);
		final HomeostasisState state = h.update(h.initial(2), codes(2, new int[] { 0 }));
		assertThat(state.activity()).containsOnly(0);
		assertThat(state.gains()).containsOnly(1);
	}

	@Test
	void gainsStayFiniteAndPositiveWhateverIsUsed() {
		final Homeostasis h = homeostasis(0.5);
		HomeostasisState state = h.initial(2);
		final int[][][] batches = { { {}, {} }, { { 0 }, { 0 } }, { { 0, 1 }, { 0, 1 } }, { { 0, 1 } }, { {} }, {}, { { 0 } }, { { 0 } } };
		for (final int[][] batch : batches) {
			state = h.update(state, codes(2, batch));
			assertThat(Arrays.stream(state.gains())).allMatch(gain -> gain > 0 && gain < 1e9);
			assertThat(Arrays.stream(state.activity())).allMatch(share -> share >= 0 && share <= 1);
		}
	}

	@Test
	void aReplacedAtomCountsAsUsedLikeTheMean() {
		final Homeostasis h = homeostasis(0.5);
		final HomeostasisState state = h.update(h.initial(4), codes(4, new int[] { 0, 1 }, new int[] { 0 }, new int[] { 0 }, new int[] { 0, 2 }));
		final HomeostasisState after = h.forget(state, new int[] { 3, 0 });
		assertThat(after.activity()).containsExactly(0.375, 0.25, 0.25, 0.375);
		assertThat(after.gains()).containsExactly(1, state.gains()[1], state.gains()[2], 1);
	}

	@Test
	void refusesCodesInOtherAtomsAndBadRates() {
		assertThatThrownBy(() -> homeostasis(0.5).update(homeostasis(0.5).initial(3), codes(2))).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("3").hasMessageContaining("2");
		assertThatThrownBy(() -> homeostasis(1.5)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("1.5");
		assertThatThrownBy(() -> homeostasis(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
	}
}
