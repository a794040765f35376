package io.github.sparsej.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

import io.github.sparsej.encode.greedy.MatchingPursuitOptions;
import io.github.sparsej.encode.greedy.MatchingPursuitOptions.Selection;
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
