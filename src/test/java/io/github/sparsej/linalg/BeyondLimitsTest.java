package io.github.sparsej.linalg;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BeyondLimitsTest {

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 3, 4, 5, 6, 7, 8, 9, 13, 16, 53, 441 })
	void allValuesBeyondTheirLimitsAreFoundOnce(final int count) {
		final SplittableRandom random = new SplittableRandom(count);
		final int[] scratch = new int[count], found = new int[count];
		for (final double reach : new double[] { 0.5, 1.1, 10 }) {
			final float[] values = new float[count], limits = new float[count];
			for (int i = 0; i < count; i++) {
				values[i] = (float) random.nextDouble(-reach, reach);
				limits[i] = i % 5 == 0 ? Math.abs(values[i]) : (float) random.nextDouble(0.9, 1.1);
			}
			final int beyond = BeyondLimits.magnitudes(values, limits, count, scratch, found);
			assertThat(sorted(found, beyond)).isEqualTo(IntStream.range(0, count).filter(i -> Math.abs(values[i]) > limits[i]).toArray());
			final int above = BeyondLimits.values(values, limits, count, scratch, found);
			assertThat(sorted(found, above)).isEqualTo(IntStream.range(0, count).filter(i -> values[i] > limits[i]).toArray());
		}
	}

	@Test
	void extremesAreTold() {
		final float[] values = { -3e38f, 3e38f, 0f, -0f, Float.MIN_VALUE, -Float.MIN_VALUE, 1, -1 };
		final float[] limits = { 1, 1, 0, 0, 0, 0, Float.MAX_VALUE, Float.POSITIVE_INFINITY };
		final int[] found = new int[8];
		assertThat(sorted(found, BeyondLimits.magnitudes(values, limits, 8, new int[8], found))).containsExactly(0, 1, 4, 5);
		assertThat(sorted(found, BeyondLimits.values(values, limits, 8, new int[8], found))).containsExactly(1, 4);
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 7, 16, 53 })
	void manyAreFoundAscending(final int count) {
		final SplittableRandom random = new SplittableRandom(count);
		final int[] found = new int[count];
		for (final double reach : new double[] { 0.5, 1.1, 10 }) {
			final float[] values = new float[count];
			for (int i = 0; i < count; i++) values[i] = i % 5 == 0 ? 1 : (float) random.nextDouble(-reach, reach);
			assertThat(Arrays.copyOf(found, BeyondLimits.manyMagnitudes(values, 1, count, found))).isEqualTo(IntStream.range(0, count).filter(i -> Math.abs(values[i]) > 1).toArray());
			assertThat(Arrays.copyOf(found, BeyondLimits.manyValues(values, 1, count, found))).isEqualTo(IntStream.range(0, count).filter(i -> values[i] > 1).toArray());
		}
	}

	@Test
	void roundedLimitsMissNothing() {
		for (final double limit : new double[] { 1e-300, 0.1, 1 / 3.0, 7, 1e30, 1e300, Double.MIN_VALUE }) assertThat((double) BeyondLimits.rounded(limit)).isLessThan(limit).isNotNegative();
	}

	private static int[] sorted(final int[] found, final int size) {
		final int[] sorted = Arrays.copyOf(found, size);
		Arrays.sort(sorted);
		return sorted;
	}
}
