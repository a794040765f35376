package io.github.sparsej.linalg;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DirectionUpdateTest {

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 3, 4, 5, 6, 7, 8, 11 })
	void takesTheDirectionAwayAndScoresWhatIsLeft(final int terms) {
		final SplittableRandom random = new SplittableRandom(terms);
		final int count = 53;
		final float[][] rows = new float[20][count];
		for (final float[] row : rows) for (int i = 0; i < count; i++) row[i] = (float) random.nextDouble(-0.1, 0.1);
		final int[] indices = new int[terms];
		final float[] factors = new float[terms], u = new float[count], c = new float[count + 1], n = new float[count], scores = new float[count];
		final float[] expectedC = new float[count + 1], expectedN = new float[count], expectedScores = new float[count];
		for (int k = 0; k < terms; k++) {
			indices[k] = random.nextInt(20);
			factors[k] = (float) random.nextDouble(-1, 1);
			for (int i = 0; i < count; i++) u[i] = Math.fma(factors[k], rows[indices[k]][i], u[i]);
		}
		expectedC[count] = c[count] = 9;
		for (int i = 0; i < count; i++) {
			c[i] = (float) random.nextDouble(-1, 1);
			n[i] = (float) random.nextDouble(0.5, 1);
			expectedC[i] = Math.fma(-0.7f, u[i], c[i]);
			expectedN[i] = Math.fma(-u[i], u[i], n[i]);
			expectedScores[i] = expectedC[i] * expectedC[i] / expectedN[i];
		}
		new DirectionUpdate(count).apply(rows, indices, factors, terms, 0.7f, c, n, scores);
		assertThat(c).isEqualTo(expectedC);
		assertThat(n).isEqualTo(expectedN);
		assertThat(scores).isEqualTo(expectedScores);
	}

	@Test
	void scoreOfAnAtomInTheSpanIsNeverPositive() {
		final float[] c = { 1, 1, 1 }, n = { Float.POSITIVE_INFINITY, 0.9f, 2 }, scores = new float[3];
		new DirectionUpdate(3).apply(new float[][] { { 1, 1, 1 } }, new int[] { 0 }, new float[] { 1 }, 1, 2, c, n, scores);
		assertThat(scores[0]).isZero();
		assertThat(scores[1]).isNegative();
		assertThat(scores[2]).isEqualTo(1);
		assertThat(n[0]).isInfinite();
	}
}
