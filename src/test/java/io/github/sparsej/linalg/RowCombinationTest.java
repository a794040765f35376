package io.github.sparsej.linalg;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowCombinationTest {

	@ParameterizedTest
	@ValueSource(ints = { 0, 1, 2, 3, 4, 5, 7, 8, 11 })
	void hasTheBitsOfTermsAddedOneByOne(final int terms) {
		final SplittableRandom random = new SplittableRandom(terms);
		final int length = 13;
		final double[][] matrix = new double[6][];
		for (int r = 0; r < matrix.length; r++) matrix[r] = random.doubles(length, -1, 1).toArray();
		final float[] coefficient = new float[terms + 3];
		final int[] row = new int[terms + 3];
		for (int k = 0; k < coefficient.length; k++) {
			coefficient[k] = (float) random.nextGaussian();
			row[k] = random.nextInt(6);
		}
		final double[] expected = random.doubles(length).toArray();
		final double[] y = expected.clone();
		for (int k = 2; k < terms + 2; k++)
			for (int j = 0; j < length; j++) expected[j] = Math.fma(-0.5 * coefficient[k], matrix[row[k]][j], expected[j]);
		RowCombination.add(-0.5, coefficient, row, 2, terms + 2, matrix, y);
		assertThat(y).isEqualTo(expected);
	}
}
