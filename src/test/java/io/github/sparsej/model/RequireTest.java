package io.github.sparsej.model;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.function.DoubleConsumer;
import java.util.function.LongConsumer;

import org.junit.jupiter.api.Test;

class RequireTest {

	@Test
	void numbersBeginAtTheFirstAllowedOne() {
		refused((LongConsumer) value -> Require.atLeastOne("atoms", value), "atoms must be at least 1, got ", 0, -1, Long.MIN_VALUE);
		refused((LongConsumer) value -> Require.notNegative("sweeps", value), "sweeps must be 0 or more, got ", -1, Long.MIN_VALUE);
		assertThatCode(() -> {
			Require.atLeastOne("atoms", 1);
			Require.atLeastOne("atoms", Long.MAX_VALUE);
			Require.notNegative("sweeps", 0);
		}).doesNotThrowAnyException();
	}

	@Test
	void valuesAreFiniteAndOfTheRightSign() {
		refused((DoubleConsumer) value -> Require.positive("sigma in px", value), "sigma in px must be finite and above 0, got ", 0.0, -0.0, -1e-300, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);
		refused((DoubleConsumer) value -> Require.notNegative("decay", value), "decay must be finite and 0 or more, got ", -1e-300, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);
		assertThatCode(() -> {
			Require.positive("sigma", Double.MIN_VALUE);
			Require.positive("sigma", Double.MAX_VALUE);
			Require.notNegative("decay", 0);
			Require.notNegative("decay", Double.MAX_VALUE);
		}).doesNotThrowAnyException();
	}

	@Test
	void sharesHaveTwoEnds() {
		refused((DoubleConsumer) value -> Require.belowOne("beta", value), "beta must be 0 or more and below 1, got ", -1e-300, 1, Double.NaN);
		refused((DoubleConsumer) value -> Require.fromZeroToOne("rate", value), "rate must be from 0 to 1, got ", -1e-300, Math.nextUp(1.0), Double.NaN);
		assertThatCode(() -> {
			Require.belowOne("beta", 0);
			Require.belowOne("beta", Math.nextDown(1.0));
			Require.fromZeroToOne("rate", 0);
			Require.fromZeroToOne("rate", 1);
		}).doesNotThrowAnyException();
	}

	private static void refused(final LongConsumer check, final String message, final long... values) {
		for (final long value : values) assertThatIllegalArgumentException().isThrownBy(() -> check.accept(value)).withMessage(message + value);
	}

	private static void refused(final DoubleConsumer check, final String message, final double... values) {
		for (final double value : values) assertThatIllegalArgumentException().isThrownBy(() -> check.accept(value)).withMessage(message + value);
	}
}
