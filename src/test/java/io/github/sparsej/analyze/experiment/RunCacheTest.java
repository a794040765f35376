package io.github.sparsej.analyze.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.github.sparsej.encode.choice.EncoderKind;
import io.github.sparsej.encode.choice.EncoderParameters;
import io.github.sparsej.encode.l1.LassoLarsOptions;
import io.github.sparsej.encode.l1.Penalty;
import io.github.sparsej.learn.ModelSettings;
import io.github.sparsej.learn.ModelSettings.Start;
import io.github.sparsej.learn.hebbian.HebbianOptions;
import io.github.sparsej.learn.homeostasis.HomeostasisKind;
import io.github.sparsej.learn.homeostasis.HomeostasisParameters;
import io.github.sparsej.learn.start.InitialDictionaries;
import io.github.sparsej.learn.start.InitialDictionary;
import io.github.sparsej.learn.start.LearnedState;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.Dictionary;
import io.github.sparsej.model.EncoderSettings;
import io.github.sparsej.model.HomeostasisState;
import io.github.sparsej.model.LearningCurve;
import io.github.sparsej.model.PatchShape;
import io.github.sparsej.model.Progress;
import io.github.sparsej.model.Signals;
import io.github.sparsej.model.SufficientStatistics;
import io.github.sparsej.model.Volume;
import io.github.sparsej.whiten.NoWhitening;
import io.github.sparsej.whiten.OlshausenField;
import io.github.sparsej.whiten.PatchCentering;

class RunCacheTest {

	@TempDir
	private Path folder;

	private final List<String> notes = new ArrayList<>();

	private List<FinishedRun> perform(final List<ExperimentRun> runs, final List<Volume> image) throws IOException {
		return new Experiment(runs, RunCache.in(folder, notes::add), Parallel.of(2), 1L << 30).perform(image, Runs.EVERYWHERE, run -> {}, Progress.NONE);
	}

	private List<Path> files() throws IOException {
		try (Stream<Path> files = Files.list(folder)) {
			return files.sorted().toList();
		}
	}

	private static List<FinishedRun> asCached(final List<FinishedRun> runs) {
		return runs.stream().map(run -> new FinishedRun(run.run(), run.curves(), run.replacedAtoms(), run.seconds(), true)).toList();
	}

	@Test
	void finishedRunsAreReadWithTheSameBits() throws IOException {
		final List<FinishedRun> first = perform(Runs.methods(2), Runs.image(1));
		assertThat(first).noneMatch(FinishedRun::cached);
		assertThat(files()).hasSize(4).allMatch(file -> file.toString().endsWith(".run.txt"));
		assertThat(perform(Runs.methods(2), Runs.image(1))).isEqualTo(asCached(first));
		final List<FinishedRun> more = perform(Runs.methods(3), Runs.image(1));
		assertThat(more.stream().filter(FinishedRun::cached)).containsExactlyInAnyOrderElementsOf(asCached(first));
		assertThat(more).hasSize(6);
		assertThat(notes).isEmpty();
	}

	@Test
	void anotherPixelIsAnotherExperiment() throws IOException {
		perform(Runs.methods(1), Runs.image(1));
		final List<Volume> changed = Runs.image(1);
		changed.get(0).plane(0, 0)[20 * 40 + 20] += 0.5f;
		assertThat(perform(Runs.methods(1), changed)).noneMatch(FinishedRun::cached);
	}

