package io.github.sparsej.linalg;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

class SumsTest {

	/** Of whole numbers, which have no rounding, at every count around multiples of eight; what is beyond the count is left out. */
	@Test
	void everyValueUpToTheCountIsTakenOnce() {
		final double[] values = IntStream.range(0, 27).mapToDouble(i -> (i * 37 + 11) % 101 - 50).toArray();
		for (int count = 0; count <= values.length; count++) {
			assertThat(Sums.of(values, count)).as("sum of %d", count).isEqualTo(Arrays.stream(values, 0, count).sum());
			assertThat(Sums.ofSquares(values, count)).as("squares of %d", count).isEqualTo(Arrays.stream(values, 0, count).map(value -> value * value).sum());
		}
	}
}
