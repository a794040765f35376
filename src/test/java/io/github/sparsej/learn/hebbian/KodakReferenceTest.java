package io.github.sparsej.learn.hebbian;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

import io.github.sparsej.encode.Residuals;
import io.github.sparsej.encode.greedy.MatchingPursuit;
import io.github.sparsej.encode.greedy.MatchingPursuitOptions;
import io.github.sparsej.encode.greedy.MatchingPursuitOptions.Selection;
import io.github.sparsej.learn.LearnResult;
import io.github.sparsej.learn.homeostasis.HomeostasisKind;
import io.github.sparsej.learn.homeostasis.HomeostasisParameters;
import io.github.sparsej.learn.record.AtomUse;
import io.github.sparsej.learn.record.RecordedQuantity;
import io.github.sparsej.learn.record.Recording;
import io.github.sparsej.learn.start.InitialDictionaries;
import io.github.sparsej.learn.step.Batches;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.LearningCurve;
import io.github.sparsej.model.Progress;
import io.github.sparsej.model.Signals;
import io.github.sparsej.model.SparseCodes;
import io.github.sparsej.whiten.NoWhitening;
import io.github.sparsej.whiten.ShlFilter;

/**
 * The published experiment on 20 photographs with the settings of its notebook, each homeostasis beside the run of the
 * original code (float64, other random draws). Relative residual and spread of use are those of plain matching pursuit on
 * 4096 patches, the same for all; F and qerror those of the last record. Methods that do not exist are left out.
 */
@Tag("long")
class KodakReferenceTest {

	private static final Parallel PARALLEL = Parallel.of(2);
	private static final MatchingPursuitOptions PURSUIT = new MatchingPursuitOptions(13, 0, Selection.RECTIFIED);
	private static final int EVALUATED = 4096;
	/** By falling fairness, as the reference has it. */
	private static final List<String> BY_RISING_QERROR = List.of("HEH", "eHAP", "HAP", "None", "OLS");

	private record Figures(double error, double f, double qerror, double use) {

		private static Figures mean(final List<Figures> runs) {
			return new Figures(runs.stream().mapToDouble(Figures::error).average().orElseThrow(), runs.stream().mapToDouble(Figures::f).average().orElseThrow(),
				runs.stream().mapToDouble(Figures::qerror).average().orElseThrow(), runs.stream().mapToDouble(Figures::use).average().orElseThrow());
		}
	}

	/** @param reference null where there is none */
	private record Row(String kind, double alpha, long[] seeds, Figures reference) {}

	private record Run(Row row, Figures figures, double seconds) {}

	private static final Row[] ROWS = {
		new Row("None", 2.5, new long[] { 42, 43 }, Figures.mean(List.of(new Figures(0.6088, 0.6363, 56.5, 0.158), new Figures(0.6084, 0.6334, 50.8, 0.133)))),
		new Row("OLS", 2.5, new long[] { 42 }, new Figures(0.6122, 0.6479, 73.3, 0.207)),
		new Row("EMP", 0.05, new long[] { 42 }, new Figures(0.6092, 0.6246, 32.9, 0.117)),
		new Row("eHAP", 2.5, new long[] { 42 }, new Figures(0.6086, 0.6206, 27.2, 0.107)),
		new Row("HAP", 2.5, new long[] { 42 }, new Figures(0.6082, 0.6252, 35.4, 0.119)),
		new Row("HEH", 2.5, new long[] { 42 }, new Figures(0.6088, 0.6187, 20.3, 0.156)),
		new Row("EXP", 2.5, new long[] { 42 }, null)
	};

	@TestFactory
	Stream<DynamicTest> reachesTheReference() {
		final Signals patches = KodakPatches.draw(42);
		final List<Run> runs = new ArrayList<>();
		System.out.printf(Locale.ROOT, "%-10s %-17s %-17s %-15s %-15s seconds%n", "", "relative residual", "F", "qerror", "use std/mean");
		for (final Row row : ROWS) {
			if (!HomeostasisKind.labels().contains(row.kind)) continue;
			final long begin = System.nanoTime();
			final Figures figures = Figures.mean(Arrays.stream(row.seeds).mapToObj(seed -> figures(patches, row, seed)).toList());
			runs.add(new Run(row, figures, (System.nanoTime() - begin) * 1e-9 / row.seeds.length));
			print(runs.get(runs.size() - 1));
		}
		return Stream.concat(Stream.of(DynamicTest.dynamicTest("patches", () -> assertThat(meanSize(patches)).isCloseTo(0.2985, within(0.01))), DynamicTest.dynamicTest("order", () -> hasTheOrder(runs))),
			runs.stream().filter(run -> run.row.reference != null).map(run -> DynamicTest.dynamicTest(run.row.kind, () -> reaches(run.row.reference, run.figures))));
	}

