package io.github.sparsej.learn.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AtomConstraintTest {

	private static final AtomConstraint NONNEGATIVE = new AtomConstraint(true, false), ZERO_MEAN = new AtomConstraint(false, true);

	@Test
	void anyAtomIsMadeOneOfUnitNorm() {
		final double[] atom = { 3, -4 };
		assertThat(AtomConstraint.NONE.project(atom)).isTrue();
		assertThat(atom).containsExactly(new double[] { 0.6, -0.8 }, within(1e-15));
	}

	@Test
	void nonnegativeAtomsLoseTheirNegativeValues() {
		final double[] atom = { 3, -9, 4 };
		assertThat(NONNEGATIVE.project(atom)).isTrue();
		assertThat(atom).containsExactly(new double[] { 0.6, 0, 0.8 }, within(1e-15));
	}

	@Test
	void atomsOfZeroMeanLoseTheirMean() {
		final double[] atom = { 11, 3, 7 };
		assertThat(ZERO_MEAN.project(atom)).isTrue();
		assertThat(atom).containsExactly(new double[] { Math.sqrt(0.5), -Math.sqrt(0.5), 0 }, within(1e-15));
	}

	/** Of all allowed atoms none has a larger inner product with what was given, which for atoms of unit norm is to be the nearest. */
	@ParameterizedTest
	@CsvSource({ "true, false", "false, true", "false, false" })
	void noAllowedAtomIsNearer(final boolean nonnegative, final boolean zeroMean) {
		final AtomConstraint constraint = new AtomConstraint(nonnegative, zeroMean);
		final SplittableRandom random = new SplittableRandom(3);
		final double[] given = random.doubles(5, -1, 1).toArray(), nearest = given.clone();
		assertThat(constraint.project(nearest)).isTrue();
		for (int trial = 0; trial < 2000; trial++) {
			final double[] other = nearest.clone();
			for (int j = 0; j < 5; j++) other[j] += random.nextDouble(-1, 1) / (1 + trial % 50);
			if (!constraint.project(other)) continue;
			if (zeroMean) assertThat(Arrays.stream(other).sum()).isCloseTo(0, within(1e-14));
			if (nonnegative) assertThat(Arrays.stream(other).min().getAsDouble()).isNotNegative();
			assertThat(dot(other, given)).isLessThanOrEqualTo(dot(nearest, given) + 1e-12);
		}
	}

	@Test
	void whereNothingIsLeftTheAnswerIsNo() {
		assertThat(AtomConstraint.NONE.project(new double[] { 0, 0 })).isFalse();
		assertThat(AtomConstraint.NONE.project(new double[] { 1, Double.NaN })).isFalse();
		assertThat(AtomConstraint.NONE.project(new double[] { Double.POSITIVE_INFINITY, 1 })).isFalse();
		assertThat(NONNEGATIVE.project(new double[] { -1, -2, 0 })).isFalse();
		assertThat(ZERO_MEAN.project(new double[] { 0.1, 0.1, 0.1 })).as("but for rounding, as 0.1 is no binary number").isFalse();
		assertThat(ZERO_MEAN.project(new double[] { 0.1, 0.1, 0.1001 })).isTrue();
	}

	@Test
	void theOppositeIsTakenOnlyOfAnAtomThatHasNothingAboveZero() {
		final double[] negative = { -3, -4 }, mixed = { 1, -9 };
		assertThat(NONNEGATIVE.projectEither(negative)).isTrue();
		assertThat(negative).containsExactly(new double[] { 0.6, 0.8 }, within(1e-15));
		assertThat(NONNEGATIVE.projectEither(mixed)).isTrue();
		assertThat(mixed).containsExactly(1, 0);
		final double[] free = { -3, -4 };
		assertThat(AtomConstraint.NONE.projectEither(free)).isTrue();
		assertThat(free).as("of atoms of any sign neither is better").containsExactly(new double[] { -0.6, -0.8 }, within(1e-15));
		assertThat(NONNEGATIVE.projectEither(new double[3])).isFalse();
	}

	@Test
	void bothAtOnceAreRefused() {
		assertThatThrownBy(() -> new AtomConstraint(true, true)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("zero mean");
	}

	@Test
	void wordsTellWhatIsAskedFor() {
		assertThat(AtomConstraint.NONE.inWords()).isEmpty();
		assertThat(NONNEGATIVE.inWords()).containsOnlyKeys("atoms are nonnegative");
		assertThat(ZERO_MEAN.inWords()).containsOnlyKeys("atoms have zero mean");
	}

	private static double dot(final double[] a, final double[] b) {
		double sum = 0;
		for (int j = 0; j < a.length; j++) sum += a[j] * b[j];
		return sum;
	}
}
