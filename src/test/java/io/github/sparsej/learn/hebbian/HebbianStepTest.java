package io.github.sparsej.learn.hebbian;

import static io.github.sparsej.testing.Close.assertClose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.github.sparsej.encode.greedy.MatchingPursuitOptions;
import io.github.sparsej.encode.greedy.MatchingPursuitOptions.Selection;
import io.github.sparsej.learn.homeostasis.Homeostasis;
import io.github.sparsej.learn.homeostasis.HomeostasisKind;
import io.github.sparsej.learn.homeostasis.HomeostasisParameters;
import io.github.sparsej.learn.homeostasis.LogRatioHomeostasis;
import io.github.sparsej.learn.homeostasis.NoHomeostasis;
import io.github.sparsej.learn.step.AtomConstraint;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.Dictionary;
import io.github.sparsej.model.HomeostasisState;
import io.github.sparsej.model.PatchShape;
import io.github.sparsej.model.Progress;
import io.github.sparsej.model.Signals;
import io.github.sparsej.model.SparseCodes;
import io.github.sparsej.testing.Npy;

/** Three steps against float64 results of the formulas in numpy: golden/shl_small. */
class HebbianStepTest {

	private static final PatchShape SHAPE = PatchShape.square(8);
	private static final int ROWS = 128;
	private static final double[] RELATIVE_ERROR = { 0.8403935512709303, 0.833703223325256, 0.8382709122688013 };

	private static Signals batch(final int number) {
		final float[] all = Npy.golden("shl_small/batches_3x128x64_f32.npy").floats();
		return Signals.of(ROWS, SHAPE.length(), Arrays.copyOfRange(all, number * ROWS * SHAPE.length(), (number + 1) * ROWS * SHAPE.length()));
	}

	private static Dictionary start() {
		return Dictionary.normalized(SHAPE, 64, Npy.golden("shl_small/dictionary0_64x64_f32.npy").floats());
	}

	private static HebbianOptions options(final Homeostasis homeostasis, final double eta, final double beta1, final int deadAfter) {
		return new HebbianOptions(64, 3, ROWS, eta, beta1, 0.999, 1e-8, new MatchingPursuitOptions(6, 0, Selection.RECTIFIED), homeostasis, deadAfter, 0);
	}

	/** Names of the golden runs, each with its strategy, its strength and beta1 of Adam. */
	@ParameterizedTest
	@CsvSource({ "None, None, 2.5, 0.9", "None_sgd, None, 2.5, 0", "OLS, OLS, 2.5, 0.9", "OLS_alpha0.05, OLS, 0.05, 0.9", "EMP_alpha0.05, EMP, 0.05, 0.9", "HAP, HAP, 2.5, 0.9",
		"eHAP, eHAP, 2.5, 0.9", "EXP, EXP, 2.5, 0.9", "HEH, HEH, 2.5, 0.9" })
	void followsTheReference(final String run, final String method, final double alpha, final double beta1) {
		final Homeostasis homeostasis = HomeostasisKind.named(method).create(new HomeostasisParameters(0.05, alpha, 64, 3));
		final HebbianStep step = new HebbianStep(options(homeostasis, 0.0033, beta1, HebbianOptions.DEAD_AFTER), start(), ROWS, Parallel.of(2));
		for (int iteration = 1; iteration <= 3; iteration++) {
			final SparseCodes codes = step.encode(batch(iteration - 1), Progress.NONE);
			final double relative = step.update(batch(iteration - 1), codes);
			if (run.equals("None")) assertThat(relative).isCloseTo(RELATIVE_ERROR[iteration - 1], within(1e-6));
			if (iteration == 2) continue;
			final String name = "shl_small/" + run + "_%s_iter" + iteration + ".npy";
			assertClose(dense(codes), Npy.golden(String.format(name, "code")).values(), 1e-5);
			assertClose(widened(step.dictionary()), Npy.golden(String.format(name, "dictionary")).values(), 1e-5);
			assertClose(step.homeostasis().activity(), Npy.golden(String.format(name, "activity")).values(), 1e-5);
			assertClose(step.homeostasis().quantiles().orElseThrow().toArray(), Npy.golden(String.format(name, "quantiles")).values(), 1e-5);
			assertRelativelyClose(step.homeostasis().gains(), Npy.golden(String.format(name, "gain")).values());
		}
		assertThat(step.replaced().total()).isZero();
	}

