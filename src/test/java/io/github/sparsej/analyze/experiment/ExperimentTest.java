package io.github.sparsej.analyze.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;

import io.github.sparsej.learn.LearnedModel;
import io.github.sparsej.learn.ModelLearning;
import io.github.sparsej.learn.ModelSettings;
import io.github.sparsej.learn.ModelSettings.Start;
import io.github.sparsej.learn.hebbian.HebbianOptions;
import io.github.sparsej.learn.homeostasis.HomeostasisKind;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.LearningCurve;
import io.github.sparsej.model.Progress;

class ExperimentTest {

	private static final long MUCH = 1L << 30;
	private static final String RESIDUAL = "relative residual";

	private static List<FinishedRun> perform(final List<ExperimentRun> runs, final int threads, final long memory) {
		return new Experiment(runs, RunCache.none(), Parallel.of(threads), memory).perform(Runs.image(1), Runs.EVERYWHERE, run -> {}, Progress.NONE);
	}

	/** All that does not depend on the time. */
	private static List<List<LearningCurve>> curves(final List<FinishedRun> runs) {
		return runs.stream().map(run -> run.curves().stream().filter(curve -> !curve.quantity().equals("seconds")).toList()).toList();
	}

	@Test
	void aRunIsWhatLearningByItselfGives() {
		final List<ExperimentRun> runs = Runs.methods(2);
		final List<FinishedRun> finished = perform(runs, 2, MUCH);
		assertThat(finished).extracting(FinishedRun::run).isEqualTo(runs);
		for (final FinishedRun run : finished) {
			final LearnedModel alone = new ModelLearning(run.run().settings(), Parallel.SERIAL).learn(Runs.image(1), Runs.EVERYWHERE, "", Progress.NONE);
			assertThat(run.curve(RESIDUAL)).contains(alone.model().provenance().curves().get(0));
			assertThat(run.last(RESIDUAL)).isEqualTo(run.curves().get(0).values().get(5));
			assertThat(run.replacedAtoms()).isEqualTo(alone.replacedAtoms());
			assertThat(run.seconds()).isPositive();
			assertThat(run.cached()).isFalse();
		}
		assertThat(curves(finished)).as("methods and seeds differ").doesNotHaveDuplicates();
	}

	@Test
	void threadsAndMemoryChangeNoResult() {
		final List<List<LearningCurve>> serial = curves(perform(Runs.methods(3), 1, MUCH));
		assertThat(curves(perform(Runs.methods(3), 5, MUCH))).isEqualTo(serial);
		assertThat(curves(perform(Runs.methods(3), 5, 0))).as("one run at a time").isEqualTo(serial);
	}

	@Test
	void patchesOfOtherSizesAreDrawnForTheirRuns() {
		final HebbianOptions learner = Runs.learner(HomeostasisKind.HAP, 0.02, 42);
		final List<ExperimentRun> runs = new ArrayList<>();
		for (final int size : new int[] { 3, 3, 5 }) runs.add(new ExperimentRun("HAP", "patchsize", "" + size, Runs.settings(size, learner)));
		final List<FinishedRun> finished = perform(runs, 2, MUCH);
		assertThat(curves(finished).get(0)).isEqualTo(curves(finished).get(1)).isNotEqualTo(curves(finished).get(2));
		final ModelSettings last = runs.get(2).settings();
		assertThat(finished.get(2).curve(RESIDUAL)).contains(new ModelLearning(last, Parallel.SERIAL).learn(Runs.image(1), Runs.EVERYWHERE, "", Progress.NONE).model().provenance().curves().get(0));
	}

	@Test
	void theProgressNamesEachRunAndRises() {
		final Set<String> names = new TreeSet<>();
		final List<Double> fractions = new ArrayList<>();
		new Experiment(List.of(slow(1), slow(2)), RunCache.none(), Parallel.SERIAL, MUCH).perform(Runs.image(1), Runs.EVERYWHERE, run -> {}, (fraction, what) -> {
			names.add(what);
			return fractions.add(fraction);
		});
		assertThat(names).contains("1 of 2 runs: HAP, seed 1", "2 of 2 runs: HAP, seed 2");
		assertThat(fractions).isSorted().allSatisfy(fraction -> assertThat(fraction).isBetween(0.0, 1.0)).anyMatch(fraction -> fraction > 0.5);
	}

	/** A run of some tenths of a second. */
	static ExperimentRun slow(final long seed) {
		final HebbianOptions o = Runs.learner(HomeostasisKind.HAP, 0.02, seed);
		return new ExperimentRun("HAP", "", "", Runs.settings(4, new HebbianOptions(o.atoms(), 4000, o.batchSize(), o.eta(), o.beta1(), o.beta2(), o.epsilon(), o.encoder(), o.homeostasis(), o.deadAfter(), seed)));
	}

