package io.github.sparsej.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ij.IJ;
import ij.ImagePlus;
import ij.Prefs;
import ij.WindowManager;
import ij.measure.ResultsTable;

import io.github.sparsej.learn.record.RecordedQuantity;
import io.github.sparsej.testing.HeadlessImageJ;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Experiments from macros. */
class ExperimentsTest {

	/** Of a key that is named twice, the first counts. */
	private static final String SMALL = " patchsize=4 atoms=10 patches=300 nonzeros=3 iterations=5 batch=60 every=2 initial=[White noise] methods=None,HAP";

	@BeforeEach
	void imageJ() {
		HeadlessImageJ.reset();
	}

	private static ResultsTable run(final String label, final String options) {
		HeadlessImageJ.reset();
		final String result = HeadlessImageJ.macro("run('Open SparseJ Sample...', 'name=Microaneurysms'); rename('source.tif'); run('" + label + "...', '" + options + SMALL + "');");
		assertThat(result == null ? "" : result).doesNotStartWith("[error]");
		return ResultsTable.getResultsTable();
	}

	private static List<String> column(final ResultsTable table, final String name) {
		return IntStream.range(0, table.size()).mapToObj(row -> table.getStringValue(name, row)).toList();
	}

	@Test
	void everyRunHasARowAndThePlotOpens() {
		final ResultsTable table = run("Compare Homeostasis", "seeds=3 record=error");
		assertThat(column(table, "Method")).containsExactly("None", "None", "None", "HAP", "HAP", "HAP");
		assertThat(table.getColumn("Seed")).containsExactly(42, 43, 44, 42, 43, 44);
		for (int row = 0; row < table.size(); row++) {
			assertThat(table.getValue("error", row)).isBetween(0.01, 0.99);
			assertThat(table.getValue("Time (s)", row)).isPositive();
		}
		assertThat(column(table, "Image")).containsOnly("source.tif");
		assertThat(column(table, "From cache")).containsOnly("no");
		assertThat(table.getColumn("error")).as("methods and seeds differ").doesNotHaveDuplicates();
		assertThat(WindowManager.getImageTitles()).contains("source-error-over-time");
	}

	@Test
	void aRunIsWhatLearnDictionaryGives() {
		final ResultsTable table = run("Compare Homeostasis", "methods=HAP seeds=1 record=error every=1");
		assertThat(table.size()).isEqualTo(1);
		final double coherence = table.getValue("MC", 0);
		HeadlessImageJ.macro("selectImage('source.tif'); run('Learn Dictionary...', 'patchsize=4 atoms=10 patches=300 nonzeros=3 iterations=5 batch=60 initial=[White noise] homeostasis=HAP curves=false');");
		final ImagePlus atoms = WindowManager.getImage("source-atoms");
		double largest = -1;
		for (int i = 1; i <= 10; i++)
			for (int k = 1; k < i; k++) {
				double product = 0;
				for (int j = 0; j < 16; j++) product += atoms.getStack().getProcessor(i).getf(j) * atoms.getStack().getProcessor(k).getf(j);
				largest = Math.max(largest, product);
			}
		assertThat(coherence).as("the largest product of two atoms").isCloseTo(largest, within(1e-6));
	}

