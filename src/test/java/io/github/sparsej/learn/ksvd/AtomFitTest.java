package io.github.sparsej.learn.ksvd;

import static io.github.sparsej.testing.Close.assertClose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.sparsej.learn.step.AtomConstraint;
import io.github.sparsej.learn.step.AtomUses;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.linalg.Svd;
import io.github.sparsej.model.SparseCodes;
import io.github.sparsej.model.StopReason;

/** Fits of one atom, number 1 of 2, that every second signal uses, against their formulas in float64. */
class AtomFitTest {

	private static final int LENGTH = 12;
	private static final AtomConstraint NONNEGATIVE = new AtomConstraint(true, false), ZERO_MEAN = new AtomConstraint(false, true);

	/** Residuals, coefficients and atom, and what the fit is of. */
	private static final class Case {

		final int count;
		final float[][] residuals;
		final float[] atom = new float[LENGTH], coefficients;
		/** E, u x m. */
		final double[] errors;

		/** @param sign 0 for any coefficients */
		Case(final int count, final int sign) {
			this.count = count;
			final SplittableRandom random = new SplittableRandom(count);
			double norm = 0;
			for (int j = 0; j < LENGTH; j++) norm += Math.pow(atom[j] = (float) random.nextDouble(-0.2, 1), 2);
			for (int j = 0; j < LENGTH; j++) atom[j] /= (float) Math.sqrt(norm);
			residuals = new float[2 * count][LENGTH];
			coefficients = new float[count];
			errors = new double[count * LENGTH];
			for (int k = 0; k < count; k++) {
				coefficients[k] = (float) (sign == 0 ? random.nextDouble(-2, 2) : random.nextDouble(0.5, 2));
				for (int j = 0; j < LENGTH; j++) {
					residuals[2 * k + 1][j] = (float) random.nextDouble(-1, 1);
					errors[k * LENGTH + j] = residuals[2 * k + 1][j] + (double) coefficients[k] * atom[j];
				}
			}
		}

		AtomUsers users(final boolean nonnegative) {
			final int[] starts = new int[2 * count + 1], atoms = new int[count];
			final StopReason[] reasons = new StopReason[2 * count];
			for (int row = 0; row < 2 * count; row++) {
				starts[row + 1] = (row + 1) / 2;
				reasons[row] = StopReason.MAX_NONZEROS;
			}
			Arrays.fill(atoms, 1);
			return new AtomUsers(atom, new AtomUses(SparseCodes.of(2, starts, atoms, coefficients, reasons)), 1, residuals, nonnegative, Parallel.of(2));
		}

		double[] right() {
			return right(errors);
		}

		private double[] right(final double[] matrix) {
			final double[] vectors = Svd.of(count, LENGTH, matrix).right(), first = new double[LENGTH];
			for (int j = 0; j < LENGTH; j++) first[j] = vectors[j * (vectors.length / LENGTH)];
			return first;
		}

		/** E d, 0 instead of negative ones where asked for. */
		double[] coefficients(final double[] d, final boolean nonnegative) {
			final double[] g = new double[count];
			for (int k = 0; k < count; k++) {
				for (int j = 0; j < LENGTH; j++) g[k] += errors[k * LENGTH + j] * d[j];
				if (nonnegative) g[k] = Math.max(0, g[k]);
			}
			return g;
		}

		/** E'g. */
		double[] direction(final double[] g) {
			final double[] d = new double[LENGTH];
			for (int k = 0; k < count; k++) for (int j = 0; j < LENGTH; j++) d[j] += g[k] * errors[k * LENGTH + j];
			return d;
		}

		/** ||E - g d'||_F^2 with the best g. */
		double left(final double[] d, final boolean nonnegative) {
			final double[] g = coefficients(d, nonnegative);
			double sum = 0;
			for (int k = 0; k < count; k++) for (int j = 0; j < LENGTH; j++) sum += Math.pow(errors[k * LENGTH + j] - g[k] * d[j], 2);
			return sum;
		}
	}

	private static double[] widened(final float[] values) {
		final double[] wide = new double[values.length];
		for (int j = 0; j < wide.length; j++) wide[j] = values[j];
		return wide;
	}