	@Test
	void everyOptionMakesAnotherKey() {
		final HebbianOptions o = Runs.learner(HomeostasisKind.HAP, 0.02, 42);
		final ModelSettings s = Runs.settings(4, o);
		final EncoderSettings omp = EncoderKind.ORTHOGONAL_MATCHING_PURSUIT.options(EncoderParameters.DEFAULT);
		final Stream<HebbianOptions> learners = Stream.of(o,
			new HebbianOptions(11, o.batches(), o.batchSize(), o.eta(), o.beta1(), o.beta2(), o.epsilon(), o.encoder(), o.homeostasis(), o.deadAfter(), o.seed()),
			new HebbianOptions(o.atoms(), 7, o.batchSize(), o.eta(), o.beta1(), o.beta2(), o.epsilon(), o.encoder(), o.homeostasis(), o.deadAfter(), o.seed()),
			new HebbianOptions(o.atoms(), o.batches(), 51, o.eta(), o.beta1(), o.beta2(), o.epsilon(), o.encoder(), o.homeostasis(), o.deadAfter(), o.seed()),
			new HebbianOptions(o.atoms(), o.batches(), o.batchSize(), Math.nextUp(o.eta()), o.beta1(), o.beta2(), o.epsilon(), o.encoder(), o.homeostasis(), o.deadAfter(), o.seed()),
			new HebbianOptions(o.atoms(), o.batches(), o.batchSize(), o.eta(), 0, o.beta2(), o.epsilon(), o.encoder(), o.homeostasis(), o.deadAfter(), o.seed()),
			new HebbianOptions(o.atoms(), o.batches(), o.batchSize(), o.eta(), o.beta1(), 0.999, o.epsilon(), o.encoder(), o.homeostasis(), o.deadAfter(), o.seed()),
			new HebbianOptions(o.atoms(), o.batches(), o.batchSize(), o.eta(), o.beta1(), o.beta2(), 1e-10, o.encoder(), o.homeostasis(), o.deadAfter(), o.seed()),
			new HebbianOptions(o.atoms(), o.batches(), o.batchSize(), o.eta(), o.beta1(), o.beta2(), o.epsilon(), omp, o.homeostasis(), o.deadAfter(), o.seed()),
			new HebbianOptions(o.atoms(), o.batches(), o.batchSize(), o.eta(), o.beta1(), o.beta2(), o.epsilon(), EncoderKind.ORTHOGONAL_MATCHING_PURSUIT.options(EncoderParameters.DEFAULT.withNonzeros(4)), o.homeostasis(), o.deadAfter(), o.seed()),
			new HebbianOptions(o.atoms(), o.batches(), o.batchSize(), o.eta(), o.beta1(), o.beta2(), o.epsilon(), o.encoder(), HomeostasisKind.HAP.create(new HomeostasisParameters(0.01, 0.05, 128, 3)), o.deadAfter(), o.seed()),
			new HebbianOptions(o.atoms(), o.batches(), o.batchSize(), o.eta(), o.beta1(), o.beta2(), o.epsilon(), o.encoder(), HomeostasisKind.NONE.create(HomeostasisParameters.DEFAULT), o.deadAfter(), o.seed()),
			new HebbianOptions(o.atoms(), o.batches(), o.batchSize(), o.eta(), o.beta1(), o.beta2(), o.epsilon(), o.encoder(), o.homeostasis(), 21, o.seed()),
			new HebbianOptions(o.atoms(), o.batches(), o.batchSize(), o.eta(), o.beta1(), o.beta2(), o.epsilon(), o.encoder(), o.homeostasis(), o.deadAfter(), 43));
		final List<String> keys = new ArrayList<>(learners.map(learner -> RunCache.key(s.withLearner(learner), "data", NoWhitening.INSTANCE)).toList());
		keys.add(RunCache.key(s, "other data", NoWhitening.INSTANCE));
		keys.add(RunCache.key(new ModelSettings(PatchShape.square(5), s.patches(), s.selection(), s.filter(), s.whitening(), s.start(), o), "data", NoWhitening.INSTANCE));
		keys.add(RunCache.key(new ModelSettings(s.shape(), s.patches(), s.selection(), OlshausenField.STANDARD, s.whitening(), s.start(), o), "data", NoWhitening.INSTANCE));
		keys.add(RunCache.key(new ModelSettings(s.shape(), s.patches(), s.selection(), s.filter(), s.whitening(), Start.DCT, o), "data", NoWhitening.INSTANCE));
		keys.add(RunCache.key(s, "data", PatchCentering.INSTANCE));
		keys.add(RunCache.key(withStart(s, "atoms", Optional.empty()), "data", NoWhitening.INSTANCE));
		for (final double use : new double[] { 0, 0.25 }) keys.add(RunCache.key(withStart(s, "atoms", Optional.of(new LearnedState(new HomeostasisState("HAP", new double[] { use }, new double[] { 1 }), SufficientStatistics.none(1, 16)))), "data", NoWhitening.INSTANCE));
		for (final double weight : new double[] { 1, 2 })
			keys.add(RunCache.key(withStart(s, "atoms", Optional.of(new LearnedState(HomeostasisState.neutral("HAP", 1), SufficientStatistics.of(1, 16, weight, 1, new double[] { 1 }, new double[16])))), "data", NoWhitening.INSTANCE));
		keys.add(RunCache.key(withStart(s, "atoms,\ntwice", Optional.empty()), "data", NoWhitening.INSTANCE));
		for (final double weight : new double[] { 1, 2 })
			keys.add(RunCache.key(s.withLearner(withEncoder(o, new LassoLarsOptions(Penalty.lasso(0.1).weighted(new double[] { weight })))), "data", NoWhitening.INSTANCE));
		assertThat(keys).doesNotHaveDuplicates().allSatisfy(key -> assertThat(key).doesNotContain("\n"));
	}

