package io.github.sparsej.learn.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.Signals;
import io.github.sparsej.model.SparseCodes;
import io.github.sparsej.model.SufficientStatistics;

class AtomDescentTest {

	private static final int LENGTH = 13;

	private static StatisticsSum sum(final int atoms) {
		final SparseCodes codes = RandomCodes.codes(600, atoms, atoms);
		final StatisticsSum sum = new StatisticsSum(SufficientStatistics.none(atoms, LENGTH));
		sum.add(RandomCodes.signals(codes, LENGTH, 2), codes, Parallel.SERIAL);
		return sum;
	}

	private static double[][] start(final int atoms) {
		final SplittableRandom random = new SplittableRandom(3);
		final double[][] rows = new double[atoms][LENGTH];
		for (final double[] row : rows) {
			for (int j = 0; j < LENGTH; j++) row[j] = random.nextDouble(-1, 1);
			UnitRows.normalize(row);
		}
		return rows;
	}

	/** The formula, in float64, one atom after another. */
	private static void naive(final StatisticsSum sum, final double[][] atoms, final int i, final AtomDescent.Projection projection) {
		final double[] u = new double[LENGTH];
		for (int j = 0; j < LENGTH; j++) {
			u[j] = sum.signalProducts(i)[j];
			for (int k = 0; k < atoms.length; k++) if (k != i) u[j] -= sum.codeProducts(i)[k] * atoms[k][j];
			u[j] /= sum.codeProducts(i)[i];
		}
		if (projection.project(u)) atoms[i] = u;
	}

	private static double objective(final StatisticsSum sum, final double[][] atoms) {
		double value = 0;
		for (int i = 0; i < atoms.length; i++)
			for (int j = 0; j < LENGTH; j++) {
				for (int k = 0; k < atoms.length; k++) value += 0.5 * sum.codeProducts(i)[k] * atoms[i][j] * atoms[k][j];
				value -= sum.signalProducts(i)[j] * atoms[i][j];
			}
		return value;
	}

	private static double[][] exact(final float[][] atoms) {
		return Arrays.stream(atoms).map(row -> {
			final double[] exact = new double[row.length];
			for (int j = 0; j < row.length; j++) exact[j] = row[j];
			return exact;
		}).toArray(double[][]::new);
	}

	private static void assertClose(final float[][] found, final double[][] expected) {
		for (int i = 0; i < expected.length; i++) assertThat(exact(found)[i]).as("atom " + i).containsExactly(expected[i], within(2e-5));
	}

	@ParameterizedTest
	@CsvSource({ "1,1", "5,2", "24,1", "25,2", "70,1", "100,3" })
	void isTheDescentOfOneAtomAfterAnother(final int atoms, final int threads) {
		final StatisticsSum sum = sum(atoms);
		final double[][] expected = start(atoms);
		final AtomDescent descent = new AtomDescent(sum, UnitRows.rounded(expected), UnitRows::normalize, Parallel.of(threads));
		for (int pass = 0; pass < 3; pass++) {
			for (int i = 0; i < atoms; i++) naive(sum, expected, i, UnitRows::normalize);
			descent.descend();
			assertClose(descent.atoms(), expected);
		}
	}

	@Test
	void aShortStepGoesOnWhereTheLastOneEnded() {
		final int atoms = 100;
		final StatisticsSum sum = sum(atoms);
		final double[][] expected = start(atoms);
		final AtomDescent descent = new AtomDescent(sum, UnitRows.rounded(expected), UnitRows::normalize, Parallel.of(2));
		final BatchTerms nothing = new BatchTerms(Signals.zeros(0, LENGTH), RandomCodes.codes(0, atoms, 1), Parallel.SERIAL);
		final int[] begins = { 0, 48, 96, 24 }, ends = { 48, 96, 124, 72 }; // of five blocks of 24, the last one of 4 atoms
		for (int step = 0; step < begins.length; step++) {
			for (int i = begins[step]; i < Math.min(ends[step], atoms); i++) naive(sum, expected, i, UnitRows::normalize);
			if (step == 2) for (int i = 0; i < 24; i++) naive(sum, expected, i, UnitRows::normalize);
			descent.addAndDescend(nothing, 1, 30, List.of());
			assertClose(descent.atoms(), expected);
		}
	}