	/** The vector or its opposite, whichever is nearer. */
	private static double[] like(final double[] other, final double[] vector) {
		double product = 0;
		for (int j = 0; j < vector.length; j++) product += vector[j] * other[j];
		final double[] same = vector.clone();
		if (product < 0) for (int j = 0; j < same.length; j++) same[j] = -same[j];
		return same;
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 5, 11, 12, 13, 300, 5000 })
	void exactIsTheLeadingSingularVector(final int count) {
		final Case some = new Case(count, 0);
		final double[] fitted = new LeadingPair(AtomConstraint.NONE).fit(some.users(false)).orElseThrow();
		assertClose(like(some.right(), fitted), some.right(), 1e-7);
	}

	@ParameterizedTest
	@ValueSource(ints = { 3, 400 })
	void exactOfZeroMeanIsThatOfErrorsLessTheirMeans(final int count) {
		final Case some = new Case(count, 0);
		final double[] centred = some.errors.clone();
		for (int k = 0; k < count; k++) {
			double mean = 0;
			for (int j = 0; j < LENGTH; j++) mean += centred[k * LENGTH + j] / LENGTH;
			for (int j = 0; j < LENGTH; j++) centred[k * LENGTH + j] -= mean;
		}
		final double[] fitted = new LeadingPair(ZERO_MEAN).fit(some.users(false)).orElseThrow();
		assertClose(like(some.right(centred), fitted), some.right(centred), 1e-7);
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 7, 129, 1000 })
	void onePowerStepIsTheErrorsWeighedByTheCoefficients(final int count) {
		final Case some = new Case(count, 0);
		final double[] expected = some.direction(widened(some.coefficients));
		AtomConstraint.NONE.project(expected);
		assertClose(new PowerSteps(1, AtomConstraint.NONE).fit(some.users(false)).orElseThrow(), expected, 2e-6);
	}

	@Test
	void morePowerStepsGoOnAsTheFormulaAndToTheSingularVector() {
		final Case some = new Case(700, 0);
		double[] expected = some.direction(widened(some.coefficients));
		for (int step = 1; step < 3; step++) {
			AtomConstraint.NONE.project(expected);
			expected = some.direction(some.coefficients(expected, false));
		}
		AtomConstraint.NONE.project(expected);
		assertClose(new PowerSteps(3, AtomConstraint.NONE).fit(some.users(false)).orElseThrow(), expected, 2e-6);
		final double[] many = new PowerSteps(500, AtomConstraint.NONE).fit(some.users(false)).orElseThrow();
		assertClose(like(some.right(), many), some.right(), 1e-5);
	}

	@Test
	void powerStepsOfNonnegativeOnesAreWithoutNegativeValuesOnBothSides() {
		final Case some = new Case(700, 1);
		double[] expected = some.direction(widened(some.coefficients));
		for (int step = 1; step < 3; step++) {
			NONNEGATIVE.project(expected);
			expected = some.direction(some.coefficients(expected, true));
		}
		NONNEGATIVE.project(expected);
		final double[] fitted = new PowerSteps(3, NONNEGATIVE).fit(some.users(true)).orElseThrow();
		assertThat(fitted).contains(0.0);
		assertClose(fitted, expected, 2e-6);
	}

	/** A fixed point of the alternation, from the best of three starts: no start of a thousand random ones ends lower by much, and the atom before is not better. */
	@ParameterizedTest
	@ValueSource(ints = { 4, 90 })
	void exactNonnegativeIsAsGoodAsTheBestOfManyAlternations(final int count) {
		for (final boolean codes : new boolean[] { false, true }) {
			final Case some = new Case(count, codes ? 1 : 0);
			final double[] fitted = new LeadingPair(NONNEGATIVE).fit(some.users(codes)).orElseThrow();
			for (final double value : fitted) assertThat(value).isNotNegative();
			final double[] next = some.direction(some.coefficients(fitted, codes));
			NONNEGATIVE.project(next);
			assertClose(next, fitted, 2e-2);
			final double before = some.left(widened(some.atom), codes), left = some.left(fitted, codes);
			assertThat(left).isLessThan(before);
			final SplittableRandom random = new SplittableRandom(1);
			double best = before;
			for (int trial = 0; trial < 200; trial++) {
				double[] d = random.doubles(LENGTH).toArray();
				NONNEGATIVE.project(d);
				for (int step = 0; step < 50; step++) {
					d = some.direction(some.coefficients(d, codes));
					NONNEGATIVE.project(d);
				}
				best = Math.min(best, some.left(d, codes));
			}
			assertThat(left).isLessThanOrEqualTo(1.02 * best);
		}
	}

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void settlingLeavesTheErrorsLessTheAtomTimesItsBestCoefficients(final boolean nonnegative) {
		final Case some = new Case(333, 1);
		final SplittableRandom random = new SplittableRandom(2);
		final double[] other = random.doubles(LENGTH, -1, 1).toArray();
		AtomConstraint.NONE.project(other);
		final AtomUsers users = some.users(nonnegative);
		final double[] g = some.coefficients(other, nonnegative);
		double energy = 0;
		for (final double value : g) energy += value * value;
		assertThat(users.energy(PowerSteps.rounded(other))).isCloseTo(energy, within(1e-5 * energy));
		users.settle(PowerSteps.rounded(other));
		if (nonnegative) assertThat(g).contains(0.0);
		for (int k = 0; k < some.count; k++) {
			assertThat(some.residuals[2 * k]).as("no user").containsOnly(0);
			for (int j = 0; j < LENGTH; j++) assertThat((double) some.residuals[2 * k + 1][j]).isCloseTo(some.errors[k * LENGTH + j] - g[k] * other[j], within(3e-6));
		}
	}

	/** All errors point away from what is allowed. */
	@Test
	void whereNothingIsLeftOfAnAtomThereIsNone() {
		final Case some = new Case(20, 1);
		for (int k = 0; k < 20; k++) for (int j = 0; j < LENGTH; j++) some.residuals[2 * k + 1][j] = -1 - some.coefficients[k] * some.atom[j];
		assertThat(new PowerSteps(2, NONNEGATIVE).fit(some.users(true))).isEmpty();
		assertThat(new LeadingPair(NONNEGATIVE).fit(some.users(true))).isEmpty();
		assertThat(new PowerSteps(2, NONNEGATIVE).fit(some.users(false))).as("with coefficients of any sign the opposite does").isPresent();
	}

	@ParameterizedTest
	@ValueSource(ints = { 5, 50 })
	void whereNothingIsToBeFittedThereIsNoAtom(final int count) {
		final Case some = new Case(count, 0);
		Arrays.fill(some.coefficients, 0);
		for (final float[] residual : some.residuals) Arrays.fill(residual, 0);
		assertThat(new PowerSteps(2, AtomConstraint.NONE).fit(some.users(false))).isEmpty();
		assertThat(new LeadingPair(AtomConstraint.NONE).fit(some.users(false))).isEmpty();
	}
}
