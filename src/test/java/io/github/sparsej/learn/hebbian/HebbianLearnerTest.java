package io.github.sparsej.learn.hebbian;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.github.sparsej.encode.EncoderOptions;
import io.github.sparsej.encode.Encoders;
import io.github.sparsej.encode.Residuals;
import io.github.sparsej.encode.choice.EncoderKind;
import io.github.sparsej.encode.choice.EncoderParameters;
import io.github.sparsej.encode.greedy.MatchingPursuitOptions;
import io.github.sparsej.encode.greedy.MatchingPursuitOptions.Selection;
import io.github.sparsej.learn.DictionaryLearner;
import io.github.sparsej.learn.LearnResult;
import io.github.sparsej.learn.LearnerContract;
import io.github.sparsej.learn.homeostasis.Homeostasis;
import io.github.sparsej.learn.homeostasis.HomeostasisKind;
import io.github.sparsej.learn.homeostasis.HomeostasisParameters;
import io.github.sparsej.learn.homeostasis.LogRatioHomeostasis;
import io.github.sparsej.learn.record.AtomRecord;
import io.github.sparsej.learn.record.Recording;
import io.github.sparsej.learn.start.InitialDictionaries;
import io.github.sparsej.learn.start.InitialDictionary;
import io.github.sparsej.learn.step.AtomConstraint;
import io.github.sparsej.learn.step.Batches;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.Dictionary;
import io.github.sparsej.model.LearningCurve;
import io.github.sparsej.model.PatchShape;
import io.github.sparsej.model.Progress;
import io.github.sparsej.model.Signals;
import io.github.sparsej.model.SparseCodes;

class HebbianLearnerTest extends LearnerContract {

	static HebbianOptions options(final int atoms, final int batches, final int batchSize, final int deadAfter, final long seed) {
		return new HebbianOptions(atoms, batches, batchSize, 0.02, 0.9, 0.99, HebbianOptions.EPSILON,
			new MatchingPursuitOptions(NONZEROS, 0, Selection.RECTIFIED), new LogRatioHomeostasis(0.05), deadAfter, seed);
	}

	@Override
	protected DictionaryLearner learner(final long seed, final Parallel parallel) {
		return new HebbianLearner(options(PLANTED, 300, 250, HebbianOptions.DEAD_AFTER, seed), InitialDictionaries.whiteNoise(SHAPE), parallel);
	}

	@Test
	void fewerSignalsThanABatchAreOneBatchOfAll() {
		final LearnResult all = new HebbianLearner(options(10, 30, 60, 50, 1), InitialDictionaries.patches(SHAPE), Parallel.SERIAL).learn(plantedSignals(60), Progress.NONE);
		final LearnResult fewer = new HebbianLearner(options(10, 30, 1000, 50, 1), InitialDictionaries.patches(SHAPE), Parallel.SERIAL).learn(plantedSignals(60), Progress.NONE);
		assertThat(fewer.dictionary().toArray()).isEqualTo(all.dictionary().toArray());
		assertThat(all.curves().get(0).values()).hasSize(30);
	}

	@Test
	void noBatchesLeaveTheInitialDictionary() {
		final Dictionary initial = plantedDictionary();
		final LearnResult result = new HebbianLearner(options(PLANTED, 0, 10, 50, 1), InitialDictionaries.given(initial), Parallel.SERIAL).learn(plantedSignals(60), Progress.NONE);
		assertThat(result.dictionary().toArray()).containsExactly(initial.toArray(), within(1e-7f));
		assertThat(result.complete()).isTrue();
	}

	@Test
	void fewerPatchesThanAtomsAreRefusedOnlyAsInitialAtoms() {
		final Signals few = plantedSignals(20);
		final HebbianOptions options = options(PLANTED, 5, 10, 50, 1);
		assertThatThrownBy(() -> new HebbianLearner(options, InitialDictionaries.patches(SHAPE), Parallel.SERIAL).learn(few, Progress.NONE))
			.isInstanceOf(IllegalArgumentException.class).hasMessageContaining("only 20").hasMessageContaining("40 atoms");
		assertThat(new HebbianLearner(options, InitialDictionaries.whiteNoise(SHAPE), Parallel.SERIAL).learn(few, Progress.NONE).dictionary().atomCount()).isEqualTo(PLANTED);
	}