	@Test
	void finishedRunsAreReadFromTheCacheAndFilesAreWritten(@TempDir final Path folder) throws IOException {
		final String folders = "record=error seeds=2 cache=[" + folder.resolve("cache of runs") + "] output=[" + folder.resolve("out") + "]";
		final double[] first = run("Compare Homeostasis", folders).getColumn("error");
		final List<String> lines = Files.readAllLines(folder.resolve("out/runs.csv"));
		assertThat(lines).hasSize(5);
		assertThat(lines.get(0)).startsWith("method,seed,parameter,parameter value,").contains(",error,");
		assertThat(Files.readAllLines(folder.resolve("out/curves.csv")).stream().filter(line -> line.startsWith("HAP,43,,,") && line.contains(",error,"))).hasSize(3);
		final ImagePlus plot = IJ.openImage(folder.resolve("out/source-error-over-time.png").toString());
		assertThat(new int[] { plot.getWidth(), plot.getHeight() }).isEqualTo(new int[] { WindowManager.getImage("source-error-over-time").getWidth(), WindowManager.getImage("source-error-over-time").getHeight() });

		Prefs.setThreads(3);
		try {
			final ResultsTable again = run("Compare Homeostasis", folders.replace("seeds=2", "seeds=3"));
			assertThat(column(again, "From cache")).containsExactly("yes", "yes", "no", "yes", "yes", "no");
			assertThat(new double[] { again.getValue("error", 0), again.getValue("error", 1), again.getValue("error", 3), again.getValue("error", 4) }).isEqualTo(first);
		}
		finally {
			Prefs.setThreads(Runtime.getRuntime().availableProcessors());
		}
		assertThat(column(run("Compare Homeostasis", folders.replace("error", "F") + " eta=0.01"), "From cache")).containsOnly("no");
		assertThat(column(run("Compare Homeostasis", folders + " patches=301"), "From cache")).containsOnly("no");
		assertThat(column(run("Compare Homeostasis", folders), "From cache")).containsOnly("yes");
		try (Stream<Path> files = Files.list(folder.resolve("cache of runs"))) {
			assertThat(files).hasSize(6 + 4 + 4);
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
		"parameter=eta points=3 | 8.25E-4,0.0033,0.0132 | -error-eta",
		"parameter=nonzeros points=5 range=2 | 2,3,4,6 | -error-nonzeros",
		"parameter=patchsize points=3 range=2 | 2,4,8 | -error-patchsize",
		"parameter=seed points=3 | 42,43,44 | -error-seed",
		"parameter=betaone values=[0, 0.9] | 0.0,0.9 | -error-betaone-over-time",
		"parameter=initial values=[1/f,Patches] | 1/f,Patches | -error-initial-over-time",
		"parameter=atoms values=12,9 | 12,9 | -error-atoms",
	})
	void everyValueHasItsRunsAndThePlotIsThatOfTheKindOfKey(final String options, final String values, final String plot) {
		final ResultsTable table = run("Scan Parameter", options + " record=error");
		final String[] each = values.split(",");
		assertThat(column(table, "Value")).containsExactlyElementsOf(Arrays.stream(each).flatMap(value -> Stream.of(value, value)).toList());
		assertThat(column(table, "Method")).startsWith("None", "HAP").hasSize(2 * each.length);
		assertThat(table.getColumn("error")).doesNotHaveDuplicates();
		assertThat(WindowManager.getImageTitles()).contains("source" + plot);
	}

	@Test
	void codingStepsAreComparedAndHomeostasisActsOnPursuitAlone() {
		final double[] error = run("Scan Parameter", "parameter=encoder values=[Matching pursuit, Top k] every=4 record=error").getColumn("error");
		assertThat(error[0]).isNotEqualTo(error[1]);
		assertThat(error[2]).isEqualTo(error[3]);
		assertThat(WindowManager.getImageTitles()).contains("source-error-encoder-over-time");
	}

	@Test
	void theRelaxationOfStepsGoesUpToItsValue() {
		final ResultsTable table = run("Scan Parameter", "parameter=alphamp points=2 methods=HEH etahomeo=0.5 record=error");
		assertThat(column(table, "Value")).containsExactly("0.25", "1.0");
		assertThat(table.getColumn("error")).doesNotHaveDuplicates();
	}

	@Test
	void aMethodCanHaveAStrengthOfItsOwn() {
		final ResultsTable table = run("Compare Homeostasis", "methods=[OLS@2.5, OLS, EMP@0.01, OLS@0.05, OLS] seeds=1 alphahomeo=0.05 record=qerror");
		assertThat(column(table, "Method")).containsExactly("OLS@2.5", "OLS", "EMP@0.01", "OLS@0.05");
		final double[] F = table.getColumn("F");
		assertThat(F[0]).isNotEqualTo(F[1]);
		assertThat(F[1]).as("the strength of key alphahomeo").isEqualTo(F[3]);
	}

	@Test
	void titlesThatAreNoNamesOfFilesMakeOne(@TempDir final Path folder) {
		HeadlessImageJ.reset();
		HeadlessImageJ.macro("run('Open SparseJ Sample...', 'name=Microaneurysms'); rename('a/b: c'); run('Compare Homeostasis...', 'seeds=1 record=error output=[" + folder + "]" + SMALL + "');");
		assertThat(folder.resolve("a-b- c-error-over-time.png")).exists();
	}

	@Test
	void theRecordsOfTheDialogAreThoseThereAre() throws NoSuchFieldException {
		assertThat(ExperimentCommand.class.getDeclaredField("record").getAnnotation(org.scijava.plugin.Parameter.class).choices()).containsExactlyInAnyOrderElementsOf(RecordedQuantity.labels());
	}
}
