package io.github.sparsej.learn.ksvd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

import io.github.sparsej.encode.greedy.MatchingPursuitOptions;
import io.github.sparsej.encode.greedy.OmpOptions;
import io.github.sparsej.learn.DictionaryLearner;
import io.github.sparsej.learn.LearnResult;
import io.github.sparsej.learn.LearnerContract;
import io.github.sparsej.learn.ReplacedAtoms;
import io.github.sparsej.learn.homeostasis.NoHomeostasis;
import io.github.sparsej.learn.start.InitialDictionaries;
import io.github.sparsej.learn.step.AtomConstraint;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.Dictionary;
import io.github.sparsej.model.LearningCurve;
import io.github.sparsej.model.PatchShape;
import io.github.sparsej.model.Progress;
import io.github.sparsej.model.Signals;

class KsvdLearnerTest extends LearnerContract {

	private static final AtomConstraint NONNEGATIVE = new AtomConstraint(true, false), ZERO_MEAN = new AtomConstraint(false, true);

	private static KsvdOptions options(final int sweeps, final AtomConstraint constraint) {
		return new KsvdOptions(PLANTED, sweeps, new OmpOptions(NONZEROS, 0), false, 1, constraint, 1);
	}

	@Override
	protected DictionaryLearner learner(final long seed, final Parallel parallel) {
		return new KsvdLearner(new KsvdOptions(PLANTED, 25, new OmpOptions(NONZEROS, 0), seed), InitialDictionaries.whiteNoise(SHAPE), parallel);
	}

	@Test
	void noSweepsLeaveTheInitialDictionary() {
		final LearnResult result = new KsvdLearner(options(0, AtomConstraint.NONE), InitialDictionaries.given(plantedDictionary()), Parallel.SERIAL).learn(plantedSignals(60), Progress.NONE);
		assertThat(result.dictionary().toArray()).containsExactly(plantedDictionary().toArray(), within(1e-7f));
		assertThat(result.complete()).isTrue();
	}

	@Test
	void curvesHaveOneValueASweepAndNoHomeostasisIsLearned() {
		final LearnResult result = new KsvdLearner(options(4, AtomConstraint.NONE), InitialDictionaries.whiteNoise(SHAPE), Parallel.SERIAL).learn(plantedSignals(200), Progress.NONE);
		assertThat(result.curves()).extracting(LearningCurve::quantity).containsExactly("relative residual", "nonzeros per signal");
		assertThat(result.curves().get(0).steps()).containsExactly(1, 2, 3, 4);
		assertThat(result.curves().get(1).values()).hasSize(4).allSatisfy(nonzeros -> assertThat(nonzeros).isCloseTo(NONZEROS, within(0.01)));
		assertThat(result.homeostasis().method()).isEqualTo(NoHomeostasis.NAME);
		assertThat(result.homeostasis().isNeutral()).isTrue();
		assertThat(result.atomRecords()).isEmpty();
	}

	/** A true dictionary codes without error; no fit can better it. */
	@Test
	void theTrueDictionaryStays() {
		final LearnResult result = new KsvdLearner(options(3, AtomConstraint.NONE), InitialDictionaries.given(plantedDictionary()), Parallel.of(2)).learn(plantedSignals(800), Progress.NONE);
		assertThat(result.replaced()).isEqualTo(ReplacedAtoms.NONE);
		assertThat(result.curves().get(0).values().get(2)).isLessThan(0.05);
		final float[] atoms = result.dictionary().toArray(), planted = plantedDictionary().toArray();
		for (int i = 0; i < PLANTED; i++) {
			double product = 0;
			for (int j = 0; j < SHAPE.length(); j++) product += atoms[i * SHAPE.length() + j] * planted[i * SHAPE.length() + j];
			assertThat(product).isGreaterThan(0.99);
		}
	}

	@Test
	void stoppingWhileCodingLeavesTheDictionaryBefore() {
		final DictionaryLearner learner = new KsvdLearner(options(4, AtomConstraint.NONE), InitialDictionaries.whiteNoise(SHAPE), Parallel.SERIAL);
		final Signals signals = plantedSignals(500);
		final LearnResult one = new KsvdLearner(options(1, AtomConstraint.NONE), InitialDictionaries.whiteNoise(SHAPE), Parallel.SERIAL).learn(signals, Progress.NONE);
		final LearnResult stopped = learner.learn(signals, (fraction, what) -> fraction < 0.3);
		assertThat(stopped.complete()).isFalse();
		assertThat(stopped.dictionary().toArray()).isEqualTo(one.dictionary().toArray());
		assertThat(stopped.curves()).isEqualTo(one.curves());
	}

