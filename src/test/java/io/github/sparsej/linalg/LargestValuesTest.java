package io.github.sparsej.linalg;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LargestValuesTest {

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 3, 5, 16, 99, 100, 250 })
	void selectionIsThatOfSorting(final int most) {
		final SplittableRandom random = new SplittableRandom(most);
		final LargestValues largest = new LargestValues(most);
		for (int round = 0; round < 50; round++) {
			final float[] values = new float[100];
			// Coarse values, so that many are equal, and some are 0.
			for (int i = 0; i < values.length; i++) values[i] = random.nextInt(-9, 10) / 4f;
			final int[] found = new int[most];
			assertThat(sorted(found, largest.magnitudes(values, 100, found)))
				.isEqualTo(IntStream.range(0, 100).filter(i -> values[i] != 0).boxed().sorted(Comparator.comparingDouble(i -> -Math.abs(values[i]))).limit(most).mapToInt(i -> i).sorted().toArray());
			assertThat(sorted(found, largest.positive(values, 100, found)))
				.isEqualTo(IntStream.range(0, 100).filter(i -> values[i] > 0).boxed().sorted(Comparator.comparingDouble(i -> -values[i])).limit(most).mapToInt(i -> i).sorted().toArray());
		}
	}

	@Test
	void equalValuesAreTakenInOrder() {
		final int[] found = new int[2];
		assertThat(sorted(found, new LargestValues(2).magnitudes(new float[] { 1, 1, -1, 1 }, 4, found))).containsExactly(0, 1);
		assertThat(sorted(found, new LargestValues(2).magnitudes(new float[] { 1, 2, 1, -2, 2 }, 5, found))).containsExactly(1, 3);
	}

	@Test
	void whatFollowsTheCountIsNotLookedAt() {
		final int[] found = new int[1];
		assertThat(new LargestValues(1).positive(new float[] { 1, 9 }, 1, found)).isEqualTo(1);
		assertThat(found[0]).isZero();
		assertThat(new LargestValues(1).positive(new float[] { -1, -0f, 0 }, 3, found)).isZero();
	}

	private static int[] sorted(final int[] found, final int size) {
		final int[] sorted = Arrays.copyOf(found, size);
		Arrays.sort(sorted);
		return sorted;
	}
}