	private static Figures figures(final Signals patches, final Row row, final long seed) {
		final HebbianOptions options = new HebbianOptions(441, 1025, 1024, 0.0033, 0.9, 0.999, HebbianOptions.EPSILON, PURSUIT,
			HomeostasisKind.named(row.kind).create(new HomeostasisParameters(0.05, row.alpha, 128, 3)), Integer.MAX_VALUE, seed).withRecording(Recording.PUBLISHED); // no atom is replaced there
		final LearnResult result = options.learner(InitialDictionaries.oneOverF(KodakPatches.SHAPE, ShlFilter.forPatches(KodakPatches.SHAPE.width()), NoWhitening.INSTANCE), PARALLEL).learn(patches, Progress.NONE);
		final int[] some = Arrays.copyOf(Batches.shuffled(patches.count(), new SplittableRandom(4242)), EVALUATED);
		final SparseCodes codes = new MatchingPursuit(PURSUIT, PARALLEL).prepare(result.dictionary()).encode(patches.select(some), Progress.NONE);
		return new Figures(Residuals.relative(patches.select(some), codes, result.dictionary(), PARALLEL), last(result, RecordedQuantity.F), last(result, RecordedQuantity.QERROR), spread(AtomUse.of(codes).counts()));
	}

	private static double last(final LearnResult result, final RecordedQuantity quantity) {
		return result.curves().stream().filter(curve -> curve.quantity().equals(quantity.label())).map(LearningCurve::values).mapToDouble(values -> values.get(values.size() - 1)).findFirst().orElse(Double.NaN);
	}

	private static double spread(final int[] counts) {
		final double mean = Arrays.stream(counts).average().orElseThrow();
		return Math.sqrt(Arrays.stream(counts).mapToDouble(count -> (count - mean) * (count - mean)).average().orElseThrow()) / mean;
	}

	/** Mean over the patches of the root mean square of their pixels. */
	private static double meanSize(final Signals patches) {
		return IntStream.range(0, patches.count()).mapToDouble(row -> {
			double energy = 0;
			for (final float value : patches.row(row)) energy += (double) value * value;
			return Math.sqrt(energy / patches.length());
		}).average().orElseThrow();
	}

	private static void print(final Run run) {
		final Figures ours = run.figures, theirs = run.row.reference;
		final String name = run.row.kind + (run.row.alpha == 2.5 ? "" : "@" + run.row.alpha);
		if (theirs == null) System.out.printf(Locale.ROOT, "%-10s %.4f            %.4f            %5.1f           %.3f           %5.1f%n", name, ours.error, ours.f, ours.qerror, ours.use, run.seconds);
		else System.out.printf(Locale.ROOT, "%-10s %.4f (%.4f)   %.4f (%.4f)   %5.1f (%5.1f)   %.3f (%.3f)   %5.1f%n", name, ours.error, theirs.error, ours.f, theirs.f, ours.qerror, theirs.qerror,
			ours.use, theirs.use, run.seconds);
	}

	private static void reaches(final Figures reference, final Figures figures) {
		assertThat(figures.error).as("relative residual").isCloseTo(reference.error, within(0.003));
		assertThat(figures.use).as("spread of use").isCloseTo(reference.use, within(0.03));
		if (Double.isNaN(figures.qerror)) return; // no quantile functions are learned
		assertThat(figures.f).as("F").isCloseTo(reference.f, within(0.006));
		assertThat(figures.qerror).as("qerror").isCloseTo(reference.qerror, within(0.15 * reference.qerror));
	}

	private static void hasTheOrder(final List<Run> runs) {
		final List<Double> qerrors = BY_RISING_QERROR.stream().flatMap(kind -> runs.stream().filter(run -> run.row.kind.equals(kind))).map(run -> run.figures.qerror).filter(qerror -> !qerror.isNaN()).toList();
		for (int i = 1; i < qerrors.size(); i++) assertThat(qerrors.get(i)).as("qerror of " + BY_RISING_QERROR.get(i)).isGreaterThan(qerrors.get(i - 1));
	}
}
