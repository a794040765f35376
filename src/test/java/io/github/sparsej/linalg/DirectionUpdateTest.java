package io.github.sparsej.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

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
		new DirectionUpdate(count, terms).follow(rows, indices, opposite(factors), terms - 1, 0.7f, c, n, scores);
		assertThat(c).isEqualTo(expectedC);
		assertThat(n).isEqualTo(expectedN);
		assertThat(scores).isEqualTo(expectedScores);
	}

	@Test
	void scoreOfAnAtomInTheSpanIsNeverPositive() {
		final float[] c = { 1, 1, 1 }, n = { Float.POSITIVE_INFINITY, 0.9f, 2 }, scores = new float[3];
		new DirectionUpdate(3, 1).follow(new float[][] { { 1, 1, 1 } }, new int[] { 0 }, new float[] { -1 }, 0, 2, c, n, scores);
		assertThat(scores[0]).isZero();
		assertThat(scores[1]).isNegative();
		assertThat(scores[2]).isEqualTo(1);
		assertThat(n[0]).isInfinite();
	}

	@Test
	void atomsTakenOneAfterAnotherAreThoseOfGramSchmidt() {
		final SplittableRandom random = new SplittableRandom(7);
		final int count = 40, length = 12, taken = 6;
		final double[][] atoms = new double[count][length], directions = new double[taken][];
		final double[] signal = random.doubles(length, -1, 1).toArray();
		for (final double[] atom : atoms) {
			for (int j = 0; j < length; j++) atom[j] = random.nextDouble(-1, 1);
			final double norm = Math.sqrt(product(atom, atom));
			for (int j = 0; j < length; j++) atom[j] /= norm;
		}
		final float[] first = new float[count], squares = new float[count], c = new float[count], n = new float[count], scores = new float[count];
		for (int i = 0; i < count; i++) {
			first[i] = (float) product(atoms[i], signal);
			squares[i] = 1;
		}
		final DirectionUpdate update = new DirectionUpdate(count, taken);
		for (int k = 0; k < taken; k++) {
			final int atom = 5 * k + 2;
			directions[k] = atoms[atom].clone();
			for (int l = 0; l < k; l++) takeAway(directions[k], product(directions[k], directions[l]), directions[l]);
			final double norm = Math.sqrt(product(directions[k], directions[k]));
			for (int j = 0; j < length; j++) directions[k][j] /= norm;
			takeAway(signal, product(signal, directions[k]), directions[k]);
			final float[] row = new float[count];
			for (int i = 0; i < count; i++) row[i] = (float) product(atoms[atom], atoms[i]);
			update.take(atom, row, k, k == 0 ? first : c, k == 0 ? squares : n, c, n, scores);
			for (int i = 0; i < count; i++) {
				double distance = 1;
				for (int l = 0; l <= k; l++) distance -= product(atoms[i], directions[l]) * product(atoms[i], directions[l]);
				assertThat((double) c[i]).isCloseTo(product(atoms[i], signal), within(2e-6));
				assertThat((double) n[i]).isCloseTo(distance, within(2e-6));
				if (distance > 0.1) assertThat((double) scores[i]).isCloseTo(Math.pow(product(atoms[i], signal), 2) / distance, within(1e-4));
			}
		}
		assertThat(squares).containsOnly(1);
	}

	private static float[] opposite(final float[] values) {
		final float[] opposite = new float[values.length];
		for (int k = 0; k < values.length; k++) opposite[k] = -values[k];
		return opposite;
	}

	private static double product(final double[] x, final double[] y) {
		double sum = 0;
		for (int j = 0; j < x.length; j++) sum += x[j] * y[j];
		return sum;
	}

	private static void takeAway(final double[] x, final double factor, final double[] y) {
		for (int j = 0; j < x.length; j++) x[j] -= factor * y[j];
	}
}
