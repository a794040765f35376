package io.github.sparsej.autoencoder;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class LearningSignalsTest {

	private static void assertRefused(final double[][] signals, final int hidden, final String... message) {
		assertThatThrownBy(() -> LearningSignals.require(signals, hidden)).isInstanceOf(IllegalArgumentException.class).hasMessageContainingAll(message);
	}

	@Test
	void signalsThatDifferAreEnough() {
		assertThatCode(() -> LearningSignals.require(new double[][] { { 1, 1 }, { 1, 1 }, { 1, Math.nextUp(1) } }, 3)).doesNotThrowAnyException();
	}

	@Test
	void whatCannotBeLearnedFromIsNamed() {
		final double[][] two = { { 1, 2 }, { 3, 4 } };
		assertRefused(new double[0][], 1, "no signals");
		assertRefused(new double[][] { {}, {} }, 1, "at least 1 value");
		assertRefused(two, 0, "from 1 to the number of signals, 2, got 0");
		assertRefused(two, 3, "from 1 to the number of signals, 2, got 3");
		assertRefused(new double[][] { { 1, 2 }, { 1, 2 } }, 1, "all the same");
		assertRefused(new double[][] { { 1, 2 } }, 1, "all the same");
		assertRefused(new double[][] { { 1, 2 }, { 3 } }, 1, "signal 2 has 1 values, the first has 2");
		assertRefused(new double[][] { { 1, 2 }, { 3, Double.NaN } }, 1, "signal 2 holds NaN");
		assertRefused(new double[][] { { Double.POSITIVE_INFINITY, 2 }, { 3, 1 } }, 1, "signal 1 holds Infinity");
	}
}
