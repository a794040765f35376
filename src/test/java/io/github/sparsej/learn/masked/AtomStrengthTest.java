package io.github.sparsej.learn.masked;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

import io.github.sparsej.model.SparseCodes;
import io.github.sparsej.model.StopReason;

class AtomStrengthTest {

	private static final StopReason[] TWO = { StopReason.CONVERGED, StopReason.CONVERGED };

	@Test
	void gainsAreAFifthPowerOfEnergies() {
		final SparseCodes codes = SparseCodes.of(3, new int[] { 0, 2, 3 }, new int[] { 0, 1, 0 }, new float[] { 3, -1, 4 }, TWO);
		final float[] gains = AtomStrength.gains(codes);
		assertThat(gains[0]).isEqualTo(1);
		assertThat(gains[1]).isCloseTo((float) Math.pow(1. / 25, 0.2), within(1e-6f));
		assertThat(gains[2]).as("not shut out").isBetween(1e-3f, gains[1]);
	}

	@Test
	void withoutCoefficientsAllAreAlike() {
		assertThat(AtomStrength.gains(SparseCodes.of(2, new int[3], new int[0], new float[0], TWO))).containsExactly(1, 1);
	}
}
