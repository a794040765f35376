package io.github.sparsej.analyze;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class HistogramTest {

	private static int[] counts(final Histogram histogram) {
		final int[] counts = new int[histogram.bins()];
		for (int i = 0; i < counts.length; i++) counts[i] = histogram.count(i);
		return counts;
	}

	@Test
	void binsAreEqualFromZeroToTheLargestValueWhichIsInTheLast() {
		final Histogram histogram = Histogram.fromZero(new double[] { 0, 0.9, 1, 2.5, 4, 4 }, 4);
		assertThat(counts(histogram)).containsExactly(2, 1, 1, 2);
		assertThat(histogram.binWidth()).isEqualTo(1);
		assertThat(histogram.middle(3)).isEqualTo(3.5);
	}

	@Test
	void zerosAreAllInTheFirstBin() {
		assertThat(counts(Histogram.fromZero(new double[3], 2))).containsExactly(3, 0);
	}

	@Test
	void refusesWhatItCannotCount() {
		assertThatThrownBy(() -> Histogram.fromZero(new double[] { 1, -0.5 }, 2)).hasMessageContaining("got -0.5");
		assertThatThrownBy(() -> Histogram.fromZero(new double[] { 1, Double.NaN }, 2)).hasMessageContaining("got NaN");
		assertThatThrownBy(() -> Histogram.fromZero(new double[] { 1 }, 0)).hasMessageContaining("got 0");
		assertThatThrownBy(() -> Histogram.fromZero(new double[0], 2)).hasMessageContaining("at least 1 value");
	}
}