	@Test
	void stoppingBetweenAtomsKeepsThoseFittedBefore() {
		final Signals signals = plantedSignals(500);
		final Dictionary initial = InitialDictionaries.whiteNoise(SHAPE).create(PLANTED, signals, new SplittableRandom(4));
		final DictionaryLearner learner = new KsvdLearner(options(1, AtomConstraint.NONE), InitialDictionaries.given(initial), Parallel.SERIAL);
		final LearnResult whole = learner.learn(signals, Progress.NONE), stopped = learner.learn(signals, (fraction, what) -> fraction < 0.85);
		assertThat(stopped.complete()).isFalse();
		assertThat(stopped.curves()).isEqualTo(whole.curves());
		assertThat(stopped.dictionary().atom(0)).isEqualTo(whole.dictionary().atom(0)).isNotEqualTo(initial.atom(0));
		assertThat(stopped.dictionary().atom(PLANTED - 1)).containsExactly(initial.atom(PLANTED - 1), within(1e-7f)).isNotEqualTo(whole.dictionary().atom(PLANTED - 1));
	}

	@Test
	void progressIsHeardWhileCodingAndBetweenAtoms() {
		final double[] largest = { 0, 0 };
		final int[] calls = { 0 };
		new KsvdLearner(options(1, AtomConstraint.NONE), InitialDictionaries.whiteNoise(SHAPE), Parallel.SERIAL).learn(plantedSignals(5000), (fraction, what) -> {
			calls[0]++;
			largest[0] = Math.max(largest[0], fraction - largest[1]);
			largest[1] = fraction;
			return true;
		});
		assertThat(calls[0]).isGreaterThan(PLANTED + 40);
		assertThat(largest[0]).as("largest step").isLessThan(0.05);
	}

	@Test
	void signalsOfZerosAmongOthersChangeNothing() {
		final Signals signals = plantedSignals(300), among = Signals.zeros(600, SHAPE.length());
		for (int row = 0; row < 300; row++) System.arraycopy(signals.values(), signals.offset(row), among.values(), among.offset(2 * row + 1), SHAPE.length());
		final DictionaryLearner learner = new KsvdLearner(options(3, AtomConstraint.NONE), InitialDictionaries.whiteNoise(SHAPE), Parallel.of(2));
		final LearnResult with = learner.learn(among, Progress.NONE), without = learner.learn(signals, Progress.NONE);
		assertThat(with.dictionary().toArray()).isEqualTo(without.dictionary().toArray());
		assertThat(with.replaced()).isEqualTo(without.replaced());
	}

	@Test
	void signalsOfOnePixelHaveOneAtom() {
		final Signals signals = Signals.of(4, 1, new float[] { 1, -2, 0, 3 });
		for (final boolean exact : new boolean[] { false, true }) {
			final KsvdOptions options = new KsvdOptions(2, 3, new OmpOptions(1, 0), exact, 1, AtomConstraint.NONE, 1);
			final LearnResult result = options.learner(InitialDictionaries.given(Dictionary.ofUnitAtoms(PatchShape.square(1), 2, new float[] { 1, -1 })), Parallel.SERIAL).learn(signals, Progress.NONE);
			for (final float value : result.dictionary().toArray()) assertThat(Math.abs(value)).isEqualTo(1);
			assertThat(result.replaced()).as("no signal is another atom").isEqualTo(ReplacedAtoms.NONE);
			assertThat(result.curves().get(0).values()).containsOnly(0.0);
		}
	}

	@Test
	void nonnegativeAtomsAreRecoveredFromNonnegativeCodes() {
		final float[] atoms = plantedDictionary().toArray();
		for (int j = 0; j < atoms.length; j++) atoms[j] = Math.max(0, atoms[j] - 0.1f);
		final Dictionary planted = Dictionary.normalized(SHAPE, PLANTED, atoms);
		final Signals signals = signalsOf(planted, 3000);
		for (final boolean exact : new boolean[] { false, true }) {
			final KsvdOptions options = new KsvdOptions(PLANTED, 15, new OmpOptions(NONZEROS, 0, false, true), exact, 1, NONNEGATIVE, 1);
			final LearnResult result = options.learner(InitialDictionaries.patches(SHAPE), Parallel.of(2)).learn(signals, Progress.NONE);
			for (final float value : result.dictionary().toArray()) assertThat(value).isNotNegative();
			assertThat(recovered(planted, result.dictionary())).as("recovered, exact: %s", exact).isGreaterThanOrEqualTo(PLANTED * 8 / 10);
		}
	}

	/** Signals of three atoms, as those of the contract are of planted ones. */
	private static Signals signalsOf(final Dictionary dictionary, final int count) {
		final SplittableRandom random = new SplittableRandom(9);
		final Signals signals = Signals.zeros(count, SHAPE.length());
		for (int row = 0; row < count; row++)
			for (final int i : random.ints(0, dictionary.atomCount()).distinct().limit(NONZEROS).toArray()) {
				final float[] atom = dictionary.atom(i);
				final double a = random.nextDouble(0.5, 1.5);
				for (int j = 0; j < atom.length; j++) signals.values()[signals.offset(row) + j] += (float) (a * atom[j]);
			}
		return signals;
	}

