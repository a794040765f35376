package io.github.sparsej.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

class InverseGramTest {

	private static final int LENGTH = 60;

	private final SplittableRandom random = new SplittableRandom(4);
	private final InverseGram inverse = new InverseGram();
	private final List<double[]> atoms = new ArrayList<>();

	private double[] atom() {
		return random.doubles(LENGTH, -1, 1).toArray();
	}

	private static double dot(final double[] a, final double[] b) {
		double sum = 0;
		for (int j = 0; j < a.length; j++) sum += a[j] * b[j];
		return sum;
	}

	private double[] products(final double[] atom) {
		final double[] products = new double[LENGTH];
		for (int k = 0; k < atoms.size(); k++) products[k] = dot(atoms.get(k), atom);
		return products;
	}

	private void append(final double[] atom) {
		inverse.append(inverse.distance(products(atom), dot(atom, atom)));
		atoms.add(atom);
	}

	private double[] solve(final double[] right) {
		final double[] solution = new double[LENGTH];
		inverse.multiply(right, solution);
		return solution;
	}

	/** G x is the right side. */
	private void requireSolution(final double[] solution, final double[] right) {
		for (int i = 0; i < atoms.size(); i++) {
			double sum = 0;
			for (int k = 0; k < atoms.size(); k++) sum += dot(atoms.get(i), atoms.get(k)) * solution[k];
			assertThat(sum).isCloseTo(right[i], within(1e-9));
		}
	}

	@Test
	void solvesWhateverCameAndLeft() {
		final double[] right = random.doubles(LENGTH).toArray();
		for (int step = 0; step < 300; step++) {
			if (atoms.isEmpty() || atoms.size() < 45 && random.nextInt(3) > 0) append(atom());
			else {
				final double[] solution = solve(right);
				final int place = random.nextInt(atoms.size()), last = atoms.size() - 1;
				inverse.remove(place, solution);
				atoms.set(place, atoms.get(last));
				atoms.remove(last);
				right[place] = right[last];
				requireSolution(solution, right);
			}
			assertThat(inverse.size()).isEqualTo(atoms.size());
			requireSolution(solve(right), right);
		}
	}

	@Test
	void distanceIsThatFromTheSpan() {
		for (int k = 0; k < 10; k++) append(atom());
		final double[] atom = atom(), rest = atom.clone();
		final double distance = inverse.distance(products(atom), dot(atom, atom));
		for (int k = 0; k < 10; k++) for (int j = 0; j < LENGTH; j++) rest[j] -= inverse.nearest()[k] * atoms.get(k)[j];
		assertThat(distance).isCloseTo(dot(rest, rest), within(1e-9));
		for (final double[] other : atoms) assertThat(dot(rest, other)).isCloseTo(0, within(1e-9));
	}

	@Test
	void combinationHasNoDistance() {
		for (int k = 0; k < 5; k++) append(atom());
		final double[] sum = new double[LENGTH];
		for (final double[] atom : atoms) for (int j = 0; j < LENGTH; j++) sum[j] += atom[j];
		assertThat(inverse.distance(products(sum), dot(sum, sum))).isCloseTo(0, within(1e-9));
	}

	@Test
	void clearedItForgets() {
		for (int k = 0; k < 12; k++) append(atom());
		inverse.clear();
		atoms.clear();
		assertThat(inverse.size()).isZero();
		final double[] atom = atom();
		assertThat(inverse.distance(products(atom), 7)).isEqualTo(7);
		inverse.append(7);
		assertThat(solve(new double[LENGTH])[0]).isZero();
		append(atom());
	}
}
