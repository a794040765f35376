package io.github.sparsej.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;

class LogisticTest {

	private static double of(final double input) {
		final double[] value = { input };
		Logistic.of(value, 1, value);
		return value[0];
	}

	@Property(tries = 2000)
	void isTheLogisticFunctionToRounding(@ForAll @DoubleRange(min = -60, max = 60) final double a) {
		assertThat(of(a)).isCloseTo(1 / (1 + Math.exp(-a)), within(5e-16));
	}

	@Property(tries = 2000)
	void smallValuesHaveTheirDigits(@ForAll @DoubleRange(min = -20, max = 1) final double a) {
		assertThat(of(a) * (1 + Math.exp(-a))).isCloseTo(1, within(1e-12));
	}

	@Test
	void extremesStayInRangeAndNothingIsLostOfTheArray() {
		final double[] inputs = { 0, 1e300, -1e300, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NaN, 3 }, values = new double[7];
		Logistic.of(inputs, 6, values);
		assertThat(values).containsExactly(0.5, 1, values[2], 1, values[4], Double.NaN, 0);
		assertThat(values[2]).isEqualTo(values[4]).isBetween(0.0, 5e-18);
		assertThat(inputs).containsExactly(0, 1e300, -1e300, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NaN, 3);
	}

	/** Long arrays go through vector code, whose bits must be those of one value at a time. */
	@Test
	void everyValueHasTheSameBitsAloneAsAmongOthers() {
		final double[] inputs = new double[1003], values = new double[1003];
		for (int i = 0; i < inputs.length; i++) inputs[i] = 0.05 * (i - 500) + 1e-3 * i * i % 1;
		for (int round = 0; round < 2000; round++) Logistic.of(inputs, inputs.length, values);
		for (int i = 0; i < inputs.length; i++) assertThat(values[i]).isEqualTo(of(inputs[i]));
	}
}
