package io.github.sparsej.learn.closedform;

import static io.github.sparsej.learn.closedform.GoldenProblem.OBJECTIVE;
import static io.github.sparsej.learn.closedform.GoldenProblem.atoms;
import static io.github.sparsej.learn.closedform.GoldenProblem.rows;
import static io.github.sparsej.learn.closedform.GoldenProblem.signals;
import static io.github.sparsej.learn.closedform.GoldenProblem.values;
import static io.github.sparsej.learn.closedform.RowMatrices.flat;
import static io.github.sparsej.testing.Close.assertClose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;

import org.junit.jupiter.api.Test;

import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.Progress;

/** Every closed form, and the objective of whole alternations, against numpy in float64 (golden/README.md). */
class ClosedFormGoldenTest {

	private static final double EXACT = 1e-9;

	private static Alternation small() {
		return new Alternation(OBJECTIVE, false, signals(), atoms("sc_W0_6x4"), rows("sc_S0_30x4"), Parallel.SERIAL);
	}

	/** J at the beginning and after every half step, as many values as the reference has. */
	static double[] history(final Alternation alternation, final SourceUpdate update, final int count) {
		final double[] history = new double[count];
		history[0] = alternation.value().total();
		for (int k = 1; k < count; k++) {
			if (k % 2 == 1) alternation.updateAtoms(Progress.NONE);
			else alternation.updateSources(update, Progress.NONE);
			history[k] = alternation.value().total();
		}
		return history;
	}

	static void requireNeverRising(final double[] history) {
		for (int k = 1; k < history.length; k++) assertThat(history[k]).as("J after half step %d", k).isLessThanOrEqualTo(history[k - 1]);
	}

	@Test
	void objectiveAndAtomsAreThoseOfTheReference() {
		final Alternation alternation = small();
		assertThat(alternation.value().total()).isCloseTo(43.92243816089166, within(EXACT));
		alternation.updateAtoms(Progress.NONE);
		assertThat(alternation.value().total()).isCloseTo(35.156509219413834, within(EXACT));
		assertClose(flat(alternation.atoms()), flat(atoms("sc_W1_6x4")), EXACT);
	}

	@Test
	void relaxedSourcesAndTheLineSearchAreThoseOfTheReference() {
		final double[][] x = signals(), sources = rows("sc_S0_30x4"), w = atoms("sc_W1_6x4");
		final RelaxedSources relaxed = (RelaxedSources) SourceUpdate.RELAXED.step(w, OBJECTIVE.lambda(), Parallel.SERIAL);
		final double[][] residuals = relaxed.residuals(x, sources, 0, 30), directions = relaxed.directions(residuals, sources, 0), moved = RowMatrices.of(directions, w);
		final double[] ends = new double[30 * 4], signs = new double[30 * 4], shares = new double[30];
		for (int i = 0; i < 30; i++) {
			for (int j = 0; j < 4; j++) {
				ends[4 * i + j] = sources[i][j] + directions[i][j];
				signs[4 * i + j] = Math.signum(sources[i][j]);
			}
			shares[i] = LineSearch.share(residuals[i], moved[i], sources[i], directions[i], OBJECTIVE.lambda());
		}
		assertClose(signs, values("sc_Q_30x4"), 0);
		assertClose(ends, values("sc_Send_30x4"), EXACT);
		assertClose(shares, values("sc_gamma_30"), EXACT);
		assertClose(flat(relaxed.sources(x, sources, 0, 30)), values("sc_S1_linesearch_30x4"), EXACT);
	}

	@Test
	void lassoIsThatOfTheReference() {
		final double[][] lasso = SourceUpdate.LASSO.step(atoms("sc_W1_6x4"), OBJECTIVE.lambda(), Parallel.SERIAL).sources(signals(), new double[30][4], 0, 30);
		assertClose(flat(lasso), values("sc_S_lasso_for_W1_30x4"), EXACT);
		assertThat(Arrays.stream(flat(lasso)).filter(s -> s != 0).count()).isEqualTo(79);
		assertClose(flat(SourceUpdate.LASSO.step(atoms("sc_over_W0_6x12"), OBJECTIVE.lambda(), Parallel.SERIAL).sources(signals(), new double[30][12], 0, 30)), values("sc_over_S0_lasso_30x12"), EXACT);
	}

	@Test
	void alternationWithTheLineSearchFallsAsTheReferenceDoes() {
		final double[] expected = values("sc_alt_ls_hist"), history = history(small(), SourceUpdate.RELAXED, expected.length);
		assertClose(Arrays.copyOf(history, 4), Arrays.copyOf(expected, 4), EXACT);
		assertThat(history[4]).as("with residues of rounding set to 0").isCloseTo(2.638284, within(1e-6));
		assertThat(history[200]).as("with residues of rounding set to 0").isCloseTo(1.15153, within(0.003 * 1.15153));
		assertThat(history[200]).isCloseTo(expected[200], within(0.003 * expected[200]));
		requireNeverRising(history);
	}

	@Test
	void alternationWithTheLassoFallsAsTheReferenceDoes() {
		final double[] expected = values("sc_alt_lasso_hist");
		final Alternation alternation = small();
		final double[] history = history(alternation, SourceUpdate.LASSO, expected.length);
		assertClose(history, expected, 1e-5);
		assertClose(flat(alternation.atoms()), flat(atoms("sc_alt_lasso_W")), 1e-4);
		assertClose(flat(alternation.sources()), values("sc_alt_lasso_S"), 1e-4);
		requireNeverRising(history);
	}

	@Test
	void alternationWithMoreAtomsThanValuesFallsAsTheReferenceDoes() {
		final double[] expected = values("sc_over_alt_hist");
		final double[] history = history(new Alternation(OBJECTIVE, false, signals(), atoms("sc_over_W0_6x12"), rows("sc_over_S0_lasso_30x12"), Parallel.SERIAL), SourceUpdate.LASSO, expected.length);
		for (int k = 0; k < expected.length; k++) assertThat(history[k]).as("half step %d", k).isCloseTo(expected[k], within(2e-4 * expected[k]));
		requireNeverRising(history);
	}
}