	/** The published setting: batches of 1040 patches 18x18 divided by 1024, 441 atoms, 13 steps, started from atoms of 1/f noise. */
	@ParameterizedTest
	@CsvSource({ "None, None, 2.5", "OLS, OLS, 2.5", "EMP_alpha005, EMP, 0.05", "HAP, HAP, 2.5", "eHAP, eHAP, 2.5", "HEH, HEH, 2.5" })
	void followsTheReferenceAtFullSize(final String run, final String method, final double alpha) {
		final PatchShape shape = PatchShape.square(18);
		final float[] batches = Npy.reference("shl/batches.npy").floats();
		final Homeostasis homeostasis = HomeostasisKind.named(method).create(new HomeostasisParameters(0.05, alpha, 128, 3));
		final HebbianOptions options = new HebbianOptions(441, 3, 1024, 0.0033, 0.9, 0.999, 1e-8, new MatchingPursuitOptions(13, 0, Selection.RECTIFIED), homeostasis, HebbianOptions.DEAD_AFTER, 0);
		final HebbianStep step = new HebbianStep(options, Dictionary.normalized(shape, 441, Npy.reference("shl/dico0.npy").floats()), 1024, Parallel.of(2));
		for (int iteration = 1; iteration <= 3; iteration++) {
			final Signals batch = Signals.of(1040, 324, Arrays.copyOfRange(batches, (iteration - 1) * 1040 * 324, iteration * 1040 * 324));
			final SparseCodes codes = step.encode(batch, Progress.NONE);
			step.update(batch, codes);
			if (iteration == 2) continue;
			final String name = "shl/" + run + "_%s_iter" + iteration + ".npy";
			assertClose(dense(codes), Npy.reference(String.format(name, "code")).values(), 1e-5);
			assertClose(widened(step.dictionary()), Npy.reference(String.format(name, "dico")).values(), 1e-5);
			assertClose(step.homeostasis().activity(), Npy.reference(String.format(name, "meanmeasure")).values(), 1e-5);
			assertClose(step.homeostasis().quantiles().orElseThrow().toArray(), Npy.reference(String.format(name, "pcum")).values(), 1e-5);
			if (!method.equals("HEH")) assertRelativelyClose(step.homeostasis().gains(), Npy.reference(String.format(name, "gain")).values());
		}
	}

	private static double[] dense(final SparseCodes codes) {
		final double[] dense = new double[codes.count() * codes.atomCount()];
		for (int row = 0; row < codes.count(); row++)
			for (int k = codes.start(row); k < codes.start(row + 1); k++) dense[row * codes.atomCount() + codes.atom(k)] = codes.coefficient(k);
		return dense;
	}

	private static double[] widened(final Dictionary dictionary) {
		final float[] atoms = dictionary.toArray();
		return IntStream.range(0, atoms.length).mapToDouble(j -> atoms[j]).toArray();
	}

	private static void assertRelativelyClose(final double[] actual, final double[] expected) {
		final double[] ratios = new double[expected.length], ones = new double[expected.length];
		for (int i = 0; i < ratios.length; i++) ratios[i] = actual[i] == expected[i] ? 1 : actual[i] / expected[i];
		Arrays.fill(ones, 1);
		assertClose(ratios, ones, 1e-5);
	}

