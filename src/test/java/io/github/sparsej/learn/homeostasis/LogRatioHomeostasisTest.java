package io.github.sparsej.learn.homeostasis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LogRatioHomeostasisTest extends HomeostasisContract {

	@Override
	Homeostasis homeostasis(final HomeostasisParameters parameters) {
		return new LogRatioHomeostasis(parameters);
	}

	@Test
	void gainIsTheRatioOfLogarithms() {
		final Homeostasis h = homeostasis(0.5);
		final double[] gains = h.update(h.initial(4), codes(4, new int[] { 0, 1 }, new int[] { 0 }, new int[] { 0 }, new int[] { 2 })).gains();
		final double target = Math.log(5.0 / 16);
		assertThat(gains).containsExactly(new double[] { Math.log(0.75) / target, Math.log(0.25) / target, Math.log(0.25) / target, Math.log(1e-6) / target }, within(1e-12));
	}
}
