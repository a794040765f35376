package io.github.sparsej.linalg;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

class WorstOfFewTest {

	private static final int MOST = WorstOfFew.MOST, TERMS = 7;

	private final SplittableRandom random = new SplittableRandom(3);
	private final int[] isOpen = new int[MOST];
	private final float[] correlations = values(), limits = new float[MOST], factors = values();
	private final float[][] rows = new float[2 * TERMS][];
	private final int[] indices = { 13, 0, 5, 2, 8, 1, 12 };

	WorstOfFewTest() {
		Arrays.fill(isOpen, -1);
		for (final int index : indices) rows[index] = values(); // the others must not be looked at
	}

	private float[] values() {
		final float[] values = new float[MOST];
		for (int i = 0; i < MOST; i++) values[i] = (float) random.nextDouble(-2, 2);
		return values;
	}

	private int find(final int count, final float margin, final boolean signed, final int terms) {
		Arrays.fill(isOpen, count, MOST, 0);
		return WorstOfFew.find(correlations, limits, isOpen, count, margin, signed, rows, indices, factors, terms);
	}

	private int expected(final int count, final double margin, final boolean signed, final int terms) {
		double most = 0;
		int worst = -1;
		for (int q = 0; q < count; q++) {
			double residual = correlations[q];
			for (int k = 0; k < terms; k++) residual -= (double) factors[k] * rows[indices[k]][q];
			final double beyond = (signed ? Math.abs(residual) : residual) - limits[q] - margin;
			if (isOpen[q] == 0 || beyond <= most) continue;
			most = beyond;
			worst = q;
		}
		return worst;
	}

	@Test
	void isTheOneFurthestBeyondItsLimit() {
		for (int round = 0; round < 50; round++) {
			System.arraycopy(values(), 0, correlations, 0, MOST);
			for (int q = 0; q < MOST; q++) limits[q] = (float) random.nextDouble(4);
			for (int count = MOST; count >= 0; count--)
				for (final boolean signed : new boolean[] { true, false })
					for (final int terms : new int[] { 0, 1, TERMS }) assertThat(find(count, 0.25f, signed, terms)).isEqualTo(expected(count, 0.25, signed, terms));
			Arrays.fill(isOpen, -1);
			isOpen[round % MOST] = 0;
			assertThat(find(MOST, 0, true, TERMS)).isEqualTo(expected(MOST, 0, true, TERMS));
			Arrays.fill(isOpen, -1);
		}
	}

	@Test
	void ofEqualOnesTheFirstIsFoundAndNoneWithinItsLimit() {
		Arrays.fill(correlations, 1);
		correlations[9] = correlations[30] = -5;
		assertThat(find(MOST, 0, true, 0)).isEqualTo(9);
		assertThat(find(MOST, 0, false, 0)).isZero();
		assertThat(find(MOST, 1, false, 0)).isEqualTo(-1);
	}

	@Test
	void whatIsNotAskedForMayBeInfinite() {
		Arrays.fill(correlations, 0);
		correlations[1] = 1;
		correlations[2] = Float.POSITIVE_INFINITY;
		correlations[4] = Float.NaN;
		assertThat(find(2, 0, true, 0)).isEqualTo(1);
	}
}
