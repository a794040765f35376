package io.github.sparsej.learn.online;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.sparsej.encode.choice.EncoderKind;
import io.github.sparsej.encode.choice.EncoderParameters;
import io.github.sparsej.encode.greedy.MatchingPursuitOptions;
import io.github.sparsej.encode.greedy.MatchingPursuitOptions.Selection;
import io.github.sparsej.encode.greedy.OmpOptions;
import io.github.sparsej.learn.DictionaryLearner;
import io.github.sparsej.learn.LearnResult;
import io.github.sparsej.learn.LearnerContract;
import io.github.sparsej.learn.homeostasis.Homeostasis;
import io.github.sparsej.learn.homeostasis.LogRatioHomeostasis;
import io.github.sparsej.learn.homeostasis.NoHomeostasis;
import io.github.sparsej.learn.record.Recording;
import io.github.sparsej.learn.start.InitialDictionaries;
import io.github.sparsej.learn.start.InitialDictionary;
import io.github.sparsej.learn.start.LearnedState;
import io.github.sparsej.learn.step.AtomConstraint;
import io.github.sparsej.learn.step.AtomDescent;
import io.github.sparsej.learn.step.StatisticsSum;
import io.github.sparsej.learn.step.UnitRows;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.Dictionary;
import io.github.sparsej.model.Progress;
import io.github.sparsej.model.Provenance;
import io.github.sparsej.model.Signals;
import io.github.sparsej.model.SparseCodes;
import io.github.sparsej.model.SparseModel;
import io.github.sparsej.model.SufficientStatistics;
import io.github.sparsej.store.ModelFormatException;
import io.github.sparsej.store.ModelJson;
import io.github.sparsej.whiten.NoFilter;
import io.github.sparsej.whiten.NoWhitening;

class OnlineLearnerTest extends LearnerContract {

	private static final Homeostasis NONE = new NoHomeostasis(0.05);
	private static final OmpOptions OMP = new OmpOptions(NONZEROS, 0);

	private static OnlineOptions options(final int batches, final int batchSize) {
		return new OnlineOptions(PLANTED, batches, batchSize, OMP, NONE, 1);
	}

	@Override
	protected DictionaryLearner learner(final long seed, final Parallel parallel) {
		return new OnlineOptions(PLANTED, 60, 100, OMP, NONE, seed).learner(InitialDictionaries.patches(SHAPE), parallel);
	}

	private static InitialDictionary start() {
		return InitialDictionaries.whiteNoise(SHAPE);
	}

	private static LearnResult learn(final OnlineOptions options, final Signals signals) {
		return options.learner(start(), Parallel.of(2)).learn(signals, Progress.NONE);
	}

	/** The model as it comes back from its file. */
	private static SparseModel saved(final OnlineOptions options, final LearnResult result) throws ModelFormatException {
		final SparseModel model = new SparseModel(NoFilter.INSTANCE, NoWhitening.INSTANCE, result.dictionary(), options.encoder(), result.homeostasis(), result.statistics(), Provenance.UNKNOWN);
		return ModelJson.read(ModelJson.write(model), Dictionary.ofUnitAtoms(SHAPE, PLANTED, result.dictionary().toArray())).model();
	}

	@ParameterizedTest
	@ValueSource(doubles = { 0, 1 })
	void goesOnFromASavedModelAsIfItHadNeverEnded(final double forgetting) throws ModelFormatException {
		final Signals signals = plantedSignals(1000);
		final OnlineOptions half = options(13, 100).withForgetting(forgetting);
		final LearnResult whole = learn(half.withBatches(26), signals), first = learn(half, signals);
		final SparseModel model = saved(half, first);
		final LearnResult goneOn = half.learner(InitialDictionaries.given(model.dictionary()), LearnedState.of(model), Parallel.of(2)).learn(signals, Progress.NONE);
		assertThat(goneOn.statistics().batches()).isEqualTo(26);
		assertThat(goneOn.statistics().weight()).isCloseTo(whole.statistics().weight(), within(1e-9));
		assertThat(distance(goneOn.dictionary(), whole.dictionary())).isLessThan(1e-4);
		assertThat(goneOn.curves().get(0).values().get(12)).isCloseTo(whole.curves().get(0).values().get(25), within(1e-5));
		final LearnResult forgotten = half.learner(InitialDictionaries.given(model.dictionary()), Parallel.of(2)).learn(signals, Progress.NONE);
		assertThat(distance(forgotten.dictionary(), whole.dictionary())).isGreaterThan(1e-2);
	}