	@Test
	void signalsAreToldApartByEveryBitAndByTheirShape() {
		final float[] values = { 1, 2, 3, 4, 5, 6 }, other = { 1, 2, 3, 4, 5, Math.nextUp(6f) };
		assertThat(RunCache.checksum(Signals.of(2, 3, values), Progress.NONE)).hasSize(64).isEqualTo(RunCache.checksum(Signals.of(2, 3, values.clone()), Progress.NONE))
			.isNotEqualTo(RunCache.checksum(Signals.of(3, 2, values), Progress.NONE)).isNotEqualTo(RunCache.checksum(Signals.of(2, 3, other), Progress.NONE));
	}

	/** A key that held an object's address would never be found again. */
	@Test
	void equalOptionsHaveOneKeyWhateverEncoderAndHomeostasis() {
		final HebbianOptions o = Runs.learner(HomeostasisKind.HAP, 0.02, 42);
		for (final EncoderKind encoder : EncoderKind.values())
			for (final HomeostasisKind method : HomeostasisKind.values()) {
				final Set<String> keys = Stream.of(1, 2).map(i -> RunCache.key(Runs.settings(4, new HebbianOptions(10, 6, 50, 0.1, 0.9, 0.99, 1e-8,
					encoder.options(EncoderParameters.DEFAULT), method.create(HomeostasisParameters.DEFAULT), 20, o.seed())), "data", NoWhitening.INSTANCE)).collect(Collectors.toSet());
				assertThat(keys).as(encoder + " " + method).hasSize(1);
			}
	}

	@Test
	void whatIsDamagedOrForeignIsLearnedAnewWithANote() throws IOException {
		final List<FinishedRun> first = perform(Runs.methods(1).subList(0, 1), Runs.image(1));
		final Path file = files().get(0);
		final String text = Files.readString(file);
		final List<String> damaged = new ArrayList<>(List.of("", "\n", "hello", "hello\nhello\n", text + "more", text + text, text.replace("SparseJ run", "SparseX run"), text.replaceFirst("\\d(\\n[^\\n]+\\n)$", "$1")));
		assertThat(damaged.get(damaged.size() - 1)).as("a digit less in the last value").hasSize(text.length() - 1);
		for (int cut = 0; cut < text.length(); cut += 37) damaged.add(text.substring(0, cut));
		for (final String other : damaged) {
			Files.writeString(file, other);
			notes.clear();
			final List<FinishedRun> again = perform(Runs.methods(1).subList(0, 1), Runs.image(1));
			assertThat(again).noneMatch(FinishedRun::cached);
			assertThat(again.get(0).curve("relative residual")).isEqualTo(first.get(0).curve("relative residual"));
			assertThat(notes).singleElement().asString().contains(file.toString()).contains("damaged").contains("None, seed 42");
			assertThat(perform(Runs.methods(1).subList(0, 1), Runs.image(1))).as("made whole").allMatch(FinishedRun::cached);
		}
	}