	@Test
	void addsTheBatchToAllRowsWhateverTheStepGoesThrough() {
		final int atoms = 60;
		final SparseCodes codes = RandomCodes.codes(80, atoms, 4);
		final BatchTerms batch = new BatchTerms(RandomCodes.signals(codes, LENGTH, 5), codes, Parallel.of(2));
		final StatisticsSum found = sum(atoms), expected = sum(atoms);
		new AtomDescent(found, UnitRows.rounded(start(atoms)), UnitRows::normalize, Parallel.of(2)).addAndDescend(batch, 0.5, 1, List.of());
		for (int i = 0; i < atoms; i++) expected.addRow(i, batch, 0.5, expected.new Room());
		expected.count(batch, 0.5);
		assertThat(found.statistics().codeProducts()).containsExactly(expected.statistics().codeProducts());
		assertThat(found.statistics().signalProducts()).containsExactly(expected.statistics().signalProducts());
		assertThat(found.statistics().weight()).isEqualTo(expected.statistics().weight());
	}

	@ParameterizedTest
	@CsvSource({ "false,false", "true,false", "false,true" })
	void theObjectiveNeverRises(final boolean nonnegative, final boolean zeroMean) {
		final AtomConstraint constraint = new AtomConstraint(nonnegative, zeroMean);
		final StatisticsSum sum = sum(50);
		final double[][] atoms = start(50);
		for (final double[] atom : atoms) constraint.projectEither(atom);
		double last = objective(sum, atoms);
		for (int i = 0; i < 50; i++) { // the formula itself, atom by atom
			naive(sum, atoms, i, constraint::project);
			assertThat(objective(sum, atoms)).isLessThanOrEqualTo(last + 1e-9 * Math.abs(last));
			last = objective(sum, atoms);
		}
		final AtomDescent descent = new AtomDescent(sum, UnitRows.rounded(atoms), constraint::project, Parallel.of(2));
		for (int pass = 0; pass < 10; pass++) {
			descent.descend();
			assertThat(objective(sum, exact(descent.atoms()))).isLessThanOrEqualTo(last + 1e-6 * Math.abs(last));
			last = objective(sum, exact(descent.atoms()));
		}
		assertThat(last).isLessThan(objective(sum, start(50)));
	}

	@Test
	void atomsThatNoCodeUsesOrOfWhichNothingIsLeftStay() {
		final StatisticsSum sum = sum(30);
		sum.forget(7);
		final double[][] start = start(30);
		final AtomDescent descent = new AtomDescent(sum, UnitRows.rounded(start), atom -> {
			final boolean kept = UnitRows.normalize(atom);
			return kept && atom[0] < 0.2;
		}, Parallel.SERIAL);
		descent.descend();
		assertThat(descent.atoms()[7]).isEqualTo(UnitRows.rounded(start)[7]);
		assertThat(descent.isLost(7)).isFalse();
		int lost = 0;
		for (int i = 0; i < 30; i++) if (descent.isLost(i)) {
			assertThat(descent.atoms()[i]).isEqualTo(UnitRows.rounded(start)[i]);
			lost++;
		}
		assertThat(lost).isBetween(1, 29);
		assertThat(descent.largestChange()).isPositive();
	}

	@Test
	void givesTheSameBitsOnAnyNumberOfThreadsAndInAnyUnits() {
		final float[][][] found = new float[3][][];
		for (int t = 0; t < 3; t++) {
			final AtomDescent descent = new AtomDescent(sum(90), UnitRows.rounded(start(90)), UnitRows::normalize, Parallel.of(1 + 3 * t));
			descent.descend();
			found[t] = descent.atoms();
		}
		assertThat(found[1]).isDeepEqualTo(found[0]);
		assertThat(found[2]).isDeepEqualTo(found[0]);
		final StatisticsSum large = sum(90);
		for (int i = 0; i < 90; i++) {
			for (int k = 0; k < 90; k++) large.codeProducts(i)[k] *= 0x1p190;
			for (int j = 0; j < LENGTH; j++) large.signalProducts(i)[j] *= 0x1p190;
		}
		final AtomDescent descent = new AtomDescent(large, UnitRows.rounded(start(90)), UnitRows::normalize, Parallel.of(2));
		descent.descend();
		assertThat(descent.atoms()).isDeepEqualTo(found[0]);
	}
}