	private static double distance(final Dictionary a, final Dictionary b) {
		double largest = 0;
		for (int k = 0; k < a.toArray().length; k++) largest = Math.max(largest, Math.abs(a.toArray()[k] - b.toArray()[k]));
		return largest;
	}

	/** Batch i of t counts (i / t)^rho. */
	@ParameterizedTest
	@ValueSource(doubles = { 0, 0.5, 3 })
	void forgetsByTheFormula(final double rho) {
		final Dictionary start = plantedDictionary();
		final OnlineOptions options = options(4, 100).withForgetting(rho);
		final OnlineStep step = new OnlineStep(options, start, new LearnedState(NONE.initial(PLANTED), SufficientStatistics.none(PLANTED, SHAPE.length())), Parallel.SERIAL);
		final double[][] expected = new double[PLANTED][PLANTED];
		double weight = 0;
		final Signals all = plantedSignals(310);
		final List<SparseCodes> codes = new ArrayList<>();
		for (int t = 0; t < 4; t++) {
			final Signals batch = all.select(IntStream.range(70 * t, 70 * t + 70 + 10 * t).toArray());
			codes.add(step.encode(batch, Progress.NONE));
			step.update(batch, codes.get(t), () -> {});
		}
		for (int t = 1; t <= 4; t++) {
			final double share = Math.pow(t / 4.0, rho);
			weight += share * codes.get(t - 1).count();
			for (int row = 0; row < codes.get(t - 1).count(); row++) {
				final float[] a = codes.get(t - 1).dense(row);
				for (int i = 0; i < PLANTED; i++) for (int k = 0; k < PLANTED; k++) expected[i][k] += share * a[i] * a[k];
			}
		}
		assertThat(step.statistics().weight()).isCloseTo(weight, within(1e-9));
		for (int i = 0; i < PLANTED; i++) for (int k = 0; k < PLANTED; k++) assertThat(step.statistics().codeProduct(i, k)).isCloseTo(expected[i][k], within(1e-4));
	}

	@Test
	void oneBatchOfAllSignalsIsTheUpdateByAllStatistics() {
		final Signals signals = plantedSignals(400);
		final LearnResult result = learn(options(1, 400), signals);
		final Dictionary start = learn(options(0, 400), signals).dictionary();
		final SparseCodes codes = OMP.encoder(null, Parallel.SERIAL).prepare(start).encode(signals, Progress.NONE);
		final StatisticsSum sum = new StatisticsSum(SufficientStatistics.none(PLANTED, SHAPE.length()));
		sum.add(signals, codes, Parallel.SERIAL);
		final AtomDescent descent = new AtomDescent(sum, UnitRows.rounded(UnitRows.of(start)), UnitRows::normalize, Parallel.SERIAL);
		descent.descend();
		assertThat(distance(result.dictionary(), Dictionary.ofUnitAtoms(SHAPE, descent.atoms()))).isLessThan(1e-5);
		assertThat(result.statistics().codeProducts()).containsExactly(sum.statistics().codeProducts(), within(1e-6));
		assertThat(result.statistics().batches()).isEqualTo(1);
	}

	@Test
	void atomsAreWhatTheyMustBe() {
		for (final AtomConstraint constraint : new AtomConstraint[] { new AtomConstraint(true, false), new AtomConstraint(false, true) }) {
			final LearnResult result = learn(options(30, 100).withConstraint(constraint), plantedSignals(500));
			for (int i = 0; i < PLANTED; i++) {
				double sum = 0;
				for (final float value : result.dictionary().atom(i)) {
					if (constraint.nonnegative()) assertThat(value).isNotNegative();
					sum += value;
				}
				if (constraint.zeroMean()) assertThat(sum).isCloseTo(0, within(1e-5));
			}
			assertThat(result.curves().get(0).values().get(29)).isLessThan(result.curves().get(0).values().get(0));
		}
	}

