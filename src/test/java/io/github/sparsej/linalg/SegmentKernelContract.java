package io.github.sparsej.linalg;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every {@link SegmentKernel} does, to the bit, and to nothing outside of the segment. */
abstract class SegmentKernelContract {

	private static final int BEGIN = 3, FROM = 5, LONGEST = 100;

	abstract SegmentKernel ofLength(int longest);

	private static float[] random(final int count, final long seed) {
		final SplittableRandom random = new SplittableRandom(seed);
		final float[] values = new float[count];
		for (int i = 0; i < count; i++) values[i] = (float) random.nextGaussian();
		return values;
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 1, 7, 16, 33, LONGEST })
	void subtractsByFma(final int length) {
		final float[] values = random(LONGEST + 10, 1), row = random(LONGEST + 10, 2), expected = values.clone(), rowBefore = row.clone();
		for (int j = 0; j < length; j++) expected[BEGIN + j] = Math.fma(-1.3f, row[FROM + j], expected[BEGIN + j]);
		ofLength(LONGEST).subtract(values, BEGIN, length, 1.3f, row, FROM);
		assertThat(values).isEqualTo(expected);
		assertThat(row).isEqualTo(rowBefore);
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 1, 7, 16, 33, LONGEST })
	void raisesMaxima(final int length) {
		final float[] values = random(LONGEST + 10, 1), weights = random(LONGEST, 3), before = values.clone();
		for (int j = 0; j < LONGEST; j++) weights[j] = Math.abs(weights[j]);
		for (final float[] w : new float[][] { null, weights })
			for (final boolean signed : new boolean[] { false, true }) {
				final float[] maxima = random(LONGEST, 4), expected = new float[LONGEST];
				for (int j = 0; j < LONGEST; j++) {
					maxima[j] = j % 3 == 0 ? 0 : Math.abs(maxima[j]);
					final float value = w == null ? values[BEGIN + j] : w[j] * values[BEGIN + j];
					expected[j] = j < length ? Math.max(maxima[j], signed ? Math.abs(value) : value) : maxima[j];
				}
				ofLength(LONGEST).raise(values, BEGIN, length, w, signed, maxima);
				assertThat(maxima).isEqualTo(expected);
			}
		assertThat(values).isEqualTo(before);
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 1, 2, 3, 4, 5, 30 })
	void findsTheLargest(final int count) {
		final float[] values = random(60, 5);
		for (int i = 0; i < values.length; i++) values[i] = Math.abs(values[i]);
		float most = 0;
		for (int i = 4; i < 4 + count; i++) most = Math.max(most, values[i]);
		assertThat(SegmentKernel.largest(values, 4, 4 + count)).isEqualTo(most);
	}
}
