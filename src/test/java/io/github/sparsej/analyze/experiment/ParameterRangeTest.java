package io.github.sparsej.analyze.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;

import org.junit.jupiter.api.Test;

class ParameterRangeTest {

	private static void areClose(final List<Double> values, final double... expected) {
		assertThat(values).hasSize(expected.length);
		for (int i = 0; i < expected.length; i++) assertThat(values.get(i)).isCloseTo(expected[i], within(1e-12));
	}

	@Test
	void aRangeOfFourGoesFromAQuarterToFourTimesTheValue() {
		areClose(ParameterRange.around(0.01, 4, 5), 0.0025, 0.005, 0.01, 0.02, 0.04);
		assertThat(ParameterRange.around(0.0033, 10, 9).get(4)).as("the middle is the value, to the bit").isEqualTo(0.0033);
	}

	@Test
	void onePointIsTheValueItself() {
		assertThat(ParameterRange.around(0.05, 4, 1)).containsExactly(0.05);
		assertThat(ParameterRange.upTo(0.95, 4, 1)).containsExactly(0.95);
		assertThat(ParameterRange.aroundShare(0.5, 4, 1)).containsExactly(0.5);
	}

	@Test
	void wholeNumbersAreRoundedAndThereOnce() {
		assertThat(ParameterRange.aroundInteger(10, 4, 5)).containsExactly(3, 5, 10, 20, 40);
		assertThat(ParameterRange.aroundInteger(2, 2, 9)).containsExactly(1, 2, 3, 4);
		assertThat(ParameterRange.aroundInteger(1, 4, 3)).as("no number of nothing").containsExactly(1, 4);
		assertThat(ParameterRange.aroundInteger(1 << 30, 100, 3)).as("no overflow").endsWith(Integer.MAX_VALUE);
	}

	@Test
	void ofSharesTheRestIsInEqualRatios() {
		areClose(ParameterRange.aroundShare(0.9, 4, 5), 0.6, 0.8, 0.9, 0.95, 0.975);
	}

	@Test
	void factorsGoUpToTheValue() {
		areClose(ParameterRange.upTo(1, 4, 3), 0.25, 0.5, 1);
	}

	@Test
	void thereAreNoRatiosAroundZero() {
		assertThatThrownBy(() -> ParameterRange.around(0, 4, 3)).hasMessageContaining("above 0").hasMessageContaining("0.0");
		assertThatThrownBy(() -> ParameterRange.around(1, 4, 0)).hasMessageContaining("at least 1 point, got 0");
	}
}