	@Test
	void initialAtomsOfAnotherLengthAreRefusedNamingBoth() {
		assertThatThrownBy(() -> new HebbianLearner(options(3, 5, 10, 50, 1), InitialDictionaries.whiteNoise(PatchShape.square(5)), Parallel.SERIAL).learn(plantedSignals(20), Progress.NONE))
			.isInstanceOf(IllegalArgumentException.class).hasMessageContaining("36").hasMessageContaining("25");
	}

	private static LearnResult recorded(final HebbianOptions options, final Recording recording, final Parallel parallel) {
		return new HebbianLearner(options.withRecording(recording), InitialDictionaries.whiteNoise(SHAPE), parallel).learn(plantedSignals(400), Progress.NONE);
	}

	@Test
	void recordsChangeNothingOfWhatIsLearned() {
		final HebbianOptions options = options(PLANTED, 25, 100, 3, 5);
		final LearnResult without = recorded(options, null, Parallel.SERIAL), with = recorded(options, new Recording(2, 50), Parallel.SERIAL);
		assertThat(with.dictionary().toArray()).isEqualTo(without.dictionary().toArray());
		assertThat(with.homeostasis().gains()).isEqualTo(without.homeostasis().gains());
		assertThat(with.replaced()).isEqualTo(without.replaced());
		assertThat(with.curves().subList(0, 2)).isEqualTo(without.curves());
		assertThat(without.atomRecords()).isEmpty();
	}

	@Test
	void recordsAreTheSameOnAnyNumberOfThreadsButForTheSeconds() {
		final HebbianOptions options = options(PLANTED, 9, 100, HebbianOptions.DEAD_AFTER, 5);
		final LearnResult one = recorded(options, new Recording(4, 90), Parallel.SERIAL), eight = recorded(options, new Recording(4, 90), Parallel.of(8));
		assertThat(eight.reproducibleCurves()).isEqualTo(one.reproducibleCurves());
		assertThat(eight.atomRecords()).isEqualTo(one.atomRecords()).hasSize(3);
		assertThat(one.curves()).hasSize(one.reproducibleCurves().size() + 1).extracting(LearningCurve::quantity).contains("seconds");
		assertThat(one.reproducibleCurves()).extracting(LearningCurve::quantity).startsWith("relative residual", "nonzeros per signal", "error").doesNotContain("seconds");
		assertThat(curve(one, "error").steps()).containsExactly(1, 5, 9);
	}

	/** Learns nearly nothing from planted signals, in the order of the seed, starting from the planted atoms. */
	private static LearnResult standing(final long seed, final Recording recording) {
		final HebbianOptions options = new HebbianOptions(PLANTED, 6, 100, 1e-12, 0, 0.99, HebbianOptions.EPSILON, new MatchingPursuitOptions(NONZEROS, 0, Selection.RECTIFIED), new LogRatioHomeostasis(0.05), 50, seed);
		return new HebbianLearner(options.withRecording(recording), InitialDictionaries.given(plantedDictionary()), Parallel.SERIAL).learn(plantedSignals(400), Progress.NONE);
	}

	@Test
	void everyRecordIsTakenOnOtherSignals() {
		final List<Double> some = curve(standing(5, new Recording(1, 50)), "error").values();
		assertThat(new HashSet<>(some)).hasSize(6);
		assertThat(curve(standing(6, new Recording(1, 50)), "error").values()).as("drawn by the seed").doesNotContainAnyElementsOf(some);
		final LearnResult all = standing(5, new Recording(1, 4000));
		final List<Double> errors = curve(all, "error").values();
		assertThat(errors).allSatisfy(error -> assertThat(error).isCloseTo(errors.get(0), within(1e-6)));
		assertThat(all.atomRecords().get(2).quantity()).isEqualTo(AtomRecord.PROBABILITY);
		assertThat(all.atomRecords().get(2).values().get(0).stream().mapToDouble(p -> p).sum()).as("of all signals").isBetween(1.0, (double) NONZEROS);
	}

