package io.github.sparsej.autoencoder.energy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;

import org.junit.jupiter.api.Test;

import io.github.sparsej.autoencoder.energy.Fista.Solution;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.Progress;

class FistaTest {

	private static final double[][] HESSIAN = { { 4, 1 }, { 1, 3 } };

	private static Quadratic problem(final double[][] target, final Proximity proximity) {
		return new Quadratic(HESSIAN, target, 7, 4.7, proximity);
	}

	private static Solution solve(final Quadratic problem, final double[][] start, final int iterations, final boolean keepBest) {
		return new Fista(1e-300, iterations, keepBest, Parallel.SERIAL).solve(problem, start, Progress.NONE, "");
	}

	@Test
	void smoothProblemsAreSolvedByTheInverse() {
		// Without an active bound V H = T; here V = (0.1, 0.2).
		final Solution solution = solve(problem(new double[][] { { 0.6, 0.7 } }, Proximity.ROW_BALLS), new double[1][2], 500, true);
		assertThat(solution.v()[0]).containsExactly(new double[] { 0.1, 0.2 }, within(1e-7));
		assertThat(solution.objective()).isCloseTo(7 - (0.1 * 0.6 + 0.2 * 0.7) / 2, within(1e-12));
	}

	@Test
	void coefficientsMeetTheConditionsOfTheOneNorm() {
		final double[][] target = { { 5, 2 }, { -3, 0.5 }, { 0.2, -0.9 } };
		final double[][] v = solve(problem(target, Proximity.ONE_NORM), new double[][] { { 1, -1 }, { 0, 2 }, { 3, 3 } }, 2000, true).v();
		int zeros = 0;
		for (int i = 0; i < 3; i++)
			for (int j = 0; j < 2; j++) {
				final double slope = target[i][j] - v[i][0] * HESSIAN[0][j] - v[i][1] * HESSIAN[1][j];
				if (v[i][j] == 0) {
					zeros++;
					assertThat(Math.abs(slope)).isLessThanOrEqualTo(1);
				}
				else assertThat(slope).isCloseTo(Math.signum(v[i][j]), within(1e-6));
			}
		assertThat(zeros).isBetween(1, 5);
	}

	@Test
	void boundedColumnsLieOnTheirBallsWithTheSlopeOutwards() {
		final double[][] target = { { 9, 0.1 }, { 5, 0.2 } };
		final double[][] v = solve(problem(target, Proximity.COLUMN_BALLS), new double[2][2], 2000, true).v();
		assertThat(Math.hypot(v[0][0], v[1][0])).isCloseTo(1, within(1e-12));
		final double[] slope = new double[2];
		for (int i = 0; i < 2; i++) slope[i] = target[i][0] - v[i][0] * HESSIAN[0][0] - v[i][1] * HESSIAN[1][0];
		assertThat(slope[0] * v[1][0] - slope[1] * v[0][0]).isCloseTo(0, within(1e-6));
		assertThat(slope[0] * v[0][0] + slope[1] * v[1][0]).isPositive();
	}

	@Test
	void bestOfARunThatRisesIsKept() {
		final Quadratic problem = new Quadratic(new double[][] { { 1, 0 }, { 0, 0.001 } }, new double[1][2], 0, 1, Proximity.ROW_BALLS);
		final double[][] start = { { 0.001, 0.9 } };
		final int iterations = rising(problem, start);
		final Solution best = solve(problem, start, iterations, true), last = solve(problem, start, iterations, false);
		final List<Double> objectives = best.objectives();
		assertThat(best.objective()).isEqualTo(objectives.stream().mapToDouble(d -> d).min().getAsDouble()).isLessThan(last.objective());
		assertThat(last.objective()).isEqualTo(objectives.get(iterations));
		assertThat(problem.objective(best.v())).isCloseTo(best.objective(), within(1e-15));
		assertThat(problem.objective(last.v())).isCloseTo(last.objective(), within(1e-15));
	}

	/** The first iteration at which the objective rises. */
	private static int rising(final Quadratic problem, final double[][] start) {
		final List<Double> objectives = solve(problem, start, 300, true).objectives();
		for (int k = 1; k < objectives.size(); k++) if (objectives.get(k) > objectives.get(k - 1)) return k;
		throw new AssertionError("the objective never rose");
	}

	@Test
	void startThatCannotBeImprovedIsKept() {
		final double[][] start = { { 0.3, 0.4 } };
		final Solution solution = solve(new Quadratic(new double[2][2], new double[1][2], 2, 0, Proximity.ROW_BALLS), start, 10, true);
		assertThat(solution.v()).isSameAs(start);
		assertThat(solution.iterations()).isZero();
		assertThat(solution.objective()).isEqualTo(2);
	}

	@Test
	void endsWhereTheObjectiveChangesByLessThanTheTolerance() {
		final Solution solution = new Fista(1e-3, 200, true, Parallel.SERIAL).solve(problem(new double[][] { { 5, 2 } }, Proximity.ONE_NORM), new double[1][2], Progress.NONE, "");
		final List<Double> f = solution.objectives();
		for (int k = 1; k < f.size() - 1; k++) assertThat(Math.abs(f.get(k) - f.get(k - 1))).isGreaterThanOrEqualTo(1e-3 * f.get(k));
		assertThat(Math.abs(f.get(f.size() - 1) - f.get(f.size() - 2))).isLessThan(1e-3 * f.get(f.size() - 1));
		assertThat(solution.complete()).isTrue();
	}

	@Test
	void stoppedRunKeepsTheBestSoFar() {
		final double[][] start = { { 1, 1 } };
		final int[] asked = { 0 };
		final Solution solution = new Fista(1e-300, 100, true, Parallel.SERIAL).solve(problem(new double[][] { { 5, 2 } }, Proximity.ONE_NORM), start, (fraction, what) -> asked[0]++ < 20, "");
		assertThat(solution.complete()).isFalse();
		assertThat(solution.objectives()).hasSizeBetween(3, 20);
		assertThat(solution.objective()).isLessThan(solution.objectives().get(0));
		assertThat(start[0]).containsExactly(1, 1);
	}
}
