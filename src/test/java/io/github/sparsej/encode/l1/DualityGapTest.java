package io.github.sparsej.encode.l1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

/** One atom: the minimum is known. */
class DualityGapTest {

	private static final double LIMIT = 0.4;

	/** Objective of coefficient a of one atom, of which the signal has c, and other for the rest of the signal. */
	private static double objective(final double a, final double c, final double other, final double ridge) {
		return ((c - a) * (c - a) + other) / 2 + LIMIT * Math.abs(a) + ridge / 2 * a * a;
	}

	private static double gap(final double a, final double c, final double other, final double ridge, final boolean nonnegative) {
		final double slope = c - a - ridge * a, residual = (c - a) * (c - a) + other;
		return DualityGap.of(residual, c * (c - a) + other, LIMIT * Math.abs(a), ridge * a * a, DualityGap.scale(slope, LIMIT, nonnegative));
	}

	private static double minimiser(final double c, final double ridge, final boolean nonnegative) {
		final double shrunk = Math.max(Math.abs(c) - LIMIT, 0) / (1 + ridge);
		return c > 0 ? shrunk : nonnegative ? 0 : -shrunk;
	}

	@Test
	void gapIsNoSmallerThanTheWayToTheMinimumAndNothingThere() {
		final SplittableRandom random = new SplittableRandom(1);
		for (int i = 0; i < 1000; i++) {
			final double c = random.nextDouble(-2, 2), other = random.nextDouble(2), ridge = i % 2 == 0 ? 0 : random.nextDouble();
			final boolean nonnegative = i % 3 == 0;
			final double best = minimiser(c, ridge, nonnegative), least = objective(best, c, other, ridge);
			final double a = nonnegative ? random.nextDouble(2) : random.nextDouble(-2, 2);
			assertThat(gap(a, c, other, ridge, nonnegative)).isGreaterThanOrEqualTo(objective(a, c, other, ridge) - least - 1e-12);
			assertThat(gap(best, c, other, ridge, nonnegative)).isCloseTo(0, within(1e-12));
		}
	}

	@Test
	void gapOfAnEmptyCodeIsKnown() {
		// The residual of length 2 is shrunk to the limit: 2 - (2 * 0.4 - 0.4^2 / 2).
		assertThat(gap(0, 2, 0, 0, false)).isCloseTo(2 - 0.72, within(1e-12));
	}

	@Test
	void nothingLeftOfTheSignalIsNoDivisionByZero() {
		assertThat(gap(2, 2, 0, 0, false)).isCloseTo(0.8, within(1e-12));
		assertThat(DualityGap.of(0, 0, 0, 0, Double.POSITIVE_INFINITY)).isZero();
	}

	@Test
	void onlyAtomsWithASlopeHaveALimit() {
		assertThat(DualityGap.scale(-0.8, 0.4, false)).isEqualTo(0.5);
		assertThat(DualityGap.scale(-0.8, 0.4, true)).isInfinite();
		assertThat(DualityGap.scale(0, 0.4, false)).isInfinite();
	}
}
