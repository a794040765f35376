package io.github.sparsej.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import ij.WindowManager;
import ij.measure.ResultsTable;

import io.github.sparsej.analyze.sparsification.Sparsification;
import io.github.sparsej.analyze.sparsification.SparsificationOptions;
import io.github.sparsej.analyze.sparsification.SparsificationRecord;
import io.github.sparsej.model.Progress;
import io.github.sparsej.testing.FijiLikeRun;
import io.github.sparsej.testing.HeadlessImageJ;

/** The dynamics of sparsification from macros. */
class SparsificationDynamicsTest {

	private static final String[] PLOTS = { "sparsification-weights-left", "sparsification-one-norm", "sparsification-weights", "sparsification-feature-benefit", "sparsification-relative-variance" };

	@BeforeEach
	void imageJ() {
		HeadlessImageJ.reset();
	}

	private static ResultsTable run(final String options) {
		final String result = HeadlessImageJ.macro("run('Sparsification Dynamics...', '" + options + "');");
		assertThat(result == null ? "" : result).doesNotStartWith("[error]");
		return ResultsTable.getResultsTable();
	}

	@Test
	void everyRecordHasARowAndAllPlotsOpen() {
		final ResultsTable table = run("weights=1000 lambda=1e-3 step=0.25 seed=7");
		final List<SparsificationRecord> records = new Sparsification(new SparsificationOptions(1000, 1e-3, 0.25, 7)).run(Progress.NONE).records();
		assertThat(table.size()).isEqualTo(records.size()).isGreaterThan(20);
		for (int row = 0; row < records.size(); row++) {
			final SparsificationRecord record = records.get(row);
			assertThat(Arrays.stream(new String[] { "Weights", "Lambda", "Step", "Time", "Weights left", "One-norm", "Feature benefit", "Total squared deviation", "Relative variance", "Gamma", "Largest weight", "Median weight", "Smallest weight" })
				.map(table::getColumnIndex).map(column -> table.getValueAsDouble(column, records.indexOf(record)))).containsExactly(1000.0, 1e-3, (double) record.step(), record.time(), (double) record.weightsLeft(), record.oneNorm(),
					record.featureBenefit(), record.totalSquaredDeviation(), record.relativeVariance(), record.gamma(), record.largest(), record.median(), record.smallest());
			assertThat(table.getValue("Weights left (theory)", row)).isCloseTo(Math.max(1, Math.pow(1 / Math.sqrt(1000) + 1e-3 * record.time(), -2)), withinPercentage(1e-10));
			assertThat(table.getValue("One-norm (theory)", row)).isCloseTo(Math.sqrt(table.getValue("Weights left (theory)", row)), withinPercentage(1e-10));
		}
		assertThat(table.getStringValue("Lambda", 0)).as("small numbers are not shown as 0").isEqualTo("1.000000E-3");
		assertThat(WindowManager.getImageTitles()).containsExactlyInAnyOrder(PLOTS);
	}

	@Test
	void asFijiRunsItWithItsDefaultsButTheWeights() throws Exception {
		assertThat(FijiLikeRun.run(SparsificationDynamics.class.getName(), "weights=200 lambda=0.001")).isEmpty();
		assertThat(ResultsTable.getResultsTable().getValue("Weights left", ResultsTable.getResultsTable().size() - 1)).isEqualTo(1);
		assertThat(WindowManager.getImageTitles()).containsExactlyInAnyOrder(PLOTS);
	}

	@Test
	void withoutCurvesThereAreRowsAlone() {
		assertThat(run("weights=50 lambda=0.01 curves=false").size()).isGreaterThan(10);
		assertThat(WindowManager.getImageTitles()).isEmpty();
	}

	@Test
	void whereNoWeightStaysTheLastRowSaysSo() {
		final ResultsTable table = run("weights=50 lambda=0.6");
		final int last = table.size() - 1;
		assertThat(table.getValue("Weights left", last)).isZero();
		assertThat(table.getValue("Largest weight", last)).isNaN();
		assertThat(WindowManager.getImageTitles()).contains("sparsification-one-norm").doesNotContain("sparsification-weights");
	}

	/** With first weights so large that the first step turns their signs: nothing after time 0, which is no place on a logarithmic axis. */
	@Test
	void whereThereIsNothingToPlotThereIsNoPlot() {
		final ResultsTable table = run("weights=2 lambda=1 step=0.99 seed=1");
		assertThat(table.size()).isEqualTo(1);
		assertThat(WindowManager.getImageTitles()).isEmpty();
	}
}
