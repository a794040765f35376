package io.github.sparsej.learn.mod;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

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
import io.github.sparsej.learn.start.InitialDictionaries;
import io.github.sparsej.learn.step.AtomConstraint;
import io.github.sparsej.learn.step.StatisticsSum;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.Dictionary;
import io.github.sparsej.model.Progress;
import io.github.sparsej.model.Signals;
import io.github.sparsej.model.SufficientStatistics;

class ModLearnerTest extends LearnerContract {

	private static final Homeostasis NONE = new NoHomeostasis(0.05);
	private static final OmpOptions OMP = new OmpOptions(NONZEROS, 0);

	@Override
	protected DictionaryLearner learner(final long seed, final Parallel parallel) {
		return new ModOptions(PLANTED, 20, OMP, NONE, seed).learner(InitialDictionaries.patches(SHAPE), parallel);
	}

	private static LearnResult learn(final ModOptions options, final Signals signals) {
		return options.learner(InitialDictionaries.whiteNoise(SHAPE), Parallel.of(2)).learn(signals, Progress.NONE);
	}

	/** Of unit norm and with coefficients to match, the atoms are still what least squares has. */
	@Test
	void theStatisticsAreThoseOfTheAtomsFound() {
		final LearnResult result = learn(new ModOptions(PLANTED, 1, OMP, NONE, 1), plantedSignals(500));
		assertThat(result.replaced().total()).isZero();
		assertThat(result.statistics().weight()).isEqualTo(500);
		for (int i = 0; i < PLANTED; i++)
			for (int j = 0; j < SHAPE.length(); j++) {
				double gradient = -result.statistics().signalProducts(i)[j];
				for (int k = 0; k < PLANTED; k++) gradient += result.statistics().codeProduct(i, k) * result.dictionary().atom(k)[j];
				assertThat(gradient / result.statistics().codeProduct(i, i)).isCloseTo(0, within(1e-5));
			}
	}

	/** With codes and atoms by turns the best for each other, and no atom replaced, the objective cannot rise. */
	@Test
	void theErrorNeverRisesWhereCodesAreTheBestThereAre() {
		final OmpOptions all = new OmpOptions(PLANTED, 0, false, true); // nonnegative least squares
		final Signals signals = plantedSignals(300);
		final LearnResult result = learn(new ModOptions(PLANTED, 6, all, NONE, 1, AtomConstraint.NONE, 1), signals);
		assertThat(result.replaced().total()).isZero();
		final List<Double> residual = result.curves().get(0).values();
		for (int sweep = 1; sweep < residual.size(); sweep++) assertThat(residual.get(sweep)).isLessThanOrEqualTo(residual.get(sweep - 1) + 1e-6);
		assertThat(residual.get(5)).isLessThan(residual.get(0));
	}

	@Test
	void signalsInManyChunksAreAllLearnedFrom() {
		final LearnResult result = learn(new ModOptions(PLANTED, 2, OMP, NONE, 1), plantedSignals(StatisticsSum.CHUNK + 500));
		assertThat(result.statistics().weight()).isEqualTo(StatisticsSum.CHUNK + 500);
		assertThat(result.statistics().batches()).isEqualTo(2);
		assertThat(result.curves().get(1).values()).allSatisfy(nonzeros -> assertThat(nonzeros).isCloseTo(NONZEROS, within(1e-9)));
	}

	@Test
	void atomsAreWhatTheyMustBe() {
		for (final AtomConstraint constraint : new AtomConstraint[] { new AtomConstraint(true, false), new AtomConstraint(false, true) }) {
			final LearnResult result = learn(new ModOptions(PLANTED, 5, OMP, NONE, 1).withConstraint(constraint), plantedSignals(500));
			for (int i = 0; i < PLANTED; i++) {
				double sum = 0;
				for (final float value : result.dictionary().atom(i)) {
					if (constraint.nonnegative()) assertThat(value).isNotNegative();
					sum += value;
				}
				if (constraint.zeroMean()) assertThat(sum).isCloseTo(0, within(1e-5));
			}
			assertThat(result.curves().get(0).values().get(4)).isLessThan(result.curves().get(0).values().get(0));
		}
	}

	@Test
	void uselessAtomsAreReplacedAndCounted() {
		final float[] atoms = plantedDictionary().toArray();
		final int m = SHAPE.length();
		System.arraycopy(atoms, 0, atoms, m, m); // of two that are the same, the second is never used
		final LearnResult result = new ModOptions(PLANTED, 1, OMP, NONE, 1).learner(InitialDictionaries.given(Dictionary.ofUnitAtoms(SHAPE, PLANTED, atoms)), Parallel.of(2)).learn(plantedSignals(500), Progress.NONE);
		assertThat(result.replaced().unused()).isEqualTo(1);
		assertThat(result.replaced().duplicate()).isZero();
		assertThat(result.dictionary().atom(1)).isNotEqualTo(Arrays.copyOfRange(atoms, m, 2 * m));
		for (int k = 0; k < PLANTED; k++) assertThat(result.statistics().codeProduct(1, k)).isZero();
	}