	@Test
	void aRecordIsOfTheDictionaryAfterItsBatch() {
		final HebbianOptions options = options(PLANTED, 1, 100, HebbianOptions.DEAD_AFTER, 5);
		final LearnResult result = recorded(options, new Recording(7, 400), Parallel.SERIAL);
		final SparseCodes codes = Encoders.create(options.encoder(), null, Parallel.SERIAL).prepare(result.dictionary()).encode(plantedSignals(400), Progress.NONE);
		final double error = Residuals.relative(plantedSignals(400), codes, result.dictionary(), Parallel.SERIAL);
		assertThat(curve(result, "error").values().get(0)).isCloseTo(error, within(1e-9));
	}

	@Test
	void stoppingInARecordKeepsTheBatchBeforeIt() {
		final HebbianOptions options = options(PLANTED, 4, 100, HebbianOptions.DEAD_AFTER, 5).withRecording(new Recording(2, 50));
		final LearnResult result = new HebbianLearner(options, InitialDictionaries.whiteNoise(SHAPE), Parallel.SERIAL).learn(plantedSignals(400), (fraction, what) -> fraction < 0.75);
		assertThat(result.complete()).isFalse();
		assertThat(result.curves().get(0).values()).hasSize(3);
		assertThat(curve(result, "error").steps()).containsExactly(1);
	}

	/** All batches are done then, but a run without its last record is no finished one. */
	@Test
	void stoppingInTheLastRecordIsNotTheEnd() {
		final HebbianOptions options = options(PLANTED, 3, 100, HebbianOptions.DEAD_AFTER, 5).withRecording(new Recording(2, 50));
		final LearnResult result = new HebbianLearner(options, InitialDictionaries.whiteNoise(SHAPE), Parallel.SERIAL).learn(plantedSignals(400), (fraction, what) -> fraction < 1);
		assertThat(curve(result, "error").steps()).containsExactly(1);
		assertThat(result.curves().get(0).values()).hasSize(3);
		assertThat(result.complete()).isFalse();
	}

	private static LearningCurve curve(final LearnResult result, final String quantity) {
		return result.curves().stream().filter(c -> c.quantity().equals(quantity)).findFirst().orElseThrow();
	}

	@Test
	void batchesAreNearlyEqualAndHoldEverySignalOnce() {
		final Signals numbers = Signals.of(11, 1, new float[] { 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 });
		final Batches batches = new Batches(11, 3, new SplittableRandom(1));
		assertThat(batches.count()).isEqualTo(3);
		final float[] all = new float[11];
		int n = 0;
		final int[] sizes = new int[3];
		for (int b = 0; b < 3; b++) {
			final Signals batch = batches.select(numbers, b, Parallel.of(2));
			sizes[b] = batch.count();
			for (final float value : batch.values()) all[n++] = value;
		}
		assertThat(sizes).containsExactly(4, 4, 3);
		assertThat(all).isNotEqualTo(numbers.values());
		Arrays.sort(all);
		assertThat(all).isEqualTo(numbers.values());
	}

