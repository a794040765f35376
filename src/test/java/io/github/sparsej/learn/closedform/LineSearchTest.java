package io.github.sparsej.learn.closedform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;

import org.junit.jupiter.api.Test;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class LineSearchTest {

	private static final int GRID = 4000;

	private static double share(final double[] x, final double[] source, final double[] direction, final double[][] atoms, final double lambda) {
		final double[] moved = RowMatrices.of(new double[][] { direction }, atoms)[0];
		return LineSearch.share(RandomProblem.residual(x, source, atoms), moved, source, direction, lambda);
	}

	private static double[] at(final double share, final double[] source, final double[] direction) {
		final double[] there = source.clone();
		for (int j = 0; j < there.length; j++) there[j] += share * direction[j];
		return there;
	}

	@Property(tries = 200)
	void noPointOfAFineGridIsLower(@ForAll @IntRange(min = 1, max = 7) final int length, @ForAll @IntRange(min = 1, max = 10) final int atomCount, @ForAll final long seed) {
		final RandomProblem random = new RandomProblem(seed);
		final double lambda = random.between(1e-2, 30);
		final double[][] atoms = random.rows(atomCount, length, 1);
		final double[] x = random.rows(1, length, 3)[0], source = random.sparseRows(1, atomCount, 1)[0], direction = random.sparseRows(1, atomCount, 2)[0];
		final double share = share(x, source, direction, atoms, lambda), found = RandomProblem.objective(x, at(share, source, direction), atoms, lambda);
		assertThat(share).isBetween(0.0, 1.0);
		double least = Double.POSITIVE_INFINITY;
		for (int k = 0; k <= GRID; k++) least = Math.min(least, RandomProblem.objective(x, at((double) k / GRID, source, direction), atoms, lambda));
		assertThat(found).isLessThanOrEqualTo(least + 1e-12 * (1 + least));
		final double farthest = Arrays.stream(RowMatrices.of(new double[][] { direction }, atoms)[0]).map(v -> v * v).sum() + lambda * Arrays.stream(direction).map(Math::abs).sum();
		assertThat(found).as("and the grid is about as low").isCloseTo(least, within(1e-12 + 3 * farthest / GRID));
	}

	/** f = (1 - g)^2 + lambda |1 - 2 g|: with a large lambda the break point is best, with a small one an inner optimum behind it. */
	@Test
	void breakPointEndAndInnerOptimum() {
		final double[][] atoms = { { -0.5 } };
		final double[] x = { 0.5 }, source = { 1 }, direction = { -2 };
		assertThat(share(x, source, direction, atoms, 2)).isEqualTo(0.5);
		assertThat(share(x, source, direction, atoms, 0.2)).isCloseTo(0.8, within(1e-15));
		assertThat(share(x, source, new double[] { -0.25 }, atoms, 2)).isEqualTo(1);
		assertThat(share(x, source, new double[] { 2 }, atoms, 2)).isZero();
		assertThat(share(new double[] { 1 }, new double[] { 0 }, new double[] { 1 }, new double[][] { { 1 } }, 0.5)).as("leaves 0").isCloseTo(0.75, within(1e-15));
		assertThat(share(new double[] { 1 }, new double[] { 0 }, new double[] { 1 }, new double[][] { { 1 } }, 3)).as("stays 0").isZero();
	}

	@Test
	void lineThatAtomsDoNotSeeIsFollowedAsFarAsTheAbsoluteValuesFall() {
		final double[][] twice = { { 1, 2 }, { 1, 2 } };
		assertThat(share(new double[] { 1, 1 }, new double[] { 1, -1 }, new double[] { -1.25, 1.25 }, twice, 1)).isCloseTo(0.8, within(1e-15));
		assertThat(share(new double[] { 1, 1 }, new double[] { 1, -1 }, new double[] { -0.5, 0.5 }, twice, 1)).isEqualTo(1);
		assertThat(share(new double[] { 1, 1 }, new double[] { 0, 0 }, new double[] { 0, 0 }, twice, 1)).isZero();
	}
}
