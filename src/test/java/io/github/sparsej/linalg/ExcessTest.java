package io.github.sparsej.linalg;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

class ExcessTest {

	private final SplittableRandom random = new SplittableRandom(6);

	private float[] values(final int count) {
		final float[] values = new float[count];
		for (int i = 0; i < count; i++) values[i] = (float) random.nextDouble(-2, 2);
		return values;
	}

	@Test
	void isWhatIsBeyondLimitAndMargin() {
		final float[] values = { 3, -3, 1, -1, 0.5f, 1.25f }, limits = { 1, 1, 1, 1, 1, 1 }, excess = new float[6];
		Excess.of(values, limits, 6, 0.25f, true, excess);
		assertThat(excess).containsExactly(1.75f, 1.75f, 0, 0, 0, 0);
		Excess.of(values, limits, 6, 0.25f, false, excess);
		assertThat(excess).containsExactly(1.75f, 0, 0, 0, 0, 0);
	}

	@Test
	void thoseAboveAThresholdAreFoundWhereverTheyStand() {
		for (int count = 0; count < 70; count++) {
			final float[] excess = new float[count];
			Excess.of(values(count), values(count), count, 0.5f, true, excess);
			for (final float threshold : new float[] { 0.01f, 0.5f, 1, 9 }) {
				final int[] found = new int[count + 1], expected = IntStream.range(0, count).filter(i -> excess[i] >= threshold).toArray();
				assertThat(Arrays.copyOf(found, Excess.find(excess, count, threshold, found))).isEqualTo(expected);
				final int[] kept = Arrays.copyOf(IntStream.range(0, count).toArray(), count + 1);
				assertThat(Arrays.copyOf(kept, Excess.keep(excess, threshold, kept, count))).isEqualTo(expected);
			}
		}
	}

	@Test
	void valueAsLargeAsTheThresholdReachesIt() {
		final float[] excess = new float[20];
		excess[3] = excess[17] = 1;
		final int[] found = new int[21];
		assertThat(Excess.find(excess, 20, 1, found)).isEqualTo(2);
		assertThat(found).startsWith(3, 17);
	}
}
