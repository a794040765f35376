package io.github.sparsej.learn.closedform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.Progress;

class AlternationTest {

	private static final double STEP = 1e-5;

	/** J written out. */
	private static double objective(final Objective objective, final double[][] x, final double[][] atoms, final double[][] sources) {
		double sum = 0, squares = 0;
		for (int i = 0; i < x.length; i++) sum += RandomProblem.objective(x[i], sources[i], atoms, objective.lambda());
		for (final double[] atom : atoms) squares += RandomProblem.dot(atom, atom);
		return sum / x.length + objective.eta() * squares;
	}

	@Property(tries = 60)
	void objectiveNeverRises(@ForAll @IntRange(min = 1, max = 8) final int length, @ForAll @IntRange(min = 1, max = 12) final int atomCount, @ForAll @IntRange(min = 1, max = 70) final int signals,
		@ForAll final SourceUpdate update, @ForAll final boolean zeroMean, @ForAll final long seed)
	{
		final RandomProblem random = new RandomProblem(seed);
		final Objective objective = new Objective(random.between(1e-2, 5), random.between(1e-4, 1));
		final double[][] x = random.rows(signals, length, 2), atoms = random.rows(atomCount, length, 1);
		if (zeroMean) for (final double[] atom : atoms) DictionaryStep.center(atom);
		final Alternation alternation = new Alternation(objective, zeroMean, x, atoms, random.sparseRows(signals, atomCount, 1), Parallel.SERIAL);
		final double[] history = ClosedFormGoldenTest.history(alternation, update, 61);
		ClosedFormGoldenTest.requireNeverRising(history);
		assertThat(alternation.value().total()).isCloseTo(objective(objective, x, alternation.atoms(), alternation.sources()), within(1e-12 * (1 + history[0])));
		for (final double[] source : alternation.sources()) for (final double value : source) assertThat(value == 0 || Math.abs(value) > 1e-12).isTrue();
		if (zeroMean) for (final double[] atom : alternation.atoms()) assertThat(Arrays.stream(atom).sum()).isCloseTo(0, within(1e-12 * (1 + Arrays.stream(atom).map(Math::abs).sum())));
	}

	@Property(tries = 30)
	void gradientIsZeroForTheBestAtoms(@ForAll @IntRange(min = 1, max = 5) final int length, @ForAll @IntRange(min = 1, max = 7) final int atomCount, @ForAll final long seed) {
		final RandomProblem random = new RandomProblem(seed);
		final Objective objective = new Objective(0.5, random.between(1e-3, 1));
		final double[][] x = random.rows(9, length, 2), sources = random.sparseRows(9, atomCount, 1);
		final Alternation alternation = new Alternation(objective, false, x, random.rows(atomCount, length, 1), sources, Parallel.SERIAL);
		alternation.updateAtoms(Progress.NONE);
		final double[][] atoms = Arrays.stream(alternation.atoms()).map(double[]::clone).toArray(double[][]::new);
		for (final double[] atom : atoms)
			for (int j = 0; j < length; j++) {
				final double value = atom[j];
				atom[j] = value + STEP;
				final double above = objective(objective, x, atoms, sources);
				atom[j] = value - STEP;
				final double below = objective(objective, x, atoms, sources);
				atom[j] = value;
				assertThat((above - below) / (2 * STEP)).isCloseTo(0, within(1e-8 * (1 + above)));
				assertThat(above - alternation.value().total()).as("and J is larger aside").isPositive();
			}
	}