	/** One atom stands upright on all others and on all signals, which have nothing at the last pixel. */
	@Test
	void atomsThatNothingUsesAreReplacedAndCounted() {
		final float[] atoms = plantedDictionary().toArray();
		final int m = SHAPE.length();
		for (int i = 0; i < PLANTED; i++) atoms[(i + 1) * m - 1] = 0;
		Arrays.fill(atoms, 2 * m, 3 * m, 0);
		atoms[3 * m - 1] = 1;
		final Signals signals = plantedSignals(600);
		for (int row = 0; row < 600; row++) signals.values()[signals.offset(row) + m - 1] = 0;
		final InitialDictionary start = InitialDictionaries.given(Dictionary.normalized(SHAPE, PLANTED, atoms));
		final OnlineOptions options = new OnlineOptions(PLANTED, 3, 100, OMP, NONE, 1, 1, 3, 0.99, AtomConstraint.NONE, 1, null);
		final LearnResult result = options.learner(start, Parallel.of(2)).learn(signals, Progress.NONE);
		assertThat(result.replaced().unused()).isEqualTo(1);
		assertThat(result.dictionary().atom(2)[m - 1]).isZero();
		final OnlineOptions never = new OnlineOptions(PLANTED, 3, 100, OMP, NONE, 1, 1, 4, 0.99, AtomConstraint.NONE, 1, null);
		final LearnResult kept = never.learner(start, Parallel.of(2)).learn(signals, Progress.NONE);
		assertThat(kept.replaced().total()).isZero();
		assertThat(kept.dictionary().atom(2)[m - 1]).isOne();
	}

	/** Pursuit in many steps uses both of two atoms that are nearly the same. */
	@Test
	void nearDuplicatesAreReplacedAndCounted() {
		final float[] atoms = plantedDictionary().toArray();
		final int m = SHAPE.length();
		for (int j = 0; j < m; j++) atoms[m + j] = atoms[j] + (j % 2 == 0 ? 0.01f : -0.01f);
		final Signals signals = plantedSignals(600);
		for (final double coherence : new double[] { 0.99, 1 }) {
			final OnlineOptions options = new OnlineOptions(PLANTED, 1, 600, new MatchingPursuitOptions(20, 0, Selection.SIGNED), NONE, 0, 1, 1, coherence, AtomConstraint.NONE, 1, null);
			final LearnResult result = options.learner(InitialDictionaries.given(Dictionary.normalized(SHAPE, PLANTED, atoms)), Parallel.SERIAL).learn(signals, Progress.NONE);
			assertThat(result.replaced().duplicate()).isEqualTo(coherence < 1 ? 1 : 0);
			assertThat(result.replaced().unused()).isZero();
		}
	}

	@Test
	void whatIsReplacedBeginsAnew() {
		final Signals signals = plantedSignals(200);
		final float[] atoms = plantedDictionary().toArray();
		System.arraycopy(atoms, 0, atoms, SHAPE.length(), SHAPE.length());
		final OnlineOptions options = new OnlineOptions(PLANTED, 1, 200, OMP, NONE, 0, 1, 1, 0.99, AtomConstraint.NONE, 1, null);
		final LearnResult result = options.learner(InitialDictionaries.given(Dictionary.ofUnitAtoms(SHAPE, PLANTED, atoms)), Parallel.SERIAL).learn(signals, Progress.NONE);
		assertThat(result.replaced().unused()).isEqualTo(1);
		for (int k = 0; k < PLANTED; k++) assertThat(result.statistics().codeProduct(1, k)).isZero();
		assertThat(result.statistics().signalProducts(1)).containsOnly(0);
	}

	@ParameterizedTest
	@EnumSource
	void anyEncoderIsTheCodingStep(final EncoderKind kind) {
		final OnlineOptions options = new OnlineOptions(PLANTED, 8, 100, kind.options(EncoderParameters.DEFAULT), NONE, 1);
		final LearnResult result = options.learner(InitialDictionaries.patches(SHAPE), Parallel.of(2)).learn(plantedSignals(400), Progress.NONE);
		assertThat(result.complete()).isTrue();
		assertThat(result.statistics().weight()).isPositive();
		assertThat(result.curves().get(0).values()).hasSize(8).allSatisfy(value -> assertThat(value).isFinite());
	}

