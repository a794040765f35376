package io.github.sparsej.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

class CholeskyRowsTest {

	private static final int LENGTH = 60;

	private final double[][] vectors = new double[40][LENGTH];
	private final CholeskyRows cholesky = new CholeskyRows();

	CholeskyRowsTest() {
		final SplittableRandom random = new SplittableRandom(7);
		for (final double[] vector : vectors) for (int j = 0; j < LENGTH; j++) vector[j] = random.nextDouble(-1, 1);
	}

	@Test
	void solvesTheNormalEquationsAtEverySize() {
		for (int size = 1; size <= vectors.length; size++) {
			assertThat(append(size - 1)).isTrue();
			assertThat(cholesky.size()).isEqualTo(size);
			final double[] right = new double[size], solution = new double[size];
			for (int i = 0; i < size; i++) right[i] = i + 1;
			cholesky.solve(right, solution);
			for (int i = 0; i < size; i++) {
				double sum = 0;
				for (int j = 0; j < size; j++) sum += dot(vectors[i], vectors[j]) * solution[j];
				assertThat(sum).isCloseTo(right[i], within(1e-10));
			}
		}
	}

	@Test
	void lastInverseRowIsAnOrthonormalDirection() {
		for (int size = 1; size <= vectors.length; size++) {
			append(size - 1);
			final double[] direction = new double[LENGTH];
			for (int i = 0; i < size; i++) for (int j = 0; j < LENGTH; j++) direction[j] += cholesky.lastInverseRow()[i] * vectors[i][j];
			assertThat(dot(direction, direction)).isCloseTo(1, within(1e-11));
			for (int i = 0; i < size - 1; i++) assertThat(dot(direction, vectors[i])).isCloseTo(0, within(1e-11));
		}
	}

	@Test
	void combinationOfTheOthersIsRefusedAndLeavesTheFactorAsItWas() {
		for (int i = 0; i < 3; i++) append(i);
		for (int j = 0; j < LENGTH; j++) vectors[3][j] = vectors[0][j] - 2 * vectors[2][j];
		assertThat(append(3)).isFalse();
		assertThat(cholesky.size()).isEqualTo(3);
		vectors[3][0] += 0.5;
		assertThat(append(3)).isTrue();
	}

	@Test
	void duplicateAndZeroAreRefused() {
		append(0);
		vectors[1] = vectors[0].clone();
		assertThat(append(1)).isFalse();
		vectors[1] = new double[LENGTH];
		assertThat(append(1)).isFalse();
	}

	@Test
	void clearedItIsAsNew() {
		append(0);
		append(1);
		cholesky.clear();
		assertThat(cholesky.size()).isZero();
		append(2);
		final double[] solution = new double[1];
		cholesky.solve(new double[] { 3 }, solution);
		assertThat(solution[0]).isCloseTo(3 / dot(vectors[2], vectors[2]), within(1e-14));
	}

	@Test
	void truncatedItIsAsBeforeTheLaterRows() {
		for (int i = 0; i < 3; i++) append(i);
		final double[] expected = cholesky.lastInverseRow().clone();
		for (int i = 3; i < 9; i++) append(i);
		cholesky.truncate(3);
		assertThat(cholesky.size()).isEqualTo(3);
		assertThat(cholesky.lastInverseRow()).startsWith(expected);
		assertThat(cholesky.inverseRow(2)).isSameAs(cholesky.lastInverseRow());
		assertThat(append(3)).isTrue();
	}

	@Test
	void squaredDistanceIsThePivotAndAppendsNothing() {
		for (int i = 0; i < 5; i++) append(i);
		final double[] products = new double[5];
		for (int i = 0; i < 5; i++) products[i] = dot(vectors[i], vectors[5]);
		final double distance = cholesky.squaredDistance(products, dot(vectors[5], vectors[5]));
		assertThat(cholesky.size()).isEqualTo(5);
		final double[] projections = cholesky.projections().clone();
		for (int k = 0; k < 5; k++) {
			double projection = 0;
			for (int i = 0; i <= k; i++) projection += cholesky.inverseRow(k)[i] * products[i];
			assertThat(projections[k]).isCloseTo(projection, within(1e-12));
		}
		append(5);
		assertThat(1 / (cholesky.lastInverseRow()[5] * cholesky.lastInverseRow()[5])).isCloseTo(distance, within(1e-12 * distance));
		vectors[6] = vectors[2].clone();
		for (int i = 0; i < 5; i++) products[i] = dot(vectors[i], vectors[6]);
		cholesky.truncate(5);
		assertThat(cholesky.squaredDistance(products, dot(vectors[6], vectors[6]))).isZero();
	}

	@Test
	void howNearIsDependentCanBeChosen() {
		append(0);
		vectors[1] = vectors[0].clone();
		vectors[1][0] += 1e-4;
		final double[] products = { dot(vectors[0], vectors[1]) };
		final double square = dot(vectors[1], vectors[1]);
		assertThat(cholesky.append(products, square)).isFalse();
		assertThat(cholesky.append(products, square, 1e-12)).isTrue();
	}

	private boolean append(final int index) {
		final double[] products = new double[index];
		for (int i = 0; i < cholesky.size(); i++) products[i] = dot(vectors[i], vectors[index]);
		return cholesky.append(products, dot(vectors[index], vectors[index]));
	}

	private static double dot(final double[] a, final double[] b) {
		double sum = 0;
		for (int j = 0; j < a.length; j++) sum += a[j] * b[j];
		return sum;
	}
}
