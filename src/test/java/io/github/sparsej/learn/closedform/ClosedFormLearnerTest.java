package io.github.sparsej.learn.closedform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.github.sparsej.encode.Encoders;
import io.github.sparsej.encode.Residuals;
import io.github.sparsej.encode.l1.CoordinateDescentOptions;
import io.github.sparsej.learn.DictionaryLearner;
import io.github.sparsej.learn.LearnResult;
import io.github.sparsej.learn.LearnedModel;
import io.github.sparsej.learn.LearnerContract;
import io.github.sparsej.learn.ModelLearning;
import io.github.sparsej.learn.ModelSettings;
import io.github.sparsej.learn.ModelSettings.Start;
import io.github.sparsej.learn.WhiteningFit;
import io.github.sparsej.learn.start.InitialDictionaries;
import io.github.sparsej.learn.start.OneOverF;
import io.github.sparsej.learn.step.AtomConstraint;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.Dictionary;
import io.github.sparsej.model.PatchShape;
import io.github.sparsej.model.Progress;
import io.github.sparsej.model.Signals;
import io.github.sparsej.model.SparseCodes;
import io.github.sparsej.patch.PatchSelection;
import io.github.sparsej.whiten.NoFilter;

class ClosedFormLearnerTest extends LearnerContract {

	@Override
	protected DictionaryLearner learner(final long seed, final Parallel parallel) {
		return new ClosedFormLearner(options(60, 0.001, SourceUpdate.LASSO, seed), InitialDictionaries.whiteNoise(SHAPE), parallel);
	}

	private static ClosedFormOptions options(final int iterations, final double eta, final SourceUpdate sources, final long seed) {
		return new ClosedFormOptions(PLANTED, iterations, new Objective(0.3, eta), sources, seed);
	}

	private static LearnResult learn(final ClosedFormOptions options, final int signals) {
		return options.learner(InitialDictionaries.whiteNoise(SHAPE), Parallel.SERIAL).learn(plantedSignals(signals), Progress.NONE);
	}

	private static CoordinateDescentOptions encoder(final LearnResult result) {
		return (CoordinateDescentOptions) result.encoder().orElseThrow();
	}

	private static SparseCodes encode(final LearnResult result, final Signals signals) {
		return Encoders.create(encoder(result), null, Parallel.SERIAL).prepare(result.dictionary()).encode(signals, Progress.NONE);
	}

	/** J of the atoms and sources that a dictionary, its encoder and its codes stand for: w = d / weight, s = a weight. */
	private static double objective(final ClosedFormOptions options, final LearnResult result, final Signals signals) {
		final SparseCodes codes = encode(result, signals);
		final double[] weights = encoder(result).penalty().weights();
		final double[][] atoms = new double[weights.length][signals.length()];
		for (int i = 0; i < atoms.length; i++) for (int j = 0; j < atoms[i].length; j++) atoms[i][j] = result.dictionary().atom(i)[j] / weights[i];
		double sum = 0, squares = 0;
		for (int row = 0; row < signals.count(); row++) {
			final double[] source = new double[weights.length], x = new double[signals.length()];
			for (int i = 0; i < source.length; i++) source[i] = codes.dense(row)[i] * weights[i];
			for (int j = 0; j < x.length; j++) x[j] = signals.value(row, j);
			sum += RandomProblem.objective(x, source, atoms, options.objective().lambda());
		}
		for (final double[] atom : atoms) squares += RandomProblem.dot(atom, atom);
		return sum / signals.count() + options.objective().eta() * squares;
	}

	@Test
	void encoderOfTheResultFindsTheSourcesThatMinimiseTheObjective() {
		final ClosedFormOptions options = options(15, 0.001, SourceUpdate.LASSO, 1);
		final LearnResult result = learn(options, 400);
		final double learned = result.curves().get(0).values().get(14);
		assertThat(objective(options, result, plantedSignals(400))).isCloseTo(learned, within(1e-5 * learned));
		assertThat(Arrays.stream(encoder(result).penalty().weights()).max().orElseThrow()).as("atoms have lengths of their own").isGreaterThan(1.2 * Arrays.stream(encoder(result).penalty().weights()).min().orElseThrow());
		assertThat(encoder(result).penalty().lambda()).isEqualTo(0.15);
		assertThat(encode(result, plantedSignals(400)).nonzeros() / 400.0).isCloseTo(result.curves().get(2).values().get(14), within(0.02));
	}

	@Test
	void relaxedSourcesAreNoBetterThanThoseOfTheirEncoder() {
		final ClosedFormOptions options = options(40, 0.001, SourceUpdate.RELAXED, 1);
		final LearnResult result = learn(options, 400);
		final List<Double> values = result.curves().get(0).values();
		for (int k = 1; k < values.size(); k++) assertThat(values.get(k)).isLessThanOrEqualTo(values.get(k - 1));
		assertThat(values.get(39)).isLessThan(0.9 * values.get(0));
		assertThat(objective(options, result, plantedSignals(400))).isLessThan(values.get(39));
		assertThat(result.complete()).isTrue();
	}

	@Test
	void curvesTellOneRun() {
		final LearnResult result = learn(options(15, 0.001, SourceUpdate.LASSO, 1), 400);
		assertThat(result.curves()).extracting("quantity").containsExactly("objective", "relative residual", "nonzeros per signal");
		final double use = Arrays.stream(result.homeostasis().activity()).sum();
		assertThat(result.curves().get(2).values().get(14)).isCloseTo(use, within(1e-12));
		final SparseCodes codes = encode(result, plantedSignals(400));
		assertThat(Residuals.relative(plantedSignals(400), codes, result.dictionary(), Parallel.SERIAL)).isCloseTo(result.curves().get(1).values().get(14), within(1e-4));
	}