	/** Homeostasis is nothing to encoders that do not select by score, and no hindrance. */
	@ParameterizedTest
	@EnumSource
	void anyEncoderIsACodingStep(final EncoderKind kind) {
		final EncoderOptions encoder = kind.options(EncoderParameters.DEFAULT.withLambda(0.2).withNonzeros(NONZEROS));
		final Dictionary[] learned = new Dictionary[2];
		for (int k = 0; k < 2; k++) {
			final Homeostasis homeostasis = (k == 0 ? HomeostasisKind.NONE : HomeostasisKind.HEH).create(new HomeostasisParameters(0.05, 0.05, 16, 3));
			final HebbianOptions options = new HebbianOptions(PLANTED, 12, 50, 0.02, 0.9, 0.99, HebbianOptions.EPSILON, encoder, homeostasis, HebbianOptions.DEAD_AFTER, 1);
			final LearnResult result = new HebbianLearner(options, InitialDictionaries.whiteNoise(SHAPE), Parallel.SERIAL).learn(plantedSignals(100), Progress.NONE);
			final List<Double> residual = result.curves().get(0).values();
			assertThat(residual.get(residual.size() - 1)).isLessThan(residual.get(0));
			assertThat(result.homeostasis().quantiles()).isPresent();
			learned[k] = result.dictionary();
		}
		assertThat(Arrays.equals(learned[0].toArray(), learned[1].toArray())).isEqualTo(kind != EncoderKind.MATCHING_PURSUIT);
	}

	@Test
	void goesOnFromAModelLearnedBefore() {
		final HebbianOptions options = options(PLANTED, 20, 50, 50, 1);
		final LearnResult before = new HebbianLearner(options, InitialDictionaries.whiteNoise(SHAPE), Parallel.SERIAL).learn(plantedSignals(300), Progress.NONE);
		final InitialDictionary given = InitialDictionaries.given(before.dictionary());
		final LearnResult after = options.learner(given, before.learned(), Parallel.SERIAL).learn(plantedSignals(300), Progress.NONE);
		assertThat(after.curves().get(0).values().get(0)).isLessThan(before.curves().get(0).values().get(10));
		final LearnResult anew = options.learner(given, Parallel.SERIAL).learn(plantedSignals(300), Progress.NONE);
		assertThat(after.homeostasis().activity()).isNotEqualTo(anew.homeostasis().activity());
		final HebbianOptions none = options(PLANTED, 0, 50, 50, 1);
		assertThat(none.learner(given, before.learned(), Parallel.SERIAL).learn(plantedSignals(300), Progress.NONE).homeostasis().gains()).isEqualTo(before.homeostasis().gains());
	}

	@Test
	void optionsNameTheValueTheyRefuse() {
		assertThatThrownBy(() -> options(0, 1, 1, 1, 1)).hasMessageContaining("atoms").hasMessageContaining("0");
		assertThatThrownBy(() -> options(1, 1, 1, 0, 1)).hasMessageContaining("deadAfter");
		assertThatThrownBy(() -> new HebbianOptions(1, 1, 1, Double.NaN, 0.9, 0.99, 1e-8, new MatchingPursuitOptions(1, 0, Selection.SIGNED), new LogRatioHomeostasis(0.1), 1, 1))
			.isInstanceOf(IllegalArgumentException.class).hasMessageContaining("eta").hasMessageContaining("NaN");
		assertThatThrownBy(() -> new HebbianOptions(1, 1, 1, 1, 1, 0.99, 1e-8, new MatchingPursuitOptions(1, 0, Selection.SIGNED), new LogRatioHomeostasis(0.1), 1, 1))
			.isInstanceOf(IllegalArgumentException.class).hasMessageContaining("beta1").hasMessageContaining("1.0");
	}

	@Test
	void zeroMeanAtomsBeginWithCosinesAndKeepTheirMean() {
		final HebbianOptions zeroMean = options(PLANTED, 20, 250, HebbianOptions.DEAD_AFTER, 1).withConstraint(new AtomConstraint(false, true));
		final LearnResult result = new HebbianLearner(zeroMean, InitialDictionaries.cosines(SHAPE), Parallel.of(2)).learn(plantedSignals(1000), Progress.NONE);
		assertThat(result.replaced().unused()).as("the constant cosine").isPositive();
		for (int i = 0; i < PLANTED; i++) {
			double sum = 0;
			for (final float value : result.dictionary().atom(i)) sum += value;
			assertThat(sum).isCloseTo(0, within(1e-5));
		}
	}
}
