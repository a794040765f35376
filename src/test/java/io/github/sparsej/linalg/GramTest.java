package io.github.sparsej.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.IntStream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GramTest {

	@ParameterizedTest
	@CsvSource({ "1,1", "1,7", "5,3", "48,9", "49,16", "130,25" })
	void holdsAllInnerProductsToTheBitOnAnyNumberOfThreads(final int count, final int length) {
		final float[] rows = random(count * length);
		final float[][] gram = Gram.of(rows, Columns.of(rows, count, length, Parallel.SERIAL), count, Parallel.SERIAL);
		for (int i = 0; i < count; i++)
			for (int j = 0; j < count; j++) {
				float sum = 0;
				for (int k = 0; k < length; k++) sum = Math.fma(rows[i * length + k], rows[j * length + k], sum);
				assertThat(gram[i][j]).isEqualTo(sum).isEqualTo(gram[j][i]);
			}
		assertThat(Gram.of(rows, Columns.of(rows, count, length, Parallel.of(8)), count, Parallel.of(8))).isDeepEqualTo(gram);
		final float[][] columns = new float[length][count];
		assertThat(Gram.andColumns(rows, columns, count, Parallel.of(2))).isDeepEqualTo(gram);
		for (int i = 0; i < count; i++) for (int k = 0; k < length; k++) assertThat(columns[k][i]).isEqualTo(rows[i * length + k]);
	}

	@ParameterizedTest
	@CsvSource({ "1,1", "5,3", "49,16", "130,25" })
	void holdsAllInnerProductsInDoublePrecision(final int count, final int length) {
		final float[] floats = random(count * length);
		final double[] rows = new double[floats.length];
		for (int i = 0; i < rows.length; i++) rows[i] = floats[i] / 3.0;
		final double[][] gram = Gram.of(rows, Columns.of(rows, count, length, Parallel.of(2)), count, Parallel.of(2));
		for (int i = 0; i < count; i++)
			for (int j = 0; j < count; j++) {
				double sum = 0;
				for (int k = 0; k < length; k++) sum += rows[i * length + k] * rows[j * length + k];
				assertThat(gram[i][j]).isCloseTo(sum, within(1e-14)).isEqualTo(gram[j][i]);
			}
	}

	@ParameterizedTest
	@CsvSource({ "1,1,1", "49,16,2", "130,25,3", "130,25,130", "60,9,60000" })
	void ofChangedRowsIsTheSameAsMadeAnew(final int count, final int length, final int every) {
		final float[] rows = random(count * length), other = rows.clone();
		final int[] changed = IntStream.range(0, count).filter(i -> i % every == every / 2).toArray();
		for (final int i : changed) for (int k = 0; k < length; k++) other[i * length + k] = (float) Math.sin(i + k);
		final float[][] before = new float[length][count], columns = new float[length][], anew = new float[length][count];
		final float[][] gram = Gram.andColumns(rows, before, count, Parallel.SERIAL), expected = Gram.andColumns(other, anew, count, Parallel.SERIAL);
		for (final int threads : new int[] { 1, 2, 8 }) {
			assertThat(Gram.changed(other, changed, before, columns, gram, Parallel.of(threads))).isDeepEqualTo(expected);
			assertThat(columns).isDeepEqualTo(anew);
		}
		assertThat(gram).isDeepEqualTo(Gram.of(rows, before, count, Parallel.SERIAL));
	}

	private static float[] random(final int count) {
		final SplittableRandom random = new SplittableRandom(count);
		final float[] values = new float[count];
		for (int i = 0; i < count; i++) values[i] = (float) random.nextDouble(-1, 1);
		return values;
	}
}
