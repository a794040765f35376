package io.github.sparsej.encode.l1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

class JoinRatesTest {

	private static final int COUNT = 53;

	private final float[] correlations = new float[COUNT];
	private final float[] along = new float[COUNT];
	private final float[] rates = new float[COUNT + 1];

	JoinRatesTest() {
		final SplittableRandom random = new SplittableRandom(3);
		for (int i = 0; i < COUNT; i++) {
			correlations[i] = (float) random.nextDouble(-0.69, 0.69);
			along[i] = (float) random.nextDouble(-2, 2);
		}
	}

	@Test
	void correlationIsAtOneOfTheLimitsAfterTheFallOfTheRate() {
		JoinRates.ofBothSigns(0.7f, correlations, along, COUNT, rates);
		for (int i = 0; i < COUNT; i++) {
			final double fall = 1.0 / rates[i], limit = 0.7 - fall;
			assertThat(fall).isPositive();
			assertThat(Math.abs(correlations[i] - fall * along[i])).isCloseTo(Math.abs(limit), within(1e-5 * (1 + fall)));
			for (double sooner = 0; sooner < 1; sooner += 0.1) assertThat(Math.abs(correlations[i] - sooner * fall * along[i])).isLessThan(0.7 - sooner * fall + 1e-7);
		}
		assertThat(rates[COUNT]).isZero();
	}

	@Test
	void positiveLimitIsMetByAtomsThatComeNearerAlone() {
		JoinRates.ofPositive(0.7f, correlations, along, COUNT, rates);
		int never = 0;
		for (int i = 0; i < COUNT; i++) {
			if (along[i] >= 1) {
				assertThat(rates[i]).isZero();
				never++;
			}
			else assertThat(correlations[i] - along[i] / (double) rates[i]).isCloseTo(0.7 - 1.0 / rates[i], within(1e-5 * (1 + 1 / rates[i])));
		}
		assertThat(never).isBetween(5, COUNT - 5);
	}

	@Test
	void atomAtTheLimitJoinsAtOnceOrRetreats() {
		final float[] at = { 1, 1, 1, -1, -1 }, direction = { 0.5f, 1.5f, 1, -0.5f, -1.5f }, rate = new float[5];
		JoinRates.ofBothSigns(1, at, direction, 5, rate);
		assertThat(rate[0]).isGreaterThan(1e20f).isFinite();
		assertThat(rate[1]).isEqualTo(1.25f);
		assertThat(rate[2]).isEqualTo(1);
		assertThat(rate[3]).isGreaterThan(1e20f).isFinite();
		assertThat(rate[4]).isEqualTo(1.25f);
		JoinRates.ofPositive(1, at, direction, 3, rate);
		assertThat(rate[0]).isGreaterThan(1e20f).isFinite();
		assertThat(rate[1]).isZero();
		assertThat(rate[2]).isZero();
	}
}