	/** Signals are all negative, atoms and coefficients must not be: no signal uses an atom, none can take its place, and the atoms stay. */
	@Test
	void atomsThatNoSignalCanReplaceStay() {
		final Signals signals = plantedSignals(300);
		for (int j = 0; j < signals.values().length; j++) signals.values()[j] = -Math.abs(signals.values()[j]) - 0.1f;
		final float[] atoms = plantedDictionary().toArray();
		for (int j = 0; j < atoms.length; j++) atoms[j] = Math.abs(atoms[j]);
		final ModOptions options = new ModOptions(PLANTED, 2, new OmpOptions(1, 0, false, true), NONE, 1).withConstraint(new AtomConstraint(true, false));
		final LearnResult result = options.learner(InitialDictionaries.given(Dictionary.ofUnitAtoms(SHAPE, PLANTED, atoms)), Parallel.SERIAL).learn(signals, Progress.NONE);
		assertThat(result.dictionary().toArray()).isEqualTo(atoms);
		assertThat(result.complete()).isTrue();
		assertThat(result.curves().get(0).values()).containsExactly(1.0, 1.0);
	}

	@Test
	void stoppedAtAnyCallAtomsAreThoseOfTheLastWholeSweep() {
		final Signals signals = plantedSignals(200);
		final Dictionary start = plantedDictionary();
		final float[] moved = start.toArray();
		for (int j = 0; j < moved.length; j++) moved[j] += 0.05f * (j % 3);
		final Dictionary initial = Dictionary.normalized(SHAPE, PLANTED, moved);
		final DictionaryLearner learner = new ModOptions(PLANTED, 1, OMP, NONE, 1).withConstraint(new AtomConstraint(true, false)).learner(InitialDictionaries.given(initial), Parallel.SERIAL);
		final LearnResult all = learner.learn(signals, Progress.NONE);
		final float[] untouched = new ModOptions(PLANTED, 0, OMP, NONE, 1).withConstraint(new AtomConstraint(true, false)).learner(InitialDictionaries.given(initial), Parallel.SERIAL).learn(signals, Progress.NONE).dictionary().toArray();
		boolean complete = false;
		int calls = 0;
		for (; !complete; calls++) {
			final int[] asked = { calls };
			final LearnResult stopped = learner.learn(signals, (fraction, what) -> asked[0]-- > 0);
			complete = stopped.complete();
			assertThat(stopped.dictionary().toArray()).isEqualTo(complete ? all.dictionary().toArray() : untouched);
		}
		assertThat(calls).isGreaterThan(2);
	}

	@Test
	void homeostasisLearnsFromEveryChunkAndActsThroughTheSelection() {
		final Signals signals = plantedSignals(1000);
		final MatchingPursuitOptions pursuit = new MatchingPursuitOptions(NONZEROS, 0, Selection.SIGNED);
		final LearnResult fair = learn(new ModOptions(PLANTED, 5, pursuit, new LogRatioHomeostasis(0.2), 1), signals), none = learn(new ModOptions(PLANTED, 5, pursuit, NONE, 1), signals);
		assertThat(fair.homeostasis().method()).isEqualTo("HAP");
		assertThat(fair.homeostasis().isNeutral()).isFalse();
		assertThat(none.homeostasis().isNeutral()).isTrue();
		assertThat(fair.dictionary().toArray()).isNotEqualTo(none.dictionary().toArray());
		final LearnResult goneOn = new ModOptions(PLANTED, 0, pursuit, new LogRatioHomeostasis(0.2), 1).learner(InitialDictionaries.given(fair.dictionary()), fair.learned(), Parallel.SERIAL).learn(signals, Progress.NONE);
		assertThat(goneOn.homeostasis().gains()).isEqualTo(fair.homeostasis().gains());
		assertThat(goneOn.statistics()).usingRecursiveComparison().isEqualTo(SufficientStatistics.none(PLANTED, SHAPE.length()));
	}

	@ParameterizedTest
	@EnumSource
	void anyEncoderIsTheCodingStep(final EncoderKind kind) {
		final LearnResult result = learn(new ModOptions(PLANTED, 2, kind.options(EncoderParameters.DEFAULT), NONE, 1), plantedSignals(200));
		assertThat(result.complete()).isTrue();
		assertThat(result.curves().get(0).values()).hasSize(2).allSatisfy(value -> assertThat(value).isFinite());
	}

	@Test
	void refusesWhatDoesNotFit() {
		assertThatThrownBy(() -> new ModOptions(0, 1, OMP, NONE, 1)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("atoms");
		assertThatThrownBy(() -> new ModOptions(3, -1, OMP, NONE, 1)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("sweeps");
		assertThatThrownBy(() -> new ModOptions(3, 1, OMP, NONE, Double.NaN, AtomConstraint.NONE, 1)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("NaN");
		assertThatThrownBy(() -> new ModOptions(3, 1, null, NONE, 1)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("encoder");
		assertThatThrownBy(() -> new ModOptions(3, 1, OMP, null, 1)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("homeostasis");
		assertThatThrownBy(() -> new ModOptions(3, 1, OMP, NONE, 1).learner(InitialDictionaries.given(plantedDictionary()), Parallel.SERIAL).learn(plantedSignals(50), Progress.NONE))
			.isInstanceOf(IllegalArgumentException.class).hasMessageContaining("3 atoms").hasMessageContaining("40");
	}
}
