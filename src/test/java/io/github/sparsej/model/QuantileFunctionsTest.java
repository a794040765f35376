package io.github.sparsej.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class QuantileFunctionsTest {

	@Test
	void theIdentityRisesEvenly() {
		final QuantileFunctions identity = QuantileFunctions.identity(2, 5, 3);
		assertThat(identity.row(1)).containsExactly(0, 0.25, 0.5, 0.75, 1);
		assertThat(identity.value(0, 3)).isEqualTo(0.75);
		assertThat(identity.toArray()).hasSize(10);
	}

	@Test
	void arraysAreNotShared() {
		final double[] values = { 0, 0.5, 1 };
		final QuantileFunctions functions = new QuantileFunctions(1, 3, 1, values);
		values[1] = 0.9;
		functions.toArray()[1] = 0.9;
		functions.row(0)[1] = 0.9;
		assertThat(functions.row(0)).containsExactly(0, 0.5, 1);
	}

	@Test
	void valuesThatAreNoDistributionAreRefusedNamingThem() {
		refused(1, 3, 1, "-0.1", -0.1, 0.5, 1);
		refused(1, 3, 1, "1.1", 0, 0.5, 1.1);
		refused(1, 3, 1, "NaN", 0, Double.NaN, 1);
		refused(2, 3, 1, "must not fall, but 0.5 comes after 0.6", 0, 0.5, 1, 0, 0.6, 0.5);
		refused(1, 1, 1, "at least 2 values, got 1", 0);
		refused(0, 3, 1, "at least 1 atom, got 0");
		refused(1, 3, 0, "scale", 0, 0.5, 1);
		refused(1, 3, Double.POSITIVE_INFINITY, "Infinity", 0, 0.5, 1);
		refused(2, 3, 1, "need 6 in all, got 5", 0, 0.5, 1, 0, 1);
		assertThat(new QuantileFunctions(1, 3, 1, new double[] { -1e-12, 0.5, 0.5 - 1e-12 }).size()).as("rounding is no fault").isEqualTo(3);
	}

	private static void refused(final int atoms, final int size, final double scale, final String message, final double... values) {
		assertThatIllegalArgumentException().isThrownBy(() -> new QuantileFunctions(atoms, size, scale, values)).withMessageContaining(message);
	}

	@Test
	void saturationIsTheShareOfUsedCoefficientsBeyondThreeScales() {
		// Half of the signals do not use the atom, a tenth have a coefficient of r above 0.95.
		final double[] values = new double[101];
		for (int j = 1; j < values.length; j++) values[j] = j < 50 ? 0.5 : j <= 95 ? 0.9 : 1;
		assertThat(new QuantileFunctions(1, 101, 3, values).saturation()).isCloseTo(0.1 / 0.5, within(1e-12));
		assertThat(QuantileFunctions.identity(4, 101, 3).saturation()).as("nothing learned yet").isCloseTo(0.05 / 0.99, within(1e-12));
		assertThat(QuantileFunctions.identity(4, 2, 3).saturation()).isZero();
		assertThat(new QuantileFunctions(1, 3, 1, new double[] { 0, 1, 1 }).saturation()).as("never used").isZero();
	}
}
