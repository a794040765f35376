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
		final float[][] matrix = new float[6][];
		for (int r = 0; r < matrix.length; r++) matrix[r] = floats(random, length);
		final float[] coefficient = new float[terms + 3];
		final int[] row = new int[terms + 3];
		for (int k = 0; k < coefficient.length; k++) {
			coefficient[k] = (float) random.nextGaussian();
			row[k] = random.nextInt(6);
		}
		final float[] expected = floats(random, length);
		final float[] y = expected.clone();
		for (int k = 2; k < terms + 2; k++)
			for (int j = 0; j < length; j++) expected[j] = Math.fma(coefficient[k], matrix[row[k]][j], expected[j]);
		RowCombination.add(coefficient, row, 2, terms + 2, matrix, y);
		assertThat(y).isEqualTo(expected);
	}

	private static float[] floats(final SplittableRandom random, final int count) {
		final float[] values = new float[count];
		for (int i = 0; i < count; i++) values[i] = (float) random.nextDouble(-1, 1);
		return values;
	}
}
