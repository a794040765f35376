package io.github.sparsej.learn.mod;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.github.sparsej.learn.step.AtomConstraint;
import io.github.sparsej.learn.step.RandomCodes;
import io.github.sparsej.learn.step.StatisticsSum;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.Progress;
import io.github.sparsej.model.SparseCodes;
import io.github.sparsej.model.SufficientStatistics;

class LeastSquaresAtomsTest {

	private static final int ATOMS = 30, LENGTH = 12;

	private static StatisticsSum sum() {
		final SparseCodes codes = RandomCodes.codes(400, ATOMS, 1);
		final StatisticsSum sum = new StatisticsSum(SufficientStatistics.none(ATOMS, LENGTH));
		sum.add(RandomCodes.signals(codes, LENGTH, 2), codes, Parallel.SERIAL);
		return sum;
	}

	/** Allowed by any constraint but zero mean. */
	private static double[][] before() {
		final SplittableRandom random = new SplittableRandom(3);
		final double[][] rows = new double[ATOMS][LENGTH];
		for (final double[] row : rows) Arrays.setAll(row, j -> random.nextDouble());
		return rows;
	}

	private static double[][] find(final AtomConstraint constraint, final StatisticsSum sum) {
		return new LeastSquaresAtoms(constraint, Parallel.of(2)).find(sum, before(), Progress.NONE);
	}

	/** A D - B, relative to the diagonal of A. */
	private static double gradient(final StatisticsSum sum, final double[][] atoms, final int i, final int j) {
		double value = -sum.signalProducts(i)[j];
		for (int k = 0; k < ATOMS; k++) value += sum.codeProducts(i)[k] * atoms[k][j];
		return value / Math.max(1, sum.codeProducts(i)[i]);
	}

	@Test
	void theGradientIsZero() {
		final StatisticsSum sum = sum();
		final double[][] atoms = find(AtomConstraint.NONE, sum);
		for (int i = 0; i < ATOMS; i++) for (int j = 0; j < LENGTH; j++) assertThat(gradient(sum, atoms, i, j)).isCloseTo(0, within(1e-10));
	}

	@Test
	void ofZeroMeanTheGradientIsTheSameAtAllPixels() {
		final StatisticsSum sum = sum();
		final double[][] atoms = find(new AtomConstraint(false, true), sum);
		for (int i = 0; i < ATOMS; i++) {
			assertThat(Arrays.stream(atoms[i]).sum()).isCloseTo(0, within(1e-10));
			for (int j = 0; j < LENGTH; j++) assertThat(gradient(sum, atoms, i, j)).isCloseTo(gradient(sum, atoms, i, 0), within(1e-10));
		}
	}

	/** The conditions of Karush, Kuhn and Tucker. */
	@Test
	void nonnegativeTheGradientIsZeroWhereAtomsAreNot() {
		final StatisticsSum sum = sum();
		final double[][] atoms = find(new AtomConstraint(true, false), sum);
		int zeros = 0;
		for (int i = 0; i < ATOMS; i++)
			for (int j = 0; j < LENGTH; j++) {
				assertThat(atoms[i][j]).isNotNegative();
				if (atoms[i][j] > 0) assertThat(gradient(sum, atoms, i, j)).isCloseTo(0, within(1e-4));
				else assertThat(gradient(sum, atoms, i, j)).isGreaterThan(-1e-4);
				if (atoms[i][j] == 0) zeros++;
			}
		assertThat(zeros).isBetween(ATOMS, ATOMS * LENGTH - ATOMS);
	}

	/** Atom 4 is never used, and the coefficients of atom 9 are twice those of atom 8 less those of atom 7. */
	@ParameterizedTest
	@CsvSource({ "false", "true" })
	void atomsThatAreOfNoUseStayAndTheOthersAreStillTheBest(final boolean zeroMean) {
		final StatisticsSum sum = sum();
		sum.forget(4);
		for (int k = 0; k < ATOMS; k++) sum.codeProducts(9)[k] = 2 * sum.codeProducts(8)[k] - sum.codeProducts(7)[k];
		for (int k = 0; k < ATOMS; k++) sum.codeProducts(k)[9] = 2 * sum.codeProducts(k)[8] - sum.codeProducts(k)[7];
		for (int j = 0; j < LENGTH; j++) sum.signalProducts(9)[j] = 2 * sum.signalProducts(8)[j] - sum.signalProducts(7)[j];
		final double[][] before = before();
		if (zeroMean) for (final double[] atom : before) new AtomConstraint(false, true).project(atom);
		final double[][] atoms = new LeastSquaresAtoms(new AtomConstraint(false, zeroMean), Parallel.SERIAL).find(sum, before, Progress.NONE);
		assertThat(atoms[4]).containsExactly(before[4]);
		assertThat(atoms[9]).containsExactly(before[9]);
		for (int i = 0; i < ATOMS; i++)
			for (int j = 0; j < LENGTH; j++) {
				final double same = zeroMean ? gradient(sum, atoms, i, 0) : 0;
				assertThat(gradient(sum, atoms, i, j)).isCloseTo(same, within(1e-8));
			}
	}

	@Test
	void stopsWhereItIsAskedTo() {
		for (final boolean nonnegative : new boolean[] { false, true })
			assertThat(new LeastSquaresAtoms(new AtomConstraint(nonnegative, false), Parallel.SERIAL).find(sum(), before(), (fraction, what) -> false)).isNull();
	}
}
