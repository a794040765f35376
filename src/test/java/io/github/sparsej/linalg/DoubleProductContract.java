package io.github.sparsej.linalg;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** What every float64 product must do: give the bits of the naive chain of fma, whatever the sizes. */
abstract class DoubleProductContract {

	abstract DoubleProduct product();

	@ParameterizedTest
	@CsvSource({ "0,5,5", "5,0,5", "5,5,0", "1,1,1", "1,64,1", "2,3,31", "3,3,32", "4,7,33", "6,18,64", "7,25,65", "12,36,48", "95,24,40", "96,23,441", "97,49,17", "200,2,130" })
	void givesTheBitsOfTheNaiveChain(final int rows, final int inner, final int columns) {
		check(rows, inner, columns, 0, inner, 1);
	}

	@Property(tries = 150)
	void givesTheBitsOfTheNaiveChainForAnySize(@ForAll @IntRange(max = 20) final int rows, @ForAll @IntRange(max = 60) final int inner, @ForAll @IntRange(max = 140) final int columns,
		@ForAll @IntRange(max = 9) final int offset, @ForAll @IntRange(max = 5) final int gap, @ForAll final long seed)
	{
		check(rows, inner, columns, offset, inner + gap, seed);
	}

	@Test
	void aStrideShorterThanARowMakesOverlappingSignals() {
		check(9, 12, 40, 3, 1, 5);
		check(9, 12, 40, 3, 0, 5);
	}

	@Test
	void rowGivesTheSameBitsAloneAsAmongOthers() {
		final int inner = 50, columns = 77;
		final double[] a = random(31 * inner, 3);
		final double[][] b = randomRows(inner, columns, 4), all = new double[31][columns], alone = new double[1][columns];
		product().multiply(a, 0, inner, 31, inner, b, columns, all);
		for (int r = 0; r < 31; r++) {
			product().multiply(a, r * inner, inner, 1, inner, b, columns, alone);
			assertThat(alone[0]).isEqualTo(all[r]);
		}
	}

	@Property(tries = 60)
	void zerosInAChangeNoBit(@ForAll @IntRange(max = 12) final int rows, @ForAll @IntRange(max = 60) final int inner, @ForAll @IntRange(max = 60) final int columns, @ForAll final long seed) {
		final double[] a = random(rows * inner, seed);
		for (int i = 0; i < a.length; i++) if (a[i] < 0.3) a[i] = i % 2 == 0 ? 0.0 : -0.0;
		check(a, rows, inner, columns, 0, inner, seed);
	}

	private void check(final int rows, final int inner, final int columns, final int offset, final int stride, final long seed) {
		check(random(offset + rows * stride + inner, seed), rows, inner, columns, offset, stride, seed);
	}

	private void check(final double[] a, final int rows, final int inner, final int columns, final int offset, final int stride, final long seed) {
		final double[][] b = randomRows(inner, columns, seed + 1), c = randomRows(rows, columns + 2, seed + 2);
		final double[] aBefore = a.clone();
		final double[][] bBefore = copy(b), cBefore = copy(c);
		product().multiply(a, offset, stride, rows, inner, b, columns, c);
		assertThat(a).isEqualTo(aBefore);
		assertThat(b).isDeepEqualTo(bBefore);
		for (int r = 0; r < rows; r++) {
			final double[] expected = cBefore[r];
			for (int j = 0; j < columns; j++) {
				double sum = 0;
				for (int k = 0; k < inner; k++) sum = Math.fma(a[offset + r * stride + k], b[k][j], sum);
				expected[j] = sum;
			}
			assertThat(c[r]).as("row %d of %d x %d x %d", r, rows, inner, columns).isEqualTo(expected);
		}
	}

	private static double[][] copy(final double[][] rows) {
		return Arrays.stream(rows).map(double[]::clone).toArray(double[][]::new);
	}

	private static double[][] randomRows(final int rows, final int columns, final long seed) {
		final double[][] b = new double[rows][];
		for (int k = 0; k < rows; k++) b[k] = random(columns, seed * 1000 + k);
		return b;
	}

	private static double[] random(final int count, final long seed) {
		final SplittableRandom random = new SplittableRandom(seed);
		final double[] values = new double[count];
		for (int i = 0; i < count; i++) values[i] = random.nextDouble(-1, 1);
		return values;
	}
}
