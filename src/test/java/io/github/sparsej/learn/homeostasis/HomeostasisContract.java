package io.github.sparsej.learn.homeostasis;

import static io.github.sparsej.testing.Close.assertClose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;

import org.junit.jupiter.api.Test;

import io.github.sparsej.model.HomeostasisState;
import io.github.sparsej.model.QuantileFunctions;
import io.github.sparsej.model.SparseCodes;
import io.github.sparsej.model.StopReason;

/** What every homeostasis keeps to. */
abstract class HomeostasisContract {

	/** With strength 0.5, 5 values per quantile function and scale 2. */
	abstract Homeostasis homeostasis(HomeostasisParameters parameters);

	final Homeostasis homeostasis(final double rate) {
		return homeostasis(new HomeostasisParameters(rate, 0.5, 5, 2));
	}

	/** Codes with one row per array of atoms, every coefficient 1. */
	static SparseCodes codes(final int atomCount, final int[]... rows) {
		return codes(atomCount, 1, rows);
	}

	/** Codes with one row per array of atoms, with this coefficient. */
	static SparseCodes codes(final int atomCount, final double coefficient, final int[]... rows) {
		final int[] start = new int[rows.length + 1];
		for (int i = 0; i < rows.length; i++) start[i + 1] = start[i] + rows[i].length;
		final int[] atoms = Arrays.stream(rows).flatMapToInt(Arrays::stream).toArray();
		final float[] coefficients = new float[atoms.length];
		Arrays.fill(coefficients, (float) coefficient);
		final StopReason[] reasons = new StopReason[rows.length];
		Arrays.fill(reasons, StopReason.MAX_NONZEROS);
		return SparseCodes.of(atomCount, start, atoms, coefficients, reasons);
	}

