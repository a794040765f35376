package io.github.sparsej.learn.homeostasis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

import io.github.sparsej.model.HomeostasisState;
import io.github.sparsej.model.SparseCodes;
import io.github.sparsej.model.StopReason;

class VarianceHomeostasisTest extends HomeostasisContract {

	@Override
	Homeostasis homeostasis(final HomeostasisParameters parameters) {
		return new VarianceHomeostasis(parameters);
	}

	@Override
	@Test
	void firstBatchSetsTheActivityAndLaterOnesMoveItByTheRate() {
		final Homeostasis h = homeostasis(0.25);
		final HomeostasisState first = h.update(h.initial(3), codes(3, new int[] { 0, 1 }, new int[] { 1 }, new int[] { 1 }, new int[0]));
		// Mean squares of coefficients are 1, 3 and 0 quarters, their mean a third.
		assertThat(first.activity()).containsExactly(new double[] { 0.75 * 0.25 + 0.25 * 0.75, 0.75 * 0.75 + 0.25 * 2.25, 0 }, within(1e-15));
		final HomeostasisState second = h.update(first, codes(3, new int[] { 2 }, new int[] { 1 }));
		final double use = 0.75 * first.activity()[1] + 0.25 * 0.5;
		assertThat(second.activity()[1]).isCloseTo(0.75 * use + 0.25 * 1.5, within(1e-15));
	}

	@Test
	void gainFallsWithTheVarianceOfCoefficients() {
		final Homeostasis h = homeostasis(0.5);
		final SparseCodes codes = SparseCodes.of(2, new int[] { 0, 2 }, new int[] { 0, 1 }, new float[] { 1, -3 }, new StopReason[] { StopReason.MAX_NONZEROS });
		final HomeostasisState state = h.update(h.initial(2), codes);
		assertThat(state.activity()).containsExactly(new double[] { 0.5 + 0.5 * 0.2, 0.5 + 0.5 * 1.8 }, within(1e-15));
		assertThat(state.gains()).containsExactly(new double[] { 1 / Math.sqrt(0.6), 1 / Math.sqrt(1.4) }, within(1e-12));
	}
}
