package io.github.sparsej.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

import io.github.sparsej.model.Progress;

class DoubleMatricesTest {

	private static final Parallel TWO = Parallel.of(2);

	@Test
	void productsAreThoseOfTheirDefinition() {
		for (final int[] size : new int[][] { { 1, 1, 1 }, { 50, 7, 3 }, { 97, 30, 41 }, { 1030, 60, 20 } }) {
			final double[][] a = random(size[0], size[1], 1), b = random(size[1], size[2], 2), c = new double[size[0]][size[2]];
			assertThat(DoubleMatrices.multiply(a, b, c, TWO, Progress.NONE, "")).isTrue();
			check(a, b, c);
			check(DoubleMatrices.transposed(a), c, DoubleMatrices.crossProduct(a, c, TWO, Progress.NONE, ""));
		}
	}

	private static void check(final double[][] a, final double[][] b, final double[][] c) {
		for (int i = 0; i < a.length; i++)
			for (int j = 0; j < b[0].length; j++) {
				double sum = 0;
				for (int k = 0; k < b.length; k++) sum += a[i][k] * b[k][j];
				assertThat(c[i][j]).isCloseTo(sum, within(1e-9));
			}
	}

	@Test
	void numberOfThreadsChangesNoBit() {
		final double[][] a = random(2500, 100, 3), b = random(100, 60, 4), one = new double[2500][60], eight = new double[2500][60];
		DoubleMatrices.multiply(a, b, one, Parallel.SERIAL, Progress.NONE, "");
		DoubleMatrices.multiply(a, b, eight, Parallel.of(8), Progress.NONE, "");
		assertThat(eight).isDeepEqualTo(one);
		assertThat(DoubleMatrices.crossProduct(a, one, Parallel.of(8), Progress.NONE, "")).isDeepEqualTo(DoubleMatrices.crossProduct(a, one, Parallel.SERIAL, Progress.NONE, ""));
	}

	@Test
	void endsEarlyWhereAskedTo() {
		// On one thread: another could be done with all pieces before the calling one asks first.
		final double[][] a = random(200, 5, 5);
		assertThat(DoubleMatrices.multiply(a, random(5, 5, 6), new double[200][5], Parallel.SERIAL, (fraction, what) -> false, "")).isFalse();
		assertThat(DoubleMatrices.crossProduct(a, a, Parallel.SERIAL, (fraction, what) -> false, "")).isNull();
	}

	private static double[][] random(final int rows, final int columns, final long seed) {
		final SplittableRandom random = new SplittableRandom(seed);
		final double[][] matrix = new double[rows][columns];
		for (final double[] row : matrix) for (int j = 0; j < columns; j++) row[j] = random.nextDouble(-1, 1);
		return matrix;
	}
}
