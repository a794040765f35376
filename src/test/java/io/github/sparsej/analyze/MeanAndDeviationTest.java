package io.github.sparsej.analyze;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;

import org.junit.jupiter.api.Test;

class MeanAndDeviationTest {

	@Test
	void theDeviationIsDividedByTheNumberOfValues() {
		final MeanAndDeviation of = MeanAndDeviation.of(List.of(1.0, 2.0, 3.0, 6.0));
		assertThat(of.mean()).isCloseTo(3, within(1e-12));
		assertThat(of.deviation()).isCloseTo(Math.sqrt((4 + 1 + 0 + 9) / 4.0), within(1e-12));
		assertThat(MeanAndDeviation.of(List.of(5.0))).isEqualTo(new MeanAndDeviation(5, 0));
	}

	@Test
	void whatIsNotKnownIsLeftOut() {
		assertThat(MeanAndDeviation.of(List.of(1.0, Double.NaN, 3.0))).isEqualTo(new MeanAndDeviation(2, 1));
		assertThat(MeanAndDeviation.of(List.of()).mean()).isNaN();
	}
}
