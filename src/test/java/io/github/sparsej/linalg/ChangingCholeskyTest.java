package io.github.sparsej.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

class ChangingCholeskyTest {

	private static final int LENGTH = 60;

	private final SplittableRandom random = new SplittableRandom(7);
	private final double[][] vectors = new double[50][LENGTH];
	private final ChangingCholesky cholesky = new ChangingCholesky();
	/** Vectors in the factor, in order, and the solution of G x = b that is kept up to date. */
	private final List<Integer> chosen = new ArrayList<>();
	private double[] solution = {};

	ChangingCholeskyTest() {
		for (final double[] vector : vectors) for (int j = 0; j < LENGTH; j++) vector[j] = random.nextDouble(-1, 1);
	}

	@Test
	void appendedRowsKeepTheSolution() {
		for (int i = 0; i < vectors.length; i++) {
			assertThat(append(i)).isTrue();
			requireSolution();
		}
	}

	@Test
	void solvesWhateverCameAndWent() {
		for (int i = 0; i < 20; i++) append(i);
		cholesky.truncate(17);
		chosen.subList(17, 20).clear();
		for (final int index : new int[] { 16, 3, 8 }) {
			cholesky.remove(index);
			chosen.remove(index);
		}
		for (int size = chosen.size(); size > 0; size--) {
			final double[] right = new double[size];
			for (int k = 0; k < size; k++) right[k] = right(chosen.get(k));
			solution = new double[size];
			cholesky.truncate(size);
			chosen.subList(size, chosen.size()).clear();
			cholesky.solve(right, solution);
			requireSolution();
		}
	}

	@Test
	void lastRowIsAnOrthonormalDirection() {
		for (int i = 0; i < 20; i++) append(i);
		for (final int index : new int[] { 7, 0, 17 }) remove(index);
		append(30);
		final double[] direction = new double[LENGTH];
		for (int k = 0; k < chosen.size(); k++) for (int j = 0; j < LENGTH; j++) direction[j] += cholesky.lastRow()[k] * vectors[chosen.get(k)][j];
		assertThat(dot(direction, direction)).isCloseTo(1, within(1e-11));
		for (int k = 0; k < chosen.size() - 1; k++) assertThat(dot(direction, vectors[chosen.get(k)])).isCloseTo(0, within(1e-11));
	}

	@Test
	void anyAtomCanBeRemoved() {
		for (int size = 1; size <= 10; size++)
			for (int index = 0; index < size; index++) {
				cholesky.clear();
				chosen.clear();
				solution = new double[0];
				for (int i = 0; i < size; i++) append(i);
				remove(index);
				requireSolution();
				append(40);
				requireSolution();
			}
	}

	@Test
	void comingAndGoingLosesNoDigits() {
		for (int step = 0; step < 600; step++) {
			if (chosen.size() > 2 && random.nextInt(5) < (chosen.size() > 35 ? 4 : 2)) remove(random.nextInt(chosen.size()));
			else {
				int i = random.nextInt(vectors.length);
				while (chosen.contains(i)) i = (i + 1) % vectors.length;
				append(i);
			}
			requireSolution();
		}
	}

	@Test
	void combinationOfTheOthersIsRefusedUntilItsPartIsGone() {
		for (int i = 0; i < 6; i++) append(i);
		for (int j = 0; j < LENGTH; j++) vectors[6][j] = vectors[0][j] - 2 * vectors[4][j];
		assertThat(append(6)).isFalse();
		assertThat(cholesky.size()).isEqualTo(6);
		remove(4);
		assertThat(append(6)).isTrue();
		requireSolution();
	}

	@Test
	void leastPivotIsTheSquaredDistanceThatIsRefused() {
		append(0);
		final double[] products = { dot(vectors[0], vectors[1]) };
		final double square = dot(vectors[1], vectors[1]), distance = square - products[0] * products[0] / dot(vectors[0], vectors[0]);
		assertThat(cholesky.append(products, square, distance * (1 + 1e-9))).isFalse();
		assertThat(cholesky.append(products, Double.NaN, 0)).isFalse();
		assertThat(cholesky.append(products, square, distance * (1 - 1e-9))).isTrue();
	}

	private boolean append(final int index) {
		final double[] products = new double[chosen.size()];
		for (int k = 0; k < products.length; k++) products[k] = dot(vectors[chosen.get(k)], vectors[index]);
		if (!cholesky.append(products, dot(vectors[index], vectors[index]), 1e-6)) return false;
		chosen.add(index);
		final double[] longer = new double[chosen.size()];
		System.arraycopy(solution, 0, longer, 0, solution.length);
		solution = longer;
		addTerm(cholesky.lastRow(), 1);
		return true;
	}

	private void remove(final int index) {
		addTerm(cholesky.remove(index), -1);
		assertThat(solution[index]).isCloseTo(0, within(1e-9));
		final double[] shorter = new double[solution.length - 1];
		for (int k = 0; k < shorter.length; k++) shorter[k] = solution[k < index ? k : k + 1];
		solution = shorter;
		chosen.remove(index);
		assertThat(cholesky.size()).isEqualTo(chosen.size());
	}

	private void addTerm(final double[] row, final double sign) {
		double component = 0;
		for (int k = 0; k < chosen.size(); k++) component += row[k] * right(chosen.get(k));
		for (int k = 0; k < chosen.size(); k++) solution[k] += sign * component * row[k];
	}

	private static double right(final int vector) {
		return Math.cos(vector);
	}

	private void requireSolution() {
		for (final int i : chosen) {
			double sum = 0;
			for (int k = 0; k < chosen.size(); k++) sum += dot(vectors[i], vectors[chosen.get(k)]) * solution[k];
			assertThat(sum).isCloseTo(right(i), within(1e-9));
		}
	}

	private static double dot(final double[] a, final double[] b) {
		double sum = 0;
		for (int j = 0; j < a.length; j++) sum += a[j] * b[j];
		return sum;
	}
}