	@Test
	void homeostasisActsThroughTheSelection() {
		final Signals signals = plantedSignals(800);
		final OnlineOptions none = new OnlineOptions(PLANTED, 16, 100, new MatchingPursuitOptions(NONZEROS, 0, Selection.SIGNED), NONE, 1);
		final OnlineOptions fair = new OnlineOptions(PLANTED, 16, 100, none.encoder(), new LogRatioHomeostasis(0.05), 1);
		assertThat(learn(fair, signals).homeostasis().method()).isEqualTo("HAP");
		assertThat(learn(fair, signals).homeostasis().isNeutral()).isFalse();
		assertThat(distance(learn(fair, signals).dictionary(), learn(none, signals).dictionary())).isGreaterThan(1e-2);
		final double spread = spread(learn(none, signals)), fairSpread = spread(learn(fair, signals));
		assertThat(fairSpread).isLessThan(spread);
	}

	private static double spread(final LearnResult result) {
		final double[] use = result.homeostasis().activity();
		final double mean = Arrays.stream(use).average().orElseThrow();
		return Math.sqrt(Arrays.stream(use).map(u -> (u / mean - 1) * (u / mean - 1)).average().orElseThrow());
	}

	@Test
	void recordsChangeNothing() {
		final Signals signals = plantedSignals(400);
		final LearnResult with = learn(options(8, 100).withRecording(new Recording(3, 50)), signals), without = learn(options(8, 100), signals);
		assertThat(with.dictionary().toArray()).isEqualTo(without.dictionary().toArray());
		assertThat(with.curves().get(2).steps()).containsExactly(1, 4, 7);
		assertThat(with.atomRecords()).isNotEmpty();
	}

	@Test
	void smallBatchesTakePartOfAPassEach() {
		final Signals signals = plantedSignals(600);
		final Dictionary start = learn(options(0, 20), signals).dictionary(), after = learn(options(1, 20), signals).dictionary();
		int changed = 0;
		for (int i = 0; i < PLANTED; i++) if (!Arrays.equals(start.atom(i), after.atom(i))) changed++;
		assertThat(changed).as("one block of atoms").isBetween(1, 24);
		assertThat(learn(options(60, 20), signals).curves().get(0).values().get(59)).isLessThan(0.75 * learn(options(1, 20), signals).curves().get(0).values().get(0));
	}

	@Test
	void refusesWhatDoesNotFit() {
		final Signals signals = plantedSignals(50);
		final LearnedState other = new LearnedState(NONE.initial(PLANTED), SufficientStatistics.none(PLANTED, 7));
		assertThatThrownBy(() -> options(1, 10).learner(start(), other, Parallel.SERIAL).learn(signals, Progress.NONE)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("7");
		assertThatThrownBy(() -> new OnlineOptions(3, 1, 10, OMP, NONE, 1).learner(InitialDictionaries.given(plantedDictionary()), Parallel.SERIAL).learn(signals, Progress.NONE))
			.isInstanceOf(IllegalArgumentException.class).hasMessageContaining("3 atoms").hasMessageContaining("40");
		assertThatThrownBy(() -> options(1, 10).withForgetting(-1)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("-1");
		assertThatThrownBy(() -> options(1, 10).withForgetting(Double.NaN)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("NaN");
		assertThatThrownBy(() -> options(-1, 10)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("batches");
		assertThatThrownBy(() -> options(1, 0)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("batchSize");
		assertThatThrownBy(() -> new OnlineOptions(3, 1, 10, OMP, NONE, 1, 0, 1, 0.99, AtomConstraint.NONE, 1, null)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("passes");
		assertThatThrownBy(() -> new OnlineOptions(3, 1, 10, OMP, NONE, 1, 1, 0, 0.99, AtomConstraint.NONE, 1, null)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("deadAfter");
		assertThatThrownBy(() -> new OnlineOptions(3, 1, 10, OMP, NONE, 1, 1, 1, 0, AtomConstraint.NONE, 1, null)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("coherence");
	}
}
