package io.github.sparsej.learn.homeostasis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PowerLawHomeostasisTest extends HomeostasisContract {

	@Override
	Homeostasis homeostasis(final HomeostasisParameters parameters) {
		return new PowerLawHomeostasis(parameters);
	}

	@Test
	void gainIsAPowerOfUseBesideTheTarget() {
		final Homeostasis h = homeostasis(0.5);
		final double[] gains = h.update(h.initial(4), codes(4, new int[] { 0, 1 }, new int[] { 0 }, new int[] { 0 }, new int[] { 2 })).gains();
		final double target = 5.0 / 16;
		assertThat(gains).containsExactly(new double[] { Math.sqrt(target / 0.75), Math.sqrt(target / 0.25), Math.sqrt(target / 0.25), Math.sqrt(target / 1e-6) }, within(1e-12));
	}
}