	@Test
	void beginsNeutral() {
		final HomeostasisState initial = homeostasis(0.1).initial(3);
		assertThat(initial.gains()).containsOnly(1);
		assertThat(initial.activity()).containsOnly(0);
		assertThat(initial.method()).isEqualTo(homeostasis(0.1).name());
		assertThat(initial.quantiles().orElseThrow().row(2)).containsExactly(0, 0.25, 0.5, 0.75, 1);
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
	void gainsStayFiniteAndNeverAllZeroWhateverIsUsed() {
		for (final double alpha : new double[] { 0.05, 2.5, 1e-300, 1e300 }) {
			final Homeostasis h = homeostasis(new HomeostasisParameters(0.5, alpha, 5, 2));
			HomeostasisState state = h.initial(2);
			final int[][][] batches = { { {}, {} }, { { 0 }, { 0 } }, { { 0, 1 }, { 0, 1 } }, { { 0, 1 } }, { {} }, {}, { { 0 } }, { { 0 }, {}, {} } };
			for (final int[][] batch : batches) {
				state = h.update(state, codes(2, batch));
				assertThat(Arrays.stream(state.gains())).allMatch(gain -> gain >= 0 && gain < Double.POSITIVE_INFINITY).anyMatch(gain -> gain > 0);
				assertThat(Arrays.stream(state.activity())).allMatch(share -> share >= 0 && share <= 2);
			}
		}
	}

	@Test
	void aBatchWithoutAnyNonzeroLeavesTheGains() {
		final Homeostasis h = homeostasis(0.5);
		final HomeostasisState state = h.update(h.initial(3), codes(3, new int[] { 0, 1 }, new int[] { 0 }));
		assertThat(h.update(state, codes(3, new int[0], new int[0])).gains()).isEqualTo(state.gains());
		assertThat(h.update(state, codes(3)).gains()).isEqualTo(state.gains());
	}

	/** 1 - exp(-1/2) = 0.39 lies in the second of four bins, 1 - exp(-2) = 0.86 in the last; half the signals do not use atom 0. */
	@Test
	void everyMethodLearnsTheQuantileFunctions() {
		final Homeostasis h = homeostasis(0.1);
		final HomeostasisState state = h.update(h.initial(3), codes(3, new int[] { 0, 1 }, new int[] { 1 }));
		final QuantileFunctions quantiles = state.quantiles().orElseThrow();
		assertClose(quantiles.row(0), new double[] { 0, 0.9 * 0.25 + 0.1 * 0.5, 0.9 * 0.5 + 0.1, 0.9 * 0.75 + 0.1, 1 }, 1e-15);
		assertClose(quantiles.row(1), new double[] { 0, 0.9 * 0.25, 0.9 * 0.5 + 0.1, 0.9 * 0.75 + 0.1, 1 }, 1e-15);
		assertClose(quantiles.row(2), new double[] { 0, 0.9 * 0.25 + 0.1, 0.9 * 0.5 + 0.1, 0.9 * 0.75 + 0.1, 1 }, 1e-15);
		assertThat(quantiles.scale()).isEqualTo(2);
		final double[] negative = h.update(h.initial(3), codes(3, -4, new int[] { 0 })).quantiles().orElseThrow().row(0);
		assertClose(negative, new double[] { 0, 0.9 * 0.25, 0.9 * 0.5, 0.9 * 0.75, 1 }, 1e-15);
		final double[] huge = h.update(h.initial(3), codes(3, 1e30, new int[] { 0 })).quantiles().orElseThrow().row(0);
		assertClose(huge, negative, 0);
	}

	@Test
	void goesOnFromWhatWasLearnedBefore() {
		final Homeostasis h = homeostasis(0.1);
		final HomeostasisState own = h.update(h.initial(3), codes(3, new int[] { 0, 1 }, new int[] { 1 }));
		final HomeostasisState same = h.resume(own);
		assertThat(same.gains()).isEqualTo(own.gains());
		assertThat(same.activity()).isEqualTo(own.activity());
		assertThat(same.quantiles().orElseThrow().toArray()).isEqualTo(own.quantiles().orElseThrow().toArray());
		final boolean variance = h.name().equals(VarianceHomeostasis.NAME);
		final HomeostasisState foreign = h.resume(new HomeostasisState(variance ? "HAP" : VarianceHomeostasis.NAME, own.activity(), new double[] { 3, 4, 5 }, own.quantiles().orElseThrow(), false));
		assertThat(foreign.method()).isEqualTo(h.name());
		assertThat(foreign.gains()).containsOnly(1);
		assertThat(foreign.activity()).as("OLS means something else by it").containsOnly(0);
		if (!variance) assertThat(h.resume(new HomeostasisState("other", own.activity(), own.gains())).activity()).isEqualTo(own.activity());
		assertThat(foreign.selectsByQuantiles()).isEqualTo(own.selectsByQuantiles());
		assertThat(foreign.quantiles().orElseThrow().toArray()).isEqualTo(own.quantiles().orElseThrow().toArray());
		for (final QuantileFunctions other : new QuantileFunctions[] { null, QuantileFunctions.identity(3, 7, 2), QuantileFunctions.identity(3, 5, 2.5) })
			assertThat(h.resume(new HomeostasisState("other", own.activity(), own.gains(), other, false)).quantiles().orElseThrow().toArray()).isEqualTo(QuantileFunctions.identity(3, 5, 2).toArray());
		assertThatThrownBy(() -> h.update(HomeostasisState.neutral("other", 3), codes(3, new int[] { 0 }))).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("resumed");
	}

	@Test
	void aReplacedAtomCountsAsUsedLikeTheMean() {
		final Homeostasis h = homeostasis(0.5);
		final HomeostasisState state = h.update(h.initial(4), codes(4, new int[] { 0, 1 }, new int[] { 0 }, new int[] { 0 }, new int[] { 0, 2 }));
		final HomeostasisState after = h.forget(state, new int[] { 3, 0 });
		final double mean = Arrays.stream(state.activity()).average().orElseThrow();
		assertThat(after.activity()).containsExactly(mean, state.activity()[1], state.activity()[2], mean);
		assertThat(after.gains()).containsExactly(1, state.gains()[1], state.gains()[2], 1);
		final QuantileFunctions before = state.quantiles().orElseThrow(), now = after.quantiles().orElseThrow();
		for (int j = 0; j < 5; j++) assertThat(now.value(3, j)).isCloseTo((before.value(1, j) + before.value(2, j)) / 2, within(1e-15)).isEqualTo(now.value(0, j));
		assertThat(now.row(1)).isEqualTo(before.row(1));
		assertThat(now.value(3, 1)).isNotEqualTo(before.value(3, 1));
		assertThat(h.forget(state, new int[] { 0, 1, 2, 3 }).quantiles().orElseThrow().value(1, 1)).isCloseTo((before.value(0, 1) + before.value(1, 1) + before.value(2, 1) + before.value(3, 1)) / 4, within(1e-15));
	}

	@Test
	void refusesCodesInOtherAtomsAndBadRates() {
		assertThatThrownBy(() -> homeostasis(0.5).update(homeostasis(0.5).initial(3), codes(2))).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("3").hasMessageContaining("2");
		assertThatThrownBy(() -> homeostasis(1.5)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("1.5");
		assertThatThrownBy(() -> homeostasis(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
	}
}
