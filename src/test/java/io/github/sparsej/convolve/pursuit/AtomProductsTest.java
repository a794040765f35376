package io.github.sparsej.convolve.pursuit;

import static io.github.sparsej.testing.Close.assertClose;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.PatchShape;

class AtomProductsTest {

	@ParameterizedTest
	@CsvSource({ "1,1,1,1", "3,4,1,1", "5,2,3,4", "4,7,2,9", "30,5,1,3" })
	void areTheSameMadeAllAtOnceAndOneByOneAndWhatTheyMean(final int width, final int height, final int channels, final int count) {
		final PatchShape shape = new PatchShape(width, height, 1, channels);
		final float[] atoms = Examples.dictionary(count, shape, 1).toArray();
		final AtomProducts eager = new AtomProducts(shape, count, atoms, Long.MAX_VALUE, Parallel.of(3)), lazy = new AtomProducts(shape, count, atoms, 0, Parallel.SERIAL);
		for (int s = 0; s < count; s++) {
			final float[][] row = eager.of(s);
			assertThat(row).isDeepEqualTo(lazy.of(s)).isDeepEqualTo(lazy.of(s)).hasDimensions(2 * height - 1, (2 * width - 1) * count);
			for (int dy = 1 - height; dy < height; dy++) assertClose(row[dy + height - 1], products(shape, atoms, count, s, dy), 1e-6);
		}
	}

	private static float[] products(final PatchShape shape, final float[] atoms, final int count, final int s, final int dy) {
		final float[] expected = new float[(2 * shape.width() - 1) * count];
		for (int dx = 1 - shape.width(); dx < shape.width(); dx++)
			for (int k = 0; k < count; k++) {
				double sum = 0;
				for (int c = 0; c < shape.channels(); c++)
					for (int u = Math.max(0, -dy); u < shape.height() - Math.max(0, dy); u++)
						for (int v = Math.max(0, -dx); v < shape.width() - Math.max(0, dx); v++)
							sum += (double) atoms[s * shape.length() + (c * shape.height() + u + dy) * shape.width() + v + dx] * atoms[k * shape.length() + (c * shape.height() + u) * shape.width() + v];
				expected[(dx + shape.width() - 1) * count + k] = (float) sum;
			}
		return expected;
	}
}
