package io.github.sparsej.learn.closedform;

import static io.github.sparsej.testing.Close.assertClose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;

import org.junit.jupiter.api.Test;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import io.github.sparsej.encode.l1.Convergence;
import io.github.sparsej.encode.l1.CoordinateDescent;
import io.github.sparsej.encode.l1.CoordinateDescentOptions;
import io.github.sparsej.encode.l1.Penalty;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.Dictionary;
import io.github.sparsej.model.PatchShape;
import io.github.sparsej.model.Progress;
import io.github.sparsej.model.Signals;
import io.github.sparsej.model.SparseCodes;

class ExactLassoTest {

	private static double[][] lasso(final double[][] x, final double[][] atoms, final double lambda, final double[][] start) {
		return SourceUpdate.LASSO.step(atoms, lambda, Parallel.SERIAL).sources(x, start, 0, x.length);
	}

	/** Optimality conditions of |x - W s|^2 + lambda |s|_1, in shares of the terms that slopes are summed of. */
	private static void requireOptimal(final double[] x, final double[] source, final double[][] atoms, final double lambda, final double tolerance) {
		final double[] residual = RandomProblem.residual(x, source, atoms);
		double size = Math.sqrt(RandomProblem.dot(x, x)), longest = 0;
		for (int i = 0; i < atoms.length; i++) {
			final double length = Math.sqrt(RandomProblem.dot(atoms[i], atoms[i]));
			size += Math.abs(source[i]) * length;
			longest = Math.max(longest, length);
		}
		for (int i = 0; i < atoms.length; i++) {
			final double slope = RandomProblem.dot(atoms[i], residual);
			final double violation = source[i] != 0 ? Math.abs(slope - lambda / 2 * Math.signum(source[i])) : Math.abs(slope) - lambda / 2;
			assertThat(violation).as("atom %d of %d", i, atoms.length).isLessThanOrEqualTo(tolerance * size * longest);
		}
	}

	@Property(tries = 300)
	void isOptimalForAnyNumberOfAtomsOfAnyLength(@ForAll @IntRange(min = 1, max = 12) final int length, @ForAll @IntRange(min = 1, max = 40) final int atomCount, @ForAll final long seed) {
		final RandomProblem random = new RandomProblem(seed);
		final double[][] x = random.rows(3, length, 3), atoms = random.rows(atomCount, length, 1);
		for (final double[] atom : atoms) {
			final double scale = random.between(0.1, 10);
			for (int j = 0; j < length; j++) atom[j] *= scale;
		}
		final double lambda = random.between(1e-3, 20);
		final double[][] cold = lasso(x, atoms, lambda, new double[3][atomCount]), warm = lasso(x, atoms, lambda, random.sparseRows(3, atomCount, 1));
		for (int i = 0; i < 3; i++) {
			requireOptimal(x[i], cold[i], atoms, lambda, 1e-12);
			requireOptimal(x[i], warm[i], atoms, lambda, 1e-12);
			assertThat(RandomProblem.objective(x[i], warm[i], atoms, lambda)).isCloseTo(RandomProblem.objective(x[i], cold[i], atoms, lambda), within(1e-10));
		}
	}

	/** Equal atoms, an opposite, one that is the sum of two, one nearly the same as another, and a zero one. */
	@Property(tries = 100)
	void dependentAtomsAreNoMatter(@ForAll @IntRange(min = 2, max = 6) final int length, @ForAll final long seed) {
		final RandomProblem random = new RandomProblem(seed);
		final double[][] x = random.rows(5, length, 3), atoms = random.rows(12, length, 1);
		final double lambda = random.between(1e-3, 5);
		for (int j = 0; j < length; j++) {
			atoms[7][j] = atoms[0][j];
			atoms[8][j] = -atoms[1][j];
			atoms[9][j] = atoms[2][j] + atoms[3][j];
			atoms[10][j] = atoms[4][j] * (1 + 1e-9 * j);
			atoms[11][j] = 0;
		}
		final double[][] cold = lasso(x, atoms, lambda, new double[5][12]), warm = lasso(x, atoms, lambda, random.rows(5, 12, 1));
		for (int i = 0; i < 5; i++) {
			requireOptimal(x[i], cold[i], atoms, lambda, 1e-11);
			requireOptimal(x[i], warm[i], atoms, lambda, 1e-11);
			assertThat(cold[i][11]).isZero();
		}
	}