	private static ModelSettings withStart(final ModelSettings s, final String name, final Optional<LearnedState> learned) {
		final Dictionary atom = Dictionary.normalized(PatchShape.square(4), 1, new float[] { 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0 });
		final InitialDictionary initial = learned.map(state -> InitialDictionaries.given(atom, state)).orElseGet(() -> InitialDictionaries.given(atom));
		return new ModelSettings(s.shape(), s.patches(), s.selection(), s.filter(), s.whitening(), Start.given(name, initial), s.learner());
	}

	private static HebbianOptions withEncoder(final HebbianOptions o, final EncoderSettings encoder) {
		return new HebbianOptions(o.atoms(), o.batches(), o.batchSize(), o.eta(), o.beta1(), o.beta2(), o.epsilon(), encoder, o.homeostasis(), o.deadAfter(), o.seed());
	}

	@Test
	void runsOfTheSameKeyAtOnceAreKeptOnce() throws IOException {
		final List<ExperimentRun> twins = new ArrayList<>();
		for (int i = 0; i < 8; i++) twins.add(Runs.methods(1).get(0));
		final List<FinishedRun> all = new Experiment(twins, RunCache.in(folder, notes::add), Parallel.of(4), 1L << 30).perform(Runs.image(1), Runs.EVERYWHERE, run -> {}, Progress.NONE);
		assertThat(all).hasSize(8).extracting(run -> run.curves().get(0)).containsOnly(all.get(0).curves().get(0));
		assertThat(files()).hasSize(1);
		assertThat(notes).isEmpty();
	}

	@Test
	void lookingForRunsCanBeStopped() {
		final AtomicBoolean asked = new AtomicBoolean();
		assertThatThrownBy(() -> RunCache.checksum(Signals.zeros(9000, 3), (fraction, what) -> !asked.getAndSet(fraction > 0))).isInstanceOf(CancellationException.class);
	}

	@Test
	void aFileUnderTheNameOfAnotherKeyIsNotTaken() {
		final ExperimentRun run = Runs.methods(1).get(0);
		final FinishedRun result = new FinishedRun(run, List.of(new LearningCurve("F", List.of(1), List.of(0.5))), 3, 1.5, false);
		final String text = RunText.write("one key", result);
		assertThat(RunText.read(text, "one key", run)).contains(new FinishedRun(run, result.curves(), 3, 1.5, true));
		assertThat(RunText.read(text, "another key", run)).isEmpty();
	}

	@Test
	void valuesThatAreNoNumbersAreKeptToo() {
		final ExperimentRun run = Runs.methods(1).get(0);
		final List<LearningCurve> curves = List.of(new LearningCurve("F", List.of(1, 33, 65), List.of(Double.NaN, Double.NEGATIVE_INFINITY, Double.MIN_VALUE)), new LearningCurve("none", List.of(), List.of()));
		assertThat(RunText.read(RunText.write("key", new FinishedRun(run, curves, 0, 1, false)), "key", run).orElseThrow().curves()).isEqualTo(curves);
	}

	@Test
	void stoppedRunsAreNotKept() throws IOException {
		final List<ExperimentRun> runs = List.of(Runs.methods(1).get(0), ExperimentTest.slow(1));
		final List<FinishedRun> heard = new ArrayList<>();
		new Experiment(runs, RunCache.in(folder, notes::add), Parallel.SERIAL, 1L << 30).perform(Runs.image(1), Runs.EVERYWHERE, heard::add, (fraction, what) -> heard.isEmpty());
		assertThat(files()).hasSize(1);
	}

	@Test
	void aFileThatCannotBeWrittenIsANoteAndNoLoss() throws IOException {
		final Path gone = folder.resolve("gone");
		final List<FinishedRun> finished = new Experiment(Runs.methods(1), RunCache.in(gone, notes::add), Parallel.SERIAL, 1L << 30).perform(Runs.image(1), Runs.EVERYWHERE, run -> {}, Progress.NONE);
		assertThat(finished).hasSize(2);
		assertThat(notes).hasSize(2).allSatisfy(note -> assertThat(note).contains("there is no folder " + gone));
	}
}
