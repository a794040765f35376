package io.github.sparsej.linalg;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LargestValueTest {

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 63, 128, 129, 255, 256, 257, 441, 512, 513, 1000, 1024, 1025, 2048, 2049, 4096, 4097 })
	void findsWhatThePlainSearchFinds(final int count) {
		final SplittableRandom random = new SplittableRandom(count);
		final LargestValue search = new LargestValue(count);
		final float[] values = new float[LargestValue.room(count)];
		for (int trial = 0; trial < 50; trial++) {
			// Few different values: many are equal.
			final int different = trial % 2 == 0 ? 1 << 20 : 4;
			for (int i = 0; i < count; i++) values[i] = (random.nextInt(2 * different + 1) - different) * 1e-3f;
			assertFindsTheSame(search, values, count);
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { 200, 441, 1024, 2000, 4096 })
	void aLargestValueIsFoundWhereverItIs(final int count) {
		final LargestValue search = new LargestValue(count);
		final float[] values = new float[LargestValue.room(count)];
		for (int i = 0; i < count; i++) {
			values[i] = -3;
			assertThat(search.magnitude(values)).isEqualTo(i);
			values[i] = 3;
			assertThat(search.positive(values)).isEqualTo(i);
			assertThat(search.magnitude(values)).isEqualTo(i);
			values[i] = 1e-45f;
			assertThat(search.positive(values)).isEqualTo(i);
			values[i] = 0;
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 128, 129, 256, 257, 441, 512, 1000, 1024, 2049, 4096, 4097 })
	void thoseThatReachAThresholdAreFoundInOrder(final int count) {
		final SplittableRandom random = new SplittableRandom(count);
		final LargestValue search = new LargestValue(count);
		final float[] values = new float[LargestValue.room(count)];
		final int[] found = new int[count + 1];
		for (int trial = 0; trial < 50; trial++) {
			for (int i = 0; i < count; i++) values[i] = Math.max(0, random.nextInt(-40, 41)) / 8f;
			final float[] those = Arrays.copyOf(values, count);
			Arrays.sort(those);
			assertThat(search.most(values)).isEqualTo(those[count - 1]);
			for (final float threshold : new float[] { 1e-3f, 2.5f, 5, 6 }) {
				final int size = search.find(values, threshold, found);
				assertThat(Arrays.copyOf(found, size)).isEqualTo(IntStream.range(0, count).filter(i -> values[i] >= threshold).toArray());
			}
		}
		Arrays.fill(values, 0);
		assertThat(search.most(values)).isZero();
	}

	@Test
	void noneIsPositive() {
		final float[] values = new float[LargestValue.room(300)];
		final LargestValue search = new LargestValue(300);
		assertThat(search.positive(values)).isEqualTo(-1);
		assertThat(search.magnitude(values)).isZero();
		Arrays.fill(values, 0, 300, -2);
		values[7] = -0f;
		assertThat(search.positive(values)).isEqualTo(-1);
		assertThat(search.magnitude(values)).isZero();
	}

	@Test
	void valuesAtTheEndsOfTheRangeAreTold() {
		final float[] values = new float[LargestValue.room(300)];
		final LargestValue search = new LargestValue(300);
		values[100] = Float.MAX_VALUE;
		values[200] = Float.NEGATIVE_INFINITY;
		assertThat(search.magnitude(values)).isEqualTo(200);
		assertThat(search.positive(values)).isEqualTo(100);
		values[50] = Float.NaN; // which a score can be where rounding is all there is, and which then is to be noticed
		assertFindsTheSame(search, values, 300);
	}

	@Test
	void arraysWithoutRoomAreSearchedAllTheSame() {
		final float[] values = new float[300];
		values[299] = 1;
		assertFindsTheSame(new LargestValue(300), values, 300);
	}

	private static void assertFindsTheSame(final LargestValue search, final float[] values, final int count) {
		assertThat(search.magnitude(values)).isEqualTo(Correlations.largestMagnitude(values, count));
		assertThat(search.positive(values)).isEqualTo(Correlations.largestPositive(values, count));
	}
}