	@Test
	void anAtomThatIsNeverUsedIsReplacedByTheWorstCodedSignal() {
		final PatchShape shape = new PatchShape(3, 1, 1, 1);
		final Dictionary initial = Dictionary.normalized(shape, 2, new float[] { 1, 0, 0, 0, 0, -1 });
		final Signals signals = Signals.of(3, 3, new float[] { 5, 0, 0, 1, 3, 0, 2, 0.5f, 0 });
		final HebbianOptions options = new HebbianOptions(2, 9, 3, 1e-9, 0, 0.9, 1e-8, new MatchingPursuitOptions(1, 0, Selection.RECTIFIED), new LogRatioHomeostasis(0.5), 2, 0);
		final HebbianStep step = new HebbianStep(options, initial, 3, Parallel.SERIAL);
		step.update(signals, step.encode(signals, Progress.NONE));
		assertThat(step.replaced().total()).isZero();
		step.update(signals, step.encode(signals, Progress.NONE));
		assertThat(step.replaced().total()).isEqualTo(1);
		assertThat(step.dictionary().atom(1)).containsExactly(new float[] { (float) Math.sqrt(0.1), (float) (3 / Math.sqrt(10)), 0 }, within(1e-6f));
		assertThat(step.homeostasis().gains()[1]).isEqualTo(1);
		assertThat(step.homeostasis().activity()).containsExactly(1, 0.5);
		final Signals withoutIt = Signals.of(1, 3, new float[] { 3, -2, 1 });
		step.update(withoutIt, step.encode(withoutIt, Progress.NONE));
		assertThat(step.replaced().total()).as("it has two batches again").isEqualTo(1);
	}

	@Test
	void aReplacedAtomForgetsTheMomentumOfTheOldOne() {
		final PatchShape shape = new PatchShape(2, 1, 1, 1);
		final HebbianOptions options = new HebbianOptions(2, 9, 1, 0.1, 0.9, 0.9, 1e-8, new MatchingPursuitOptions(1, 0, Selection.RECTIFIED), new NoHomeostasis(0.5), 1, 0);
		final HebbianStep step = new HebbianStep(options, Dictionary.normalized(shape, 2, new float[] { 1, 0, 0, -1 }), 1, Parallel.SERIAL);
		final Signals oneEach = Signals.of(2, 2, new float[] { 3, 1, 1, -3 });
		step.update(oneEach, step.encode(oneEach, Progress.NONE));
		final Signals withoutOne = Signals.of(1, 2, new float[] { 4, 3 });
		step.update(withoutOne, step.encode(withoutOne, Progress.NONE));
		assertThat(step.replaced().total()).isEqualTo(1);
		final Signals nothing = Signals.zeros(1, 2);
		step.update(nothing, step.encode(nothing, Progress.NONE));
		assertThat(step.dictionary().atom(1)).containsExactly(0.8f, 0.6f);
	}

	@Test
	void anAtomThatLosesItsDirectionIsReplacedAndNothingElseBreaks() {
		final PatchShape shape = new PatchShape(2, 1, 1, 1);
		final Dictionary initial = Dictionary.normalized(shape, 2, new float[] { 1, 0, 0, 1 });
		final Signals signals = Signals.of(2, 2, new float[] { 4, 1, 1, 4 });
		final HebbianOptions options = new HebbianOptions(2, 9, 2, Double.MAX_VALUE, 0, 0.9, 1e-8, new MatchingPursuitOptions(1, 0, Selection.RECTIFIED), new NoHomeostasis(0.5), 50, 0);
		final HebbianStep step = new HebbianStep(options, initial, 2, Parallel.SERIAL);
		step.update(signals, step.encode(signals, Progress.NONE));
		assertThat(step.replaced().total()).isEqualTo(2);
		assertThat(step.dictionary().toArray()).doesNotContain(Float.NaN);
	}

	@Test
	void nonnegativeAtomsAreTheStepWithoutItsNegativeValuesAtUnitNorm() {
		final HebbianOptions options = options(new NoHomeostasis(0.05), 0.05, 0, HebbianOptions.DEAD_AFTER).withConstraint(new AtomConstraint(true, false));
		final float[] positive = start().toArray();
		for (int j = 0; j < positive.length; j++) positive[j] = Math.max(0, positive[j]);
		final Dictionary initial = Dictionary.normalized(SHAPE, 64, positive);
		final HebbianStep step = new HebbianStep(options, start(), ROWS, Parallel.of(2));
		assertThat(step.dictionary().toArray()).containsExactly(initial.toArray(), within(1e-6f));
		final HebbianStep free = new HebbianStep(options.withConstraint(AtomConstraint.NONE), initial, ROWS, Parallel.of(2));
		free.update(batch(0), free.encode(batch(0), Progress.NONE));
		step.update(batch(0), step.encode(batch(0), Progress.NONE));
		final float[] expected = free.dictionary().toArray();
		for (int j = 0; j < expected.length; j++) expected[j] = Math.max(0, expected[j]);
		assertThat(expected).as("the step left the allowed atoms").isNotEqualTo(free.dictionary().toArray());
		assertThat(step.dictionary().toArray()).containsExactly(Dictionary.normalized(SHAPE, 64, expected).toArray(), within(1e-6f));
	}

