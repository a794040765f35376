package io.github.sparsej.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import io.github.sparsej.learn.start.InitialDictionaries;
import io.github.sparsej.learn.step.Batches;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.Dictionary;
import io.github.sparsej.model.PatchShape;
import io.github.sparsej.model.Progress;
import io.github.sparsej.model.Signals;

/** What every dictionary learner keeps to. */
public abstract class LearnerContract {

	protected static final PatchShape SHAPE = PatchShape.square(6);
	protected static final int PLANTED = 40;
	protected static final int NONZEROS = 3;

	/** A learner of {@link #PLANTED} atoms of {@link #SHAPE} from signals of {@link #NONZEROS} atoms each, given enough steps. */
	protected abstract DictionaryLearner learner(long seed, Parallel parallel);

	protected static Dictionary plantedDictionary() {
		return InitialDictionaries.whiteNoise(SHAPE).create(PLANTED, null, new SplittableRandom(7));
	}

	/** Signals of a few planted atoms each, with coefficients from 0.5 to 1.5. */
	protected static Signals plantedSignals(final int count) {
		final SplittableRandom random = new SplittableRandom(8);
		final float[] atoms = plantedDictionary().toArray();
		final Signals signals = Signals.zeros(count, SHAPE.length());
		for (int row = 0; row < count; row++) {
			final int[] support = Batches.shuffled(PLANTED, random);
			for (int s = 0; s < NONZEROS; s++) {
				final double a = random.nextDouble(0.5, 1.5);
				for (int j = 0; j < SHAPE.length(); j++) signals.values()[signals.offset(row) + j] += (float) (a * atoms[support[s] * SHAPE.length() + j]);
			}
		}
		return signals;
	}

	@Test
	void recoversMostPlantedAtoms() {
		final float[] planted = plantedDictionary().toArray();
		final float[] learned = learner(1, Parallel.of(2)).learn(plantedSignals(4000), Progress.NONE).dictionary().toArray();
		int recovered = 0;
		for (int i = 0; i < PLANTED; i++) {
			double best = 0;
			for (int k = 0; k < PLANTED; k++) {
				double product = 0;
				for (int j = 0; j < SHAPE.length(); j++) product += planted[i * SHAPE.length() + j] * learned[k * SHAPE.length() + j];
				best = Math.max(best, Math.abs(product));
			}
			if (best > 0.95) recovered++;
		}
		assertThat(recovered).isGreaterThanOrEqualTo(PLANTED * 8 / 10);
	}

	@Test
	void atomsHaveUnitNormAndTheErrorFalls() {
		final LearnResult result = learner(1, Parallel.SERIAL).learn(plantedSignals(1000), Progress.NONE);
		for (int i = 0; i < PLANTED; i++) {
			double sum = 0;
			for (final float value : result.dictionary().atom(i)) sum += (double) value * value;
			assertThat(Math.sqrt(sum)).isCloseTo(1, within(1e-6));
		}
		final List<Double> residual = result.curves().get(0).values();
		assertThat(residual.get(residual.size() - 1)).isLessThan(0.7 * residual.get(0));
		assertThat(result.complete()).isTrue();
		assertThat(result.homeostasis().atomCount()).isEqualTo(PLANTED);
	}

	@Test
	void sameSeedGivesTheSameBitsOnAnyNumberOfThreads() {
		final Signals signals = plantedSignals(500);
		final LearnResult one = learner(3, Parallel.SERIAL).learn(signals, Progress.NONE);
		for (final int threads : new int[] { 1, 2, 8 }) {
			final LearnResult other = learner(3, Parallel.of(threads)).learn(signals, Progress.NONE);
			assertThat(other.dictionary().toArray()).isEqualTo(one.dictionary().toArray());
			assertThat(other.homeostasis().activity()).isEqualTo(one.homeostasis().activity());
			assertThat(other.curves()).isEqualTo(one.curves());
		}
		assertThat(learner(4, Parallel.SERIAL).learn(signals, Progress.NONE).dictionary().toArray()).isNotEqualTo(one.dictionary().toArray());
	}

	@Test
	void stoppingKeepsTheDictionarySoFar() {
		final Signals signals = plantedSignals(500);
		final LearnResult result = learner(1, Parallel.of(2)).learn(signals, (fraction, what) -> fraction < 0.5);
		final LearnResult whole = learner(1, Parallel.of(2)).learn(signals, Progress.NONE);
		final int steps = result.curves().get(0).values().size();
		assertThat(result.complete()).isFalse();
		assertThat(steps).isPositive().isLessThan(whole.curves().get(0).values().size());
		assertThat(result.curves().get(0).values()).isEqualTo(whole.curves().get(0).values().subList(0, steps));
		assertThat(result.dictionary().atomCount()).isEqualTo(PLANTED);
	}

	@Test
	void progressRisesToItsEnd() {
		final AtomicInteger calls = new AtomicInteger();
		final double[] last = { 0 };
		learner(1, Parallel.SERIAL).learn(plantedSignals(300), (fraction, what) -> {
			assertThat(fraction).isBetween(last[0], 1.0);
			assertThat(what).isEqualTo("Learning dictionary");
			last[0] = fraction;
			calls.incrementAndGet();
			return true;
		});
		assertThat(calls.get()).isPositive();
		assertThat(last[0]).isGreaterThan(0.9);
	}

	@Test
	void signalsAreNotModified() {
		final Signals signals = plantedSignals(200);
		final float[] before = signals.values().clone();
		learner(1, Parallel.SERIAL).learn(signals, Progress.NONE);
		assertThat(signals.values()).isEqualTo(before);
	}

	@Test
	void refusesSignalsWithoutStructure() {
		assertRefused(Signals.zeros(50, SHAPE.length()), "no structure");
		assertRefused(Signals.zeros(0, SHAPE.length()), "no signals");
		final Signals broken = plantedSignals(50);
		broken.values()[broken.offset(41) + 3] = Float.NaN;
		assertRefused(broken, "signal 42");
		final Signals constant = Signals.zeros(50, SHAPE.length());
		Arrays.fill(constant.values(), 117.3f);
		assertRefused(constant, "117.3");
	}

	private void assertRefused(final Signals signals, final String message) {
		assertThatThrownBy(() -> learner(1, Parallel.SERIAL).learn(signals, Progress.NONE)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining(message);
	}
}