	/** Smooth atoms, of which each is nearly a combination of others, with a small lambda. */
	@Property(tries = 40)
	void coherentAtomsAreNoMatter(@ForAll @IntRange(min = 5, max = 30) final int atomCount, @ForAll final long seed) {
		final RandomProblem random = new RandomProblem(seed);
		final double[][] x = random.rows(4, 20, 1), atoms = random.rows(atomCount, 20, 1);
		for (int sum = 0; sum < 3; sum++) for (final double[] atom : atoms) for (int j = 1; j < 20; j++) atom[j] += atom[j - 1];
		for (final double[] signal : x) for (int j = 1; j < 20; j++) signal[j] += signal[j - 1];
		final double lambda = random.between(1e-3, 10);
		final double[][] cold = lasso(x, atoms, lambda, new double[4][atomCount]), warm = lasso(x, atoms, lambda, random.rows(4, atomCount, 0.01));
		for (int i = 0; i < 4; i++) {
			requireOptimal(x[i], cold[i], atoms, lambda, 1e-13);
			requireOptimal(x[i], warm[i], atoms, lambda, 1e-13);
		}
	}

	@Test
	void nothingIsBeyondALargeLambdaAndASmallOneGivesLeastSquares() {
		final RandomProblem random = new RandomProblem(3);
		final double[][] x = random.rows(1, 6, 1), atoms = random.rows(4, 6, 1);
		double most = 0;
		for (final double[] atom : atoms) most = Math.max(most, Math.abs(RandomProblem.dot(atom, x[0])));
		assertThat(lasso(x, atoms, 2 * most * (1 + 1e-12), new double[1][4])[0]).containsOnly(0);
		assertThat(Arrays.stream(lasso(x, atoms, 2 * most * (1 - 1e-9), new double[1][4])[0]).filter(s -> s != 0)).hasSize(1);
		final double[] fit = lasso(x, atoms, 1e-14, new double[1][4])[0], residual = RandomProblem.residual(x[0], fit, atoms);
		for (final double[] atom : atoms) assertThat(RandomProblem.dot(atom, residual)).isCloseTo(0, within(1e-13));
	}

	/** The encoder minimises 1/2 |x - D a|^2 + l |a|_1: the same with l = lambda / 2. */
	@Test
	void lambdaIsTwiceThatOfAnEncoder() {
		final RandomProblem random = new RandomProblem(5);
		final float[] values = new float[40 * 25];
		final double[][] drawn = random.rows(41, 25, 1), atoms = new double[40][25], x = { new double[25] };
		for (int i = 0; i < values.length; i++) values[i] = (float) drawn[i / 25][i % 25];
		final Dictionary dictionary = Dictionary.normalized(PatchShape.square(5), 40, values);
		final Signals signal = Signals.zeros(1, 25);
		for (int j = 0; j < 25; j++) {
			signal.values()[j] = (float) drawn[40][j];
			x[0][j] = signal.values()[j];
			for (int i = 0; i < 40; i++) atoms[i][j] = dictionary.atom(i)[j];
		}
		final Objective objective = Objective.ofHalf(0.3, 1);
		assertThat(objective.lambda()).isEqualTo(0.6);
		final SparseCodes codes = new CoordinateDescent(new CoordinateDescentOptions(Penalty.lasso(objective.halfLambda()), Convergence.DEFAULT), Parallel.SERIAL).prepare(dictionary).encode(signal, Progress.NONE);
		final double[] encoded = new double[40];
		for (int i = 0; i < 40; i++) encoded[i] = codes.dense(0)[i];
		assertThat(codes.nonzeros()).isBetween(5, 25);
		assertClose(lasso(x, atoms, objective.lambda(), new double[1][40])[0], encoded, 2e-5);
	}
}
