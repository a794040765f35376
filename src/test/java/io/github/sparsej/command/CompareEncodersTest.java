package io.github.sparsej.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ij.WindowManager;
import ij.measure.ResultsTable;

import io.github.sparsej.testing.HeadlessImageJ;

import java.util.Arrays;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Encoders side by side, from a macro. */
class CompareEncodersTest {

	private static final String SETTING = "run('Open SparseJ Sample...', 'name=Microaneurysms'); rename('source');\n"
		+ "run('Learn Dictionary...', 'patchsize=6 atoms=60 patches=2000 initial=Patches iterations=0 curves=false'); selectImage('source');\n";

	@BeforeEach
	void imageJ() {
		HeadlessImageJ.reset();
	}

	private static ResultsTable run(final String options) {
		final String result = HeadlessImageJ.macro(SETTING + "run('Compare Encoders...', 'dictionary=source-atoms patches=300 " + options + "');");
		assertThat(result == null ? "" : result).doesNotStartWith("[error]");
		return ResultsTable.getResultsTable();
	}

	@Test
	void everyPointHasARowAndBothPlotsOpen() {
		final ResultsTable table = run("from=1 to=8 points=4");
		assertThat(table.size()).isEqualTo(8);
		assertThat(table.getColumnAsDoubles(table.getColumnIndex("Nonzeros asked for"))).containsExactly(1, 2, 4, 8, 1, 2, 4, 8);
		assertThat(table.getStringValue("Encoder", 7)).isEqualTo("Orthogonal matching pursuit");
		for (int row = 0; row < 8; row++) {
			assertThat(table.getValue("Nonzeros per patch", row)).isBetween(0.9, 8.0);
			assertThat(table.getValue("Residual (share of l2 norm)", row)).isBetween(0.0, 1.0);
			assertThat(table.getValue("Time (us/patch)", row)).isPositive();
			assertThat(table.getValue("Lambda", row)).isNaN();
			if (row % 4 > 0) assertThat(table.getValue("Residual (share of l2 norm)", row)).isLessThan(table.getValue("Residual (share of l2 norm)", row - 1));
		}
		assertThat(table.getValue("Residual (share of l2 norm)", 7)).as("orthogonal is at least as good").isLessThanOrEqualTo(table.getValue("Residual (share of l2 norm)", 3));
		assertThat(Arrays.asList(WindowManager.getImageTitles())).contains("source-residual-nonzeros", "source-residual-time");
	}

	@Test
	void encodersWithALambdaGetTheOneForAsManyNonzeros() {
		final ResultsTable table = run("from=3 to=9 points=2 encoders=[Lasso coordinate descent, Soft threshold]");
		assertThat(table.size()).isEqualTo(4);
		for (int row = 0; row < 4; row++) {
			assertThat(table.getValue("Lambda", row)).isPositive();
			assertThat(table.getValue("Nonzeros per patch", row)).isCloseTo(table.getValue("Nonzeros asked for", row), within(1.0));
		}
	}

	@Test
	void theSameSeedGivesTheSameRowsButForTheTime() {
		final double first = run("points=1 from=5 to=5").getValue("Residual (share of l2 norm)", 0);
		imageJ();
		assertThat(run("points=1 from=5 to=5").getValue("Residual (share of l2 norm)", 0)).isEqualTo(first);
		imageJ();
		assertThat(run("points=1 from=5 to=5 seed=7").getValue("Residual (share of l2 norm)", 0)).isNotEqualTo(first);
	}
}