	@Test
	void aNonnegativeAtomBeginsAsTheOppositeOfANegativeOneAndIsReplacedByWhatASignalHasAboveZero() {
		final PatchShape shape = new PatchShape(2, 1, 1, 1);
		final HebbianOptions options = new HebbianOptions(2, 9, 1, 1e-9, 0, 0.9, 1e-8, new MatchingPursuitOptions(1, 0, Selection.RECTIFIED), new NoHomeostasis(0.5), 1, 0).withConstraint(new AtomConstraint(true, false));
		final HebbianStep step = new HebbianStep(options, Dictionary.normalized(shape, 2, new float[] { -0.6f, -0.8f, 1, -1 }), 1, Parallel.SERIAL);
		assertThat(step.dictionary().toArray()).containsExactly(0.6f, 0.8f, 1, 0);
		final Signals signals = Signals.of(3, 2, new float[] { 3, 4, -9, 5, -20, -20 });
		step.update(signals, step.encode(signals, Progress.NONE));
		assertThat(step.replaced().total()).isEqualTo(1);
		assertThat(step.dictionary().atom(1)).as("the worst-coded one has nothing above zero").containsExactly(0, 1);
	}

	@Test
	void aBatchOfZerosChangesNothing() {
		final HebbianStep step = new HebbianStep(options(new LogRatioHomeostasis(0.05), 0.01, 0.9, 1), start(), ROWS, Parallel.SERIAL);
		final Signals zeros = Signals.zeros(ROWS, SHAPE.length());
		assertThat(step.update(zeros, step.encode(zeros, Progress.NONE))).isZero();
		assertThat(step.dictionary().toArray()).isEqualTo(start().toArray());
		assertThat(step.homeostasis().gains()).containsOnly(1);
	}

	@Test
	void goesOnFromWhatWasLearnedOfTheAtoms() {
		final Homeostasis homeostasis = HomeostasisKind.HEH.create(new HomeostasisParameters(0.05, 2.5, 64, 3));
		final HebbianOptions options = options(homeostasis, 0.0033, 0.9, HebbianOptions.DEAD_AFTER);
		final HebbianStep before = new HebbianStep(options, start(), ROWS, Parallel.SERIAL);
		for (int b = 0; b < 3; b++) before.update(batch(b), before.encode(batch(b), Progress.NONE));
		final HebbianStep after = new HebbianStep(options, before.dictionary(), before.homeostasis(), ROWS, Parallel.SERIAL);
		assertThat(after.encode(batch(0), Progress.NONE)).isEqualTo(before.encode(batch(0), Progress.NONE));
		final HebbianStep anew = new HebbianStep(options, before.dictionary(), ROWS, Parallel.SERIAL);
		assertThat(anew.encode(batch(0), Progress.NONE)).isNotEqualTo(before.encode(batch(0), Progress.NONE));
		final double[] activity = before.homeostasis().activity();
		final SparseCodes codes = after.encode(batch(0), Progress.NONE);
		after.update(batch(0), codes);
		int uses = 0;
		for (int k = 0; k < codes.nonzeros(); k++) if (codes.atom(k) == 7) uses++;
		assertThat(after.homeostasis().activity()[7]).isCloseTo(0.95 * activity[7] + 0.05 * uses / ROWS, within(1e-12));
		assertThatThrownBy(() -> new HebbianStep(options, start(), HomeostasisState.neutral("None", 9), ROWS, Parallel.SERIAL)).isInstanceOf(IllegalArgumentException.class).hasMessageContainingAll("64", "9");
	}
}
