package io.github.sparsej.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.github.sparsej.encode.EncoderOptions;
import io.github.sparsej.encode.choice.EncoderKind;
import io.github.sparsej.encode.choice.EncoderParameters;
import io.github.sparsej.encode.greedy.MatchingPursuitOptions;
import io.github.sparsej.encode.greedy.MatchingPursuitOptions.Selection;
import io.github.sparsej.learn.homeostasis.Homeostasis;
import io.github.sparsej.learn.homeostasis.HomeostasisKind;
import io.github.sparsej.learn.homeostasis.HomeostasisParameters;
import io.github.sparsej.learn.homeostasis.LogRatioHomeostasis;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.Dictionary;
import io.github.sparsej.model.PatchShape;
import io.github.sparsej.model.Progress;
import io.github.sparsej.model.Signals;

class HebbianLearnerTest extends LearnerContract {

	static HebbianOptions options(final int atoms, final int batches, final int batchSize, final int deadAfter, final long seed) {
		return new HebbianOptions(atoms, batches, batchSize, 0.02, 0.9, 0.99, HebbianOptions.EPSILON,
			new MatchingPursuitOptions(NONZEROS, 0, Selection.RECTIFIED), new LogRatioHomeostasis(0.05), deadAfter, seed);
	}

	@Override
	DictionaryLearner learner(final long seed, final Parallel parallel) {
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

	@Test
	void batchesAreNearlyEqualAndHoldEverySignalOnce() {
		final Signals numbers = Signals.of(11, 1, new float[] { 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 });
		final Batches batches = new Batches(11, 3, new SplittableRandom(1));
		assertThat(batches.count()).isEqualTo(3);
		final float[] all = new float[11];
		int n = 0;
		final int[] sizes = new int[3];
		for (int b = 0; b < 3; b++) {
			final Signals batch = batches.select(numbers, b);
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
		final LearnResult after = options.learner(given, before.homeostasis(), Parallel.SERIAL).learn(plantedSignals(300), Progress.NONE);
		assertThat(after.curves().get(0).values().get(0)).isLessThan(before.curves().get(0).values().get(10));
		final LearnResult anew = options.learner(given, Parallel.SERIAL).learn(plantedSignals(300), Progress.NONE);
		assertThat(after.homeostasis().activity()).isNotEqualTo(anew.homeostasis().activity());
		final HebbianOptions none = options(PLANTED, 0, 50, 50, 1);
		assertThat(none.learner(given, before.homeostasis(), Parallel.SERIAL).learn(plantedSignals(300), Progress.NONE).homeostasis().gains()).isEqualTo(before.homeostasis().gains());
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
}
