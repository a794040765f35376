package io.github.sparsej.encode.l1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

import io.github.sparsej.encode.Fixtures;
import io.github.sparsej.model.StopReason;

class ActiveSetSolverTest {

	private static final int LENGTH = 30, ATOMS = 50;
	private static final double LAMBDA = 0.4;

	/** Atoms of random norms up to 1, as those of which a mask leaves a part; one of norm 0 and one twice. */
	private final float[] atoms = atoms();
	private final float[] signal = Fixtures.gaussian(LENGTH, 8);
	private int rowsAsked;

	private static float[] atoms() {
		final float[] atoms = Fixtures.dictionary(ATOMS, LENGTH, 7).toArray();
		for (int i = 0; i < ATOMS; i++) for (int j = 0; j < i % 25; j++) atoms[i * LENGTH + j] = 0;
		for (int j = 0; j < LENGTH; j++) {
			atoms[6 * LENGTH + j] = 0;
			atoms[20 * LENGTH + j] = atoms[3 * LENGTH + j];
		}
		return atoms;
	}

	private float dot(final float[] a, final int at, final float[] b, final int bt) {
		double sum = 0;
		for (int j = 0; j < LENGTH; j++) sum += (double) a[at + j] * b[bt + j];
		return (float) sum;
	}

	private float[] row(final int atom) {
		rowsAsked++;
		final float[] row = new float[ATOMS];
		for (int i = 0; i < ATOMS; i++) row[i] = dot(atoms, atom * LENGTH, atoms, i * LENGTH);
		return row;
	}

	private float[] correlations() {
		final float[] correlations = new float[ATOMS];
		for (int i = 0; i < ATOMS; i++) correlations[i] = dot(atoms, i * LENGTH, signal, 0);
		return correlations;
	}

	private void requireOptimal(final ActiveSetSolver solver, final Penalty penalty) {
		final double[] residual = new double[LENGTH], code = new double[ATOMS];
		for (int j = 0; j < LENGTH; j++) residual[j] = signal[j];
		for (int k = 0; k < solver.size(); k++) {
			code[solver.atom(k)] = solver.coefficient(k);
			for (int j = 0; j < LENGTH; j++) residual[j] -= solver.coefficient(k) * atoms[solver.atom(k) * LENGTH + j];
		}
		for (int i = 0; i < ATOMS; i++) {
			double slope = -penalty.ridge() * code[i];
			for (int j = 0; j < LENGTH; j++) slope += residual[j] * atoms[i * LENGTH + j];
			final double violation = code[i] != 0 ? Math.abs(slope - Math.signum(code[i]) * penalty.l1(i)) : (penalty.isNonnegative() ? slope : Math.abs(slope)) - penalty.l1(i);
			assertThat(violation).as("atom %d of %s", i, penalty).isLessThan(1e-5);
		}
	}

	@Test
	void atomsOfAnyNormAreAllowed() {
		for (final Penalty penalty : new Penalty[] { Penalty.lasso(LAMBDA), Penalty.lasso(0.01), Penalty.lasso(LAMBDA).nonnegative(true), Penalty.elasticNet(LAMBDA, 0.5) }) {
			final ActiveSetSolver solver = new ActiveSetSolver(penalty, Convergence.DEFAULT, ATOMS);
			assertThat(solver.solve(correlations(), dot(signal, 0, signal, 0), this::row)).isEqualTo(StopReason.CONVERGED);
			assertThat(solver.size()).isPositive();
			requireOptimal(solver, penalty);
		}
	}

	@Test
	void onlyRowsOfAtomsThatJoinAreAskedFor() {
		final ActiveSetSolver solver = new ActiveSetSolver(Penalty.lasso(LAMBDA), Convergence.DEFAULT, ATOMS);
		solver.solve(correlations(), dot(signal, 0, signal, 0), this::row);
		assertThat(solver.size()).isBetween(4, 20);
		assertThat(rowsAsked).isBetween(solver.size(), solver.size() + 5);
	}

	@Test
	void correlationsAreNotTouched() {
		final float[] correlations = correlations(), before = correlations.clone();
		new ActiveSetSolver(Penalty.lasso(LAMBDA), Convergence.DEFAULT, ATOMS).solve(correlations, dot(signal, 0, signal, 0), this::row);
		assertThat(correlations).isEqualTo(before);
	}

	@Test
	void signalBeforeLeavesNoTrace() {
		final ActiveSetSolver used = new ActiveSetSolver(Penalty.lasso(LAMBDA), Convergence.DEFAULT, ATOMS), fresh = new ActiveSetSolver(Penalty.lasso(LAMBDA), Convergence.DEFAULT, ATOMS);
		used.solve(row(9), 1, this::row);
		used.solve(correlations(), dot(signal, 0, signal, 0), this::row);
		fresh.solve(correlations(), dot(signal, 0, signal, 0), this::row);
		assertThat(used.size()).isEqualTo(fresh.size());
		for (int k = 0; k < used.size(); k++) {
			assertThat(used.atom(k)).isEqualTo(fresh.atom(k));
			assertThat(used.coefficient(k)).isEqualTo(fresh.coefficient(k));
		}
	}

	@Test
	void correlationsThatAreNoNumbersEndToo() {
		final float[] correlations = correlations();
		correlations[5] = Float.NaN;
		correlations[9] = Float.POSITIVE_INFINITY;
		assertThat(new ActiveSetSolver(Penalty.lasso(LAMBDA), Convergence.DEFAULT, ATOMS).solve(correlations, 1, this::row)).isNotNull();
		assertThat(new ActiveSetSolver(Penalty.lasso(LAMBDA), Convergence.DEFAULT, ATOMS).solve(correlations(), Double.NaN, this::row)).isNotNull();
	}

	@Test
	void weightsMustBeAsManyAsAtoms() {
		assertThatIllegalArgumentException().isThrownBy(() -> new ActiveSetSolver(Penalty.lasso(1).weighted(1, 2), Convergence.DEFAULT, ATOMS)).withMessageContainingAll("2 weights", "50 atoms");
	}
}
