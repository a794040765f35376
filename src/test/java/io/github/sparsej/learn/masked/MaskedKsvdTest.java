package io.github.sparsej.learn.masked;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

import io.github.sparsej.encode.SignalMask;
import io.github.sparsej.learn.DictionaryLearner;
import io.github.sparsej.learn.LearnResult;
import io.github.sparsej.learn.LearnerContract;
import io.github.sparsej.learn.start.InitialDictionaries;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.Dictionary;
import io.github.sparsej.model.Progress;
import io.github.sparsej.model.Signals;

class MaskedKsvdTest extends LearnerContract {

	private static final MaskedKsvdOptions OPTIONS = new MaskedKsvdOptions(PLANTED, 25, NONZEROS, 0, 1);

	@Override
	protected DictionaryLearner learner(final long seed, final Parallel parallel) {
		return masked(new MaskedKsvdOptions(OPTIONS.atoms(), OPTIONS.sweeps(), OPTIONS.maxNonzeros(), OPTIONS.tolerance(), seed), parallel);
	}

	private static MaskedKsvd masked(final MaskedKsvdOptions options, final Parallel parallel) {
		return new MaskedKsvd(options, InitialDictionaries.patches(SHAPE), parallel);
	}

	private static SignalMask mask(final int count, final double known) {
		final SplittableRandom random = new SplittableRandom(11);
		return SignalMask.of(count, SHAPE.length(), (row, j) -> random.nextDouble() < known);
	}

	private static Signals hidden(final Signals signals, final SignalMask mask, final float missing) {
		final Signals hidden = signals.copy();
		for (int row = 0; row < signals.count(); row++) for (int j = 0; j < signals.length(); j++) if (!mask.isKnown(row, j)) hidden.values()[hidden.offset(row) + j] = missing;
		return hidden;
	}

	@Test
	void atomsAreFoundInWhatIsKnown() {
		final Signals signals = plantedSignals(6000);
		final SignalMask mask = mask(signals.count(), 0.7);
		final Dictionary learned = masked(OPTIONS, Parallel.of(2)).learn(hidden(signals, mask, Float.NaN), mask, Progress.NONE).dictionary(), planted = plantedDictionary();
		int found = 0;
		for (int i = 0; i < PLANTED; i++) {
			double best = 0;
			for (int k = 0; k < PLANTED; k++) {
				double product = 0;
				for (int j = 0; j < SHAPE.length(); j++) product += planted.atom(i)[j] * learned.atom(k)[j];
				best = Math.max(best, Math.abs(product));
			}
			if (best > 0.95) found++;
		}
		assertThat(found).isGreaterThanOrEqualTo(PLANTED * 7 / 10);
	}

	@Test
	void missingValuesMayBeAnything() {
		final Signals signals = plantedSignals(400);
		final SignalMask mask = mask(400, 0.6);
		final LearnResult expected = masked(OPTIONS, Parallel.SERIAL).learn(hidden(signals, mask, Float.NaN), mask, Progress.NONE);
		for (final float other : new float[] { 0, 1e6f, Float.POSITIVE_INFINITY })
			assertThat(masked(OPTIONS, Parallel.of(8)).learn(hidden(signals, mask, other), mask, Progress.NONE).dictionary().toArray()).isEqualTo(expected.dictionary().toArray());
	}

	@Test
	void unusedAtomsAreReplacedAndCounted() {
		final Signals signals = plantedSignals(400);
		final SignalMask mask = mask(400, 0.6);
		final MaskedKsvdOptions options = new MaskedKsvdOptions(PLANTED, 3, NONZEROS, 0, 1);
		final float[] atoms = plantedDictionary().toArray();
		System.arraycopy(atoms, 0, atoms, SHAPE.length(), SHAPE.length()); // the second as the first: it is never taken
		final LearnResult result = new MaskedKsvd(options, InitialDictionaries.given(Dictionary.ofUnitAtoms(SHAPE, PLANTED, atoms)), Parallel.SERIAL).learn(signals, mask, Progress.NONE);
		assertThat(result.replaced().unused()).isPositive();
		assertThat(result.dictionary().atom(1)).isNotEqualTo(result.dictionary().atom(0)).doesNotContain(Float.NaN);
		assertThat(List.of(result.curves().get(0).values().size(), result.curves().get(1).values().size())).containsOnly(3);
	}

	@Test
	void withoutSweepsTheStartComesBack() {
		final MaskedKsvdOptions none = new MaskedKsvdOptions(PLANTED, 0, NONZEROS, 0, 1);
		final LearnResult result = new MaskedKsvd(none, InitialDictionaries.given(plantedDictionary()), Parallel.SERIAL).learn(plantedSignals(50), Progress.NONE);
		assertThat(result.dictionary().toArray()).containsExactly(plantedDictionary().toArray(), within(1e-6f));
		assertThat(result.complete()).isTrue();
	}

	@Test
	void badOptionsAndMasksAreNamed() {
		assertThatIllegalArgumentException().isThrownBy(() -> new MaskedKsvdOptions(0, 1, 1, 0, 1)).withMessageContaining("atoms").withMessageContaining("0");
		assertThatIllegalArgumentException().isThrownBy(() -> new MaskedKsvdOptions(1, -1, 1, 0, 1)).withMessageContaining("sweeps").withMessageContaining("-1");
		assertThatIllegalArgumentException().isThrownBy(() -> new MaskedKsvdOptions(1, 1, 0, 0, 1)).withMessageContaining("maxNonzeros");
		assertThatIllegalArgumentException().isThrownBy(() -> new MaskedKsvdOptions(1, 1, 1, Double.NaN, 1)).withMessageContaining("NaN");
		assertThatIllegalArgumentException().isThrownBy(() -> masked(OPTIONS, Parallel.SERIAL).learn(plantedSignals(50), mask(49, 0.5), Progress.NONE)).withMessageContainingAll("49", "50");
	}
}