	/** In the directions that atoms of zero mean can take. */
	@Test
	void atomsOfZeroMeanAreTheBestOfTheirKind() {
		final RandomProblem random = new RandomProblem(4);
		final Objective objective = new Objective(0.5, 0.02);
		final double[][] x = random.rows(20, 5, 2), sources = random.sparseRows(20, 3, 1);
		for (final double[] signal : x) for (int j = 0; j < 5; j++) signal[j] += 3;
		final Alternation alternation = new Alternation(objective, true, x, new double[3][5], sources, Parallel.SERIAL);
		alternation.updateAtoms(Progress.NONE);
		final double[][] atoms = Arrays.stream(alternation.atoms()).map(double[]::clone).toArray(double[][]::new);
		final double least = objective(objective, x, atoms, sources);
		for (final double[] atom : atoms)
			for (int j = 1; j < 5; j++)
				for (final double step : new double[] { 1e-3, -1e-3 }) {
					atom[0] -= step;
					atom[j] += step;
					assertThat(objective(objective, x, atoms, sources)).isGreaterThan(least);
					atom[0] += step;
					atom[j] -= step;
				}
	}

	@Test
	void sumsOverPartsAreSumsOverAll() {
		final RandomProblem random = new RandomProblem(6);
		final double[][] x = random.rows(50, 4, 1), sources = random.sparseRows(50, 7, 1);
		final SourceStatistics all = new SourceStatistics(7, 4), parts = new SourceStatistics(7, 4);
		all.add(x, sources, Progress.NONE, Parallel.SERIAL);
		for (int begin = 0; begin < 50; begin += 10) parts.add(Arrays.copyOfRange(x, begin, begin + 10), Arrays.copyOfRange(sources, begin, begin + 10), Progress.NONE, Parallel.of(3));
		assertThat(parts.signals()).isEqualTo(all.signals()).isEqualTo(50);
		assertThat(new DictionaryStep(0.1, false, Parallel.SERIAL).atoms(parts)).isDeepEqualTo(new DictionaryStep(0.1, false, Parallel.SERIAL).atoms(all));
	}

	/** Where the ridge is lost in the rounding of the sums, and the sources of one atom are those of another. */
	@Test
	void ridgeBelowRoundingStillGivesAtoms() {
		final RandomProblem random = new RandomProblem(7);
		final double[][] x = random.rows(40, 5, 1), sources = random.rows(40, 4, 1);
		for (final double[] source : sources) source[3] = source[1];
		final Alternation alternation = new Alternation(new Objective(0.5, 1e-300), false, x, random.rows(4, 5, 1), sources, Parallel.SERIAL);
		final double before = alternation.value().total();
		alternation.updateAtoms(Progress.NONE);
		assertThat(alternation.value().total()).isFinite().isLessThan(before);
	}

	@ParameterizedTest
	@EnumSource
	void threadsChangeNoBit(final SourceUpdate update) {
		final double[][] one = atoms(update, Parallel.SERIAL);
		for (final int threads : new int[] { 2, 8 }) assertThat(atoms(update, Parallel.of(threads))).isDeepEqualTo(one);
	}

	private static double[][] atoms(final SourceUpdate update, final Parallel parallel) {
		final RandomProblem random = new RandomProblem(8);
		final Alternation alternation = new Alternation(new Objective(0.5, 0.01), false, random.rows(300, 10, 1), random.rows(14, 10, 1), random.rows(300, 14, 1), parallel);
		ClosedFormGoldenTest.history(alternation, update, 11);
		return alternation.atoms();
	}

	@ParameterizedTest
	@EnumSource
	void stoppingLeavesWhatIsThere(final SourceUpdate update) {
		final RandomProblem random = new RandomProblem(9);
		final Alternation alternation = new Alternation(new Objective(0.5, 0.01), false, random.rows(300, 10, 1), random.rows(14, 10, 1), random.rows(300, 14, 1), Parallel.SERIAL);
		final double[][] atoms = alternation.atoms();
		final double before = alternation.value().total();
		assertThat(alternation.updateAtoms((fraction, what) -> fraction < 0.5)).isFalse();
		assertThat(alternation.updateAtoms((fraction, what) -> fraction < 0.9)).isFalse();
		assertThat(alternation.atoms()).isSameAs(atoms);
		assertThat(alternation.updateSources(update, (fraction, what) -> fraction < 0.5)).isFalse();
		assertThat(alternation.value().total()).as("of the sources that were made better").isLessThan(before);
	}
}
