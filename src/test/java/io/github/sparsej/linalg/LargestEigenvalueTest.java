package io.github.sparsej.linalg;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LargestEigenvalueTest {

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 3, 7, 40, 150 })
	void boundIsJustAboveTheLargestOfAllEigenvalues(final int size) {
		for (final int rank : new int[] { 1, size, 3 * size }) {
			final float[][] gram = gram(size, rank, size + 31L * rank);
			final double largest = SymmetricEigen.of(size, flat(gram)).values()[0];
			assertThat(LargestEigenvalue.boundOf(gram)).isBetween(largest, largest * (1 + 5e-6));
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 6, 40, 150 })
	void boundInDoublePrecisionIsHardlyAboveTheLargest(final int size) {
		for (final int rank : new int[] { 1, size, 3 * size }) {
			final double[] flat = flat(gram(size, rank, size + 37L * rank));
			final double[][] matrix = new double[size][];
			for (int i = 0; i < size; i++) matrix[i] = Arrays.copyOfRange(flat, i * size, (i + 1) * size);
			final double largest = SymmetricEigen.of(size, flat).values()[0];
			assertThat(LargestEigenvalue.boundOf(matrix)).isBetween(largest * (1 - 1e-14 * size), largest * (1 + 5e-9));
		}
	}

	@Test
	void startThatMissesTheLargestEigenvalueIsFoundOut() {
		final int size = 300;
		final float[][] matrix = new float[size][size];
		// As many eigenvalues close to the largest as to keep the iteration from telling them apart.
		for (int i = 0; i < size; i++) matrix[i][i] = 1 + i * 1e-5f;
		assertThat(LargestEigenvalue.boundOf(matrix)).isBetween(1 + 299e-5, 1 + 320e-5);
	}

	@Test
	void equalEigenvaluesAreBounded() {
		final float[][] identity = new float[50][50];
		for (int i = 0; i < 50; i++) identity[i][i] = 1;
		assertThat(LargestEigenvalue.boundOf(identity)).isBetween(1.0, 1 + 5e-6);
	}

	@Test
	void boundIsTheSameAgain() {
		assertThat(LargestEigenvalue.boundOf(gram(60, 20, 5))).isEqualTo(LargestEigenvalue.boundOf(gram(60, 20, 5)));
	}

	private static float[][] gram(final int size, final int rank, final long seed) {
		final SplittableRandom random = new SplittableRandom(seed);
		final float[] rows = new float[size * rank];
		for (int i = 0; i < rows.length; i++) rows[i] = (float) random.nextDouble(-1, 1.5);
		return Gram.of(rows, Columns.of(rows, size, rank, Parallel.SERIAL), size, Parallel.SERIAL);
	}

	private static double[] flat(final float[][] matrix) {
		final double[] flat = new double[matrix.length * matrix.length];
		for (int i = 0; i < flat.length; i++) flat[i] = matrix[i / matrix.length][i % matrix.length];
		return flat;
	}
}