	private static long recovered(final Dictionary planted, final Dictionary learned) {
		long count = 0;
		for (int i = 0; i < planted.atomCount(); i++) {
			final float[] one = planted.atom(i);
			double best = 0;
			for (int k = 0; k < learned.atomCount(); k++) {
				double product = 0;
				for (int j = 0; j < one.length; j++) product += one[j] * learned.atom(k)[j];
				best = Math.max(best, product);
			}
			if (best > 0.95) count++;
		}
		return count;
	}

	@Test
	void atomsOfZeroMeanHaveNoneAlsoWhereTheyBeginConstant() {
		for (final boolean exact : new boolean[] { false, true }) {
			final KsvdOptions options = new KsvdOptions(PLANTED, 3, new OmpOptions(NONZEROS, 0), exact, 2, ZERO_MEAN, 1);
			final LearnResult result = options.learner(InitialDictionaries.cosines(SHAPE), Parallel.SERIAL).learn(plantedSignals(400), Progress.NONE);
			assertThat(result.replaced().unused()).as("the constant cosine").isPositive();
			for (int i = 0; i < PLANTED; i++) {
				double sum = 0;
				for (final float value : result.dictionary().atom(i)) sum += value;
				assertThat(sum).isCloseTo(0, within(1e-6));
			}
		}
	}

	@Test
	void optionsAreCheckedAndTold() {
		final OmpOptions omp = new OmpOptions(5, 0);
		final AtomConstraint any = AtomConstraint.NONE;
		assertRefused(() -> new KsvdOptions(0, 1, omp, 1), "atoms must be at least 1, got 0");
		assertRefused(() -> new KsvdOptions(1, -1, omp, 1), "sweeps must be 0 or more, got -1");
		assertRefused(() -> new KsvdOptions(1, 1, null, 1), "encoder");
		assertRefused(() -> new KsvdOptions(1, 1, omp, false, 0, any, 1), "powerSteps must be at least 1, got 0");
		assertRefused(() -> new KsvdOptions(1, 1, omp, false, 1, null, 1), "AtomConstraint.NONE");
		assertRefused(() -> new KsvdOptions(1, 1, () -> "Nothing", 1).learner(InitialDictionaries.whiteNoise(SHAPE), Parallel.SERIAL).learn(plantedSignals(10), Progress.NONE), "no encoder");
		assertThat(new KsvdOptions(12, 7, omp, false, 2, NONNEGATIVE, 1).inWords()).containsExactlyEntriesOf(words("atoms", "12", "sweeps", "7", "encoder", OmpOptions.NAME, "exact", "false", "power steps", "2", "atoms are nonnegative", "true"));
		assertThat(new KsvdOptions(12, 7, new MatchingPursuitOptions(3, 0, MatchingPursuitOptions.Selection.SIGNED), true, 2, any, 1).inWords())
			.containsExactlyEntriesOf(words("atoms", "12", "sweeps", "7", "encoder", MatchingPursuitOptions.NAME, "exact", "true"));
		assertThat(new KsvdOptions(12, 7, omp, 1).learnerName()).isEqualTo(KsvdLearner.NAME);
	}

	private static Map<String, String> words(final String... pairs) {
		final Map<String, String> words = new LinkedHashMap<>();
		for (int i = 0; i < pairs.length; i += 2) words.put(pairs[i], pairs[i + 1]);
		return words;
	}

	private static void assertRefused(final ThrowingCallable call, final String message) {
		assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessageContaining(message);
	}

	@Test
	void memoryIsThatOfResidualsAndCodesFirst() {
		final KsvdOptions options = new KsvdOptions(256, 5, new OmpOptions(5, 0), 1);
		final long residuals = 200_000L * 64 * 4, codes = 200_000L * 5 * 16;
		assertThat(options.bytesNeeded(200_000, 64)).isBetween(residuals + codes, (long) (1.5 * (residuals + codes)));
		assertThat(options.bytesNeeded(2_000_000, 324)).as("beyond what an int counts").isGreaterThan(2_000_000L * 324 * 4);
	}

	@Test
	void whatDoesNotFitIsRefusedNamingBoth() {
		final KsvdOptions three = new KsvdOptions(3, 1, new OmpOptions(1, 0), 1);
		assertThatThrownBy(() -> three.learner(InitialDictionaries.whiteNoise(PatchShape.square(5)), Parallel.SERIAL).learn(plantedSignals(20), Progress.NONE))
			.isInstanceOf(IllegalArgumentException.class).hasMessageContainingAll("36", "25");
		assertThatThrownBy(() -> three.learner(InitialDictionaries.given(plantedDictionary()), Parallel.SERIAL).learn(plantedSignals(20), Progress.NONE))
			.isInstanceOf(IllegalArgumentException.class).hasMessageContainingAll("3 atoms", "40");
	}
}
