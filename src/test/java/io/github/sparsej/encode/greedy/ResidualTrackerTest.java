package io.github.sparsej.encode.greedy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ResidualTrackerTest {

	private int measured;

	private ResidualTracker.Measure measure(final double energy) {
		return () -> {
			measured++;
			return energy;
		};
	}

	@Test
	void farFromTheToleranceNothingIsMeasured() {
		final ResidualTracker tracker = new ResidualTracker(5, false);
		tracker.begin(100);
		assertThat(tracker.isWithin(measure(0))).isFalse();
		tracker.lower(8);
		assertThat(tracker.isWithin(measure(0))).isFalse();
		tracker.lower(4);
		assertThat(tracker.isWithin(measure(1e9))).isTrue();
		assertThat(measured).isZero();
	}

	@Test
	void whereRoundingCouldDecideTheResidualIsMeasured() {
		// 1 - 0.6^2 - 0.8^2 is nothing but rounding, and the tolerance 1e-4 is below what float32 can tell.
		final ResidualTracker tracker = new ResidualTracker(1e-4, false);
		tracker.begin(1);
		tracker.lower(0.6);
		tracker.lower(0.8);
		assertThat(tracker.isWithin(measure(2e-8))).isFalse();
		assertThat(measured).isEqualTo(1);
		assertThat(tracker.isWithin(measure(0))).as("what was measured is remembered").isFalse();
		assertThat(measured).isEqualTo(1);
		tracker.lower(1.1e-4);
		assertThat(tracker.isWithin(measure(0))).isTrue();
	}

	@Test
	void withToleranceZeroNothingIsEverWithin() {
		final ResidualTracker tracker = new ResidualTracker(0, false);
		tracker.begin(1);
		tracker.lower(1);
		assertThat(tracker.isWithin(measure(0))).isFalse();
		assertThat(measured).isZero();
	}

	@Test
	void roundingThatIsBlownUpIsMeasuredEarlier() {
		final ResidualTracker tracker = new ResidualTracker(0.6, false);
		tracker.begin(1);
		tracker.lower(0.8);
		assertThat(tracker.isWithin(measure(0.36))).isTrue();
		assertThat(measured).isEqualTo(1);
		tracker.begin(1);
		tracker.lower(0.8001, 1);
		assertThat(tracker.isWithin(measure(0.4))).isTrue();
		assertThat(measured).isEqualTo(1);
		tracker.begin(1);
		tracker.lower(0.8001, 1000);
		assertThat(tracker.isWithin(measure(0.4))).isFalse();
		assertThat(measured).isEqualTo(2);
	}
}
