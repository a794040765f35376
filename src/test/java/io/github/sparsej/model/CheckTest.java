package io.github.sparsej.model;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.function.DoubleConsumer;
import java.util.function.LongConsumer;

import org.junit.jupiter.api.Test;

class CheckTest {

	@Test
	void numbersBeginAtTheFirstAllowedOne() {
		refused((LongConsumer) value -> Check.atLeastOne("atoms", value), "atoms must be at least 1, got ", 0, -1, Long.MIN_VALUE);
		refused((LongConsumer) value -> Check.notNegative("sweeps", value), "sweeps must be 0 or more, got ", -1, Long.MIN_VALUE);
		assertThatCode(() -> {
			Check.atLeastOne("atoms", 1);
			Check.atLeastOne("atoms", Long.MAX_VALUE);
			Check.notNegative("sweeps", 0);
		}).doesNotThrowAnyException();
	}

	@Test
	void valuesAreFiniteAndOfTheRightSign() {
		refused((DoubleConsumer) value -> Check.positive("sigma in px", value), "sigma in px must be finite and above 0, got ", 0.0, -0.0, -1e-300, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);
		refused((DoubleConsumer) value -> Check.notNegative("decay", value), "decay must be finite and 0 or more, got ", -1e-300, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);
		assertThatCode(() -> {
			Check.positive("sigma", Double.MIN_VALUE);
			Check.positive("sigma", Double.MAX_VALUE);
			Check.notNegative("decay", 0);
			Check.notNegative("decay", Double.MAX_VALUE);
		}).doesNotThrowAnyException();
	}

	@Test
	void sharesHaveTwoEnds() {
		refused((DoubleConsumer) value -> Check.belowOne("beta", value), "beta must be 0 or more and below 1, got ", -1e-300, 1, Double.NaN);
		refused((DoubleConsumer) value -> Check.fromZeroToOne("rate", value), "rate must be from 0 to 1, got ", -1e-300, Math.nextUp(1.0), Double.NaN);
		assertThatCode(() -> {
			Check.belowOne("beta", 0);
			Check.belowOne("beta", Math.nextDown(1.0));
			Check.fromZeroToOne("rate", 0);
			Check.fromZeroToOne("rate", 1);
		}).doesNotThrowAnyException();
	}

	private static void refused(final LongConsumer check, final String message, final long... values) {
		for (final long value : values) assertThatIllegalArgumentException().isThrownBy(() -> check.accept(value)).withMessage(message + value);
	}

	private static void refused(final DoubleConsumer check, final String message, final double... values) {
		for (final double value : values) assertThatIllegalArgumentException().isThrownBy(() -> check.accept(value)).withMessage(message + value);
	}
}