	@Test
	void atomsNotWorthTheirLengthAreReplacedAtTheEndAndNotUsed() {
		final LearnResult result = learn(options(30, 0.1, SourceUpdate.LASSO, 1), 400);
		final double[] activity = result.homeostasis().activity(), weights = encoder(result).penalty().weights();
		final Signals signals = plantedSignals(400);
		final SparseCodes codes = encode(result, signals);
		int unused = 0;
		for (int i = 0; i < PLANTED; i++) {
			if (activity[i] > 0) continue;
			unused++;
			final int atom = i;
			assertThat(weights[i]).isEqualTo(Arrays.stream(weights).max().orElseThrow());
			for (int row = 0; row < 400; row++) assertThat(codes.dense(row)[i]).isZero();
			assertThat(isASignal(result.dictionary(), atom, signals)).isTrue();
		}
		assertThat(unused).isBetween(1, PLANTED - 1);
		assertThat(result.replaced().unused()).isEqualTo(unused);
		assertThat(result.replaced().duplicate()).isZero();
	}

	private static boolean isASignal(final Dictionary dictionary, final int atom, final Signals signals) {
		for (int row = 0; row < signals.count(); row++) {
			double product = 0, energy = 0;
			for (int j = 0; j < signals.length(); j++) {
				product += (double) dictionary.atom(atom)[j] * signals.value(row, j);
				energy += (double) signals.value(row, j) * signals.value(row, j);
			}
			if (product > (1 - 1e-6) * Math.sqrt(energy)) return true;
		}
		return false;
	}

	@Test
	void whereNothingIsWorthItsPriceCodesAreEmpty() {
		final ClosedFormOptions options = new ClosedFormOptions(PLANTED, 3, new Objective(100, 1), SourceUpdate.LASSO, 1);
		final LearnResult result = learn(options, 20);
		assertThat(result.curves().get(1).values()).hasSize(3).allSatisfy(residual -> assertThat(residual).isCloseTo(1, within(1e-12)));
		assertThat(encode(result, plantedSignals(20)).nonzeros()).isZero();
		assertThat(result.replaced().unused()).as("there are no more signals").isEqualTo(20);
	}

	@ParameterizedTest
	@EnumSource
	void atomsOfZeroMean(final SourceUpdate update) {
		final AtomConstraint zeroMean = new AtomConstraint(false, true);
		final ClosedFormOptions options = new ClosedFormOptions(PLANTED, 8, new Objective(0.3, 0.02), update, zeroMean, 1);
		final LearnResult result = options.learner(InitialDictionaries.cosines(SHAPE), Parallel.SERIAL).learn(plantedSignals(200), Progress.NONE);
		for (int i = 0; i < PLANTED; i++) {
			double sum = 0;
			for (final float value : result.dictionary().atom(i)) sum += value;
			assertThat(sum).isCloseTo(0, within(1e-5));
		}
		assertThat(result.replaced().unused()).as("of the constant one nothing is left").isPositive();
		assertThat(options.inWords()).containsEntry("atoms have zero mean", "true");
	}

	@Test
	void noIterationsLeaveTheInitialDictionary() {
		final LearnResult result = options(0, 0.001, SourceUpdate.LASSO, 1).learner(InitialDictionaries.given(plantedDictionary()), Parallel.SERIAL).learn(plantedSignals(60), Progress.NONE);
		assertThat(result.dictionary().toArray()).containsExactly(plantedDictionary().toArray(), within(1e-7f));
		assertThat(result.complete()).isTrue();
		assertThat(result.curves().get(0).values()).isEmpty();
		for (final double weight : encoder(result).penalty().weights()) assertThat(weight).isCloseTo(1, within(1e-12));
	}

	@Test
	void initialAtomsOfAnotherLengthOrNumberAreRefusedNamingBoth() {
		final ClosedFormOptions options = options(5, 0.001, SourceUpdate.LASSO, 1);
		assertThatThrownBy(() -> options.learner(InitialDictionaries.whiteNoise(PatchShape.square(5)), Parallel.SERIAL).learn(plantedSignals(20), Progress.NONE))
			.isInstanceOf(IllegalArgumentException.class).hasMessageContainingAll("36", "25");
		final ClosedFormOptions fewer = new ClosedFormOptions(7, 5, new Objective(1, 1), SourceUpdate.LASSO, 1);
		assertThatThrownBy(() -> fewer.learner(InitialDictionaries.given(plantedDictionary()), Parallel.SERIAL).learn(plantedSignals(20), Progress.NONE))
			.isInstanceOf(IllegalArgumentException.class).hasMessageContainingAll("7", "40");
	}

	@Test
	void modelHoldsTheEncoderThatFitsTheLengthsOfItsAtoms() {
		final ClosedFormOptions options = new ClosedFormOptions(20, 4, Objective.ofHalf(5, 0.1), SourceUpdate.LASSO, 3);
		final ModelSettings settings = new ModelSettings(SHAPE, 300, PatchSelection.UNIFORM, NoFilter.INSTANCE, WhiteningFit.patchMeans(), Start.PATCHES, options);
		final LearnedModel learned = new ModelLearning(settings, Parallel.SERIAL).learn(OneOverF.noise(SHAPE, new SplittableRandom(77)), "noise", Progress.NONE);
		assertThat(learned.model().encoder()).isEqualTo(learned.result().encoder().orElseThrow()).isNotEqualTo(options.encoder());
		assertThat(((CoordinateDescentOptions) learned.model().encoder()).penalty().weights()).hasSize(20);
		assertThat(learned.model().provenance().learner()).isEqualTo("Closed forms");
		assertThat(learned.model().provenance().settings()).containsEntry("lambda without 1/2", "10.0").containsEntry("eta", "0.1").containsEntry("sources", "Lasso");
	}
}
