package io.github.sparsej.learn.homeostasis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ExponentialHomeostasisTest extends HomeostasisContract {

	@Override
	Homeostasis homeostasis(final HomeostasisParameters parameters) {
		return new ExponentialHomeostasis(parameters);
	}

	@Test
	void gainIsAnExponentialOfUseLessTheTarget() {
		final Homeostasis h = homeostasis(0.5);
		final double[] gains = h.update(h.initial(4), codes(4, new int[] { 0, 1 }, new int[] { 0 }, new int[] { 0 }, new int[] { 2 })).gains();
		final double target = 5.0 / 16;
		assertThat(gains).containsExactly(new double[] { Math.exp(-2 * (0.75 - target)), Math.exp(-2 * (0.25 - target)), Math.exp(-2 * (0.25 - target)), Math.exp(2 * target) }, within(1e-12));
	}
}
