package io.github.sparsej.linalg;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CorrelationsTest {

	@Test
	void largestIsTheFirstOfEqualOnes() {
		assertThat(Correlations.largest(new float[] { -9, 2, 5, 1, 5, 99 }, 5)).isEqualTo(2);
		assertThat(Correlations.largest(new float[] { -3, -2, -2 }, 3)).isEqualTo(1);
		assertThat(Correlations.largest(new float[] { -0f, 0f }, 2)).isZero();
	}

	@Test
	void largestMagnitudeIsTheFirstOfEqualOnesWhateverTheirSigns() {
		assertThat(Correlations.largestMagnitude(new float[] { 1, -5, 5, 2, 99 }, 4)).isEqualTo(1);
		assertThat(Correlations.largestMagnitude(new float[] { 1e-44f, -2e-44f, 0 }, 3)).isEqualTo(1);
		assertThat(Correlations.largestMagnitude(new float[] { -0f, 0f }, 2)).isZero();
		assertThat(Correlations.largestMagnitude(new float[] { 3e38f, Float.NEGATIVE_INFINITY }, 2)).isEqualTo(1);
	}

	@Test
	void largestPositiveIsTheFirstOfEqualOnesOrNone() {
		assertThat(Correlations.largestPositive(new float[] { -9, 2, 5, 1, 5, 99 }, 5)).isEqualTo(2);
		assertThat(Correlations.largestPositive(new float[] { -3, -1e-45f, Float.NEGATIVE_INFINITY, 1e-45f }, 4)).isEqualTo(3);
		assertThat(Correlations.largestPositive(new float[] { -3, -2, -0f, 0f }, 4)).isEqualTo(-1);
		assertThat(Correlations.largestPositive(new float[] { 3e38f, Float.POSITIVE_INFINITY }, 2)).isEqualTo(1);
	}

	@Test
	void valuesThatReachTheirLimitsAreFoundInOrder() {
		final int[] indices = { -1, -1, -1, -1, -1 };
		assertThat(Correlations.reaching(new float[] { 2, -1, 0.5f, 3, 9 }, new float[] { 2, 0, 0.6f, 1, 0 }, 4, indices)).isEqualTo(2);
		assertThat(indices).containsExactly(0, 3, -1, -1, -1);
		assertThat(Correlations.reaching(new float[] { Float.MAX_VALUE, 0 }, new float[] { Float.POSITIVE_INFINITY, Float.MIN_VALUE }, 2, indices)).isZero();
	}

	@Test
	void magnitudesHaveNoSign() {
		final float[] magnitudes = { 7, 7, 7 };
		Correlations.magnitudes(new float[] { -2, 3, -4 }, 2, magnitudes);
		assertThat(magnitudes).containsExactly(2, 3, 7);
	}

	@Test
	void scaleMultipliesTheFirstValues() {
		final float[] scaled = { 9, 9, 9 };
		Correlations.scale(new float[] { 1, -2, 3 }, 4, 2, scaled);
		assertThat(scaled).containsExactly(4, -8, 9);
	}

	@Test
	void extrapolationGoesOnInTheSameDirection() {
		final float[] to = new float[3];
		Correlations.extrapolate(new float[] { 3, -1, 9 }, new float[] { 1, 1, 9 }, 2, 0.5f, to);
		assertThat(to).containsExactly(4, -2, 0);
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 3, 4, 5, 6, 7, 8, 11 })
	void rowsAreTakenAwayOneAfterAnotherByFma(final int terms) {
		final SplittableRandom random = new SplittableRandom(terms);
		final int count = 53;
		final float[][] rows = new float[20][count];
		for (final float[] row : rows) for (int i = 0; i < count; i++) row[i] = (float) random.nextDouble(-1, 1);
		final int[] indices = new int[terms];
		final float[] factors = new float[terms], from = rows[19].clone(), expected = from.clone(), to = new float[count];
		for (int k = 0; k < terms; k++) {
			indices[k] = random.nextInt(19);
			factors[k] = (float) random.nextDouble(-1, 1);
			for (int i = 0; i < count; i++) expected[i] = Math.fma(-factors[k], rows[indices[k]][i], expected[i]);
		}
		Correlations.subtract(from, to, count, rows, indices, factors, terms);
		assertThat(to).isEqualTo(expected);
		assertThat(from).isEqualTo(rows[19]);
		Correlations.subtract(from, from, count, rows, indices, factors, terms);
		assertThat(from).isEqualTo(expected);
	}
}