	/** A run that nobody waits for. */
	private static ExperimentRun endless() {
		final HebbianOptions o = Runs.learner(HomeostasisKind.HAP, 0.02, 1);
		return new ExperimentRun("HAP", "", "", Runs.settings(4, new HebbianOptions(o.atoms(), 1 << 24, o.batchSize(), o.eta(), o.beta1(), o.beta2(), o.epsilon(), o.encoder(), o.homeostasis(), o.deadAfter(), 1)));
	}

	@Test
	void stoppingKeepsFinishedRunsAndDropsTheOthers() {
		final List<ExperimentRun> runs = new ArrayList<>(Runs.methods(1));
		runs.add(endless());
		runs.add(endless());
		runs.addAll(Runs.methods(2));
		final List<FinishedRun> heard = new ArrayList<>();
		final List<FinishedRun> kept = new Experiment(runs, RunCache.none(), Parallel.of(2), MUCH).perform(Runs.image(1), Runs.EVERYWHERE, heard::add, (fraction, what) -> heard.size() < 2);
		assertThat(kept).extracting(FinishedRun::run).containsExactlyElementsOf(runs.subList(0, 2));
		assertThat(heard).isEqualTo(kept);
	}

	@Test
	void stoppingBeforeTheFirstRunKeepsNothing() {
		assertThat(new Experiment(Runs.methods(1), RunCache.none(), Parallel.of(2), MUCH).perform(Runs.image(1), Runs.EVERYWHERE, run -> {}, (fraction, what) -> false)).isEmpty();
	}

	@Test
	void whatARunRefusesIsSaid() {
		final HebbianOptions o = Runs.learner(HomeostasisKind.HAP, 0.02, 1);
		final ExperimentRun tooManyAtoms = new ExperimentRun("HAP", "", "", Runs.settings(4, new HebbianOptions(3000, 1, 10, o.eta(), o.beta1(), o.beta2(), o.epsilon(), o.encoder(), o.homeostasis(), o.deadAfter(), 1)));
		final List<ExperimentRun> runs = List.of(Runs.methods(1).get(0), tooManyAtoms, endless());
		final List<FinishedRun> heard = new ArrayList<>();
		assertThatThrownBy(() -> new Experiment(runs, RunCache.none(), Parallel.of(3), MUCH).perform(Runs.image(1), Runs.EVERYWHERE, heard::add, Progress.NONE))
			.isInstanceOf(IllegalArgumentException.class).hasMessageContaining("for 3000 atoms");
		assertThat(heard).hasSize(1);
	}

	@Test
	void startsAreComparedOnTheSamePatchesDrawnOnce() {
		final ModelSettings s = Runs.methods(1).get(0).settings();
		final List<ExperimentRun> runs = new ArrayList<>();
		for (final Start start : List.of(Start.PATCHES, Start.DCT, Start.WHITE_NOISE))
			runs.add(new ExperimentRun("None", "initial", start.name(), new ModelSettings(s.shape(), s.patches(), s.selection(), s.filter(), s.whitening(), start, s.learner(), s.dataSeed(), s.crop())));
		final List<String> said = new ArrayList<>();
		final List<FinishedRun> finished = new Experiment(runs, RunCache.none(), Parallel.SERIAL, MUCH).perform(Runs.image(1), Runs.EVERYWHERE, run -> {}, (fraction, what) -> said.add(what));
		final int first = said.indexOf("Drawing patches"), last = said.lastIndexOf("Drawing patches");
		assertThat(said.subList(first, last + 1)).containsOnly("Drawing patches");
		assertThat(curves(finished)).doesNotHaveDuplicates();
		for (final FinishedRun run : finished)
			assertThat(run.curve(RESIDUAL)).contains(new ModelLearning(run.run().settings(), Parallel.SERIAL).learn(Runs.image(1), Runs.EVERYWHERE, "", Progress.NONE).model().provenance().curves().get(0));
	}

	@Test
	void aListenerThatFailsStopsTheOtherRuns() throws InterruptedException {
		final List<ExperimentRun> runs = List.of(Runs.methods(1).get(0), endless());
		assertThatThrownBy(() -> new Experiment(runs, RunCache.none(), Parallel.of(2), MUCH).perform(Runs.image(1), Runs.EVERYWHERE, run -> {
			throw new IllegalStateException("no table");
		}, Progress.NONE)).hasMessage("no table");
		for (final Thread thread : Thread.getAllStackTraces().keySet())
			if (thread.getName().equals("SparseJ-run")) {
				thread.join(5000);
				assertThat(thread.isAlive()).isFalse();
			}
	}

	@Test
	void nothingToDoIsRefused() {
		assertThatThrownBy(() -> new Experiment(List.of(), RunCache.none(), Parallel.SERIAL, MUCH)).hasMessageContaining("at least one run");
	}
}
