package io.github.sparsej.linalg;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowProductsTest {

	@ParameterizedTest
	@ValueSource(ints = { 0, 1, 7, 8, 9, 16, 27 })
	void hasTheBitsOfTermsAddedOneByOneAndWritesNowhereElse(final int products) {
		final SplittableRandom random = new SplittableRandom(products);
		final int length = 13;
		final float[][] matrix = new float[6][];
		for (int r = 0; r < matrix.length; r++) matrix[r] = floats(random, length + r % 2);
		final int[] row = random.ints(products + 3, 0, 6).toArray();
		final float[] x = floats(random, length), y = floats(random, products + 3), expected = y.clone();
		for (int k = 2; k < products + 2; k++) {
			expected[k] = 0;
			for (int j = 0; j < length; j++) expected[k] = Math.fma(matrix[row[k]][j], x[j], expected[k]);
		}
		RowProducts.of(matrix, row, 2, products + 2, x, y);
		assertThat(y).isEqualTo(expected);
	}

	private static float[] floats(final SplittableRandom random, final int count) {
		final float[] values = new float[count];
		for (int i = 0; i < count; i++) values[i] = (float) random.nextDouble(-1, 1);
		return values;
	}
}
