package io.github.sparsej.learn.ksvd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.github.sparsej.encode.Fixtures;
import io.github.sparsej.encode.Residuals;
import io.github.sparsej.encode.greedy.OmpOptions;
import io.github.sparsej.learn.ReplacedAtoms;
import io.github.sparsej.learn.start.InitialDictionaries;
import io.github.sparsej.learn.start.StartAtoms;
import io.github.sparsej.learn.step.AtomConstraint;
import io.github.sparsej.learn.step.BatchResiduals;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.Dictionary;
import io.github.sparsej.model.PatchShape;
import io.github.sparsej.model.Progress;
import io.github.sparsej.model.Signals;
import io.github.sparsej.model.SparseCodes;
import io.github.sparsej.model.StopReason;

class KsvdStepTest {

	private static final PatchShape SHAPE = PatchShape.square(4);
	private static final PatchShape THREE = new PatchShape(3, 1, 1, 1);

	private static KsvdStep step(final OmpOptions encoder, final boolean exact, final AtomConstraint constraint, final Dictionary initial, final Signals signals) {
		final StartAtoms start = StartAtoms.of(InitialDictionaries.given(initial), initial.atomCount(), constraint, signals, new SplittableRandom(0));
		return new KsvdStep(new KsvdOptions(initial.atomCount(), 1, encoder, exact, 1, constraint, 0), start.dictionary(), Parallel.of(2));
	}

	private static ReplacedAtoms sweep(final KsvdStep step, final Signals signals) {
		final SparseCodes codes = step.encode(signals, Progress.NONE);
		assertThat(step.update(signals, codes, step.residuals(signals, codes), Progress.NONE)).isTrue();
		return step.replaced();
	}

	private static double energy(final float[][] residuals) {
		double sum = 0;
		for (final float[] residual : residuals) for (final float value : residual) sum += (double) value * value;
		return sum;
	}

	@ParameterizedTest
	@CsvSource({ "false, false, false, false", "true, false, false, false", "false, true, false, false", "true, true, false, false", "false, true, false, true", "true, true, false, true",
		"false, false, false, true", "true, false, false, true", "false, false, true, false", "true, false, true, false" })
	void noAtomsFitRaisesTheError(final boolean exact, final boolean nonnegative, final boolean zeroMean, final boolean nonnegativeCodes) {
		final Signals signals = Signals.of(3000, 16, Fixtures.gaussian(3000 * 16, 3));
		if (nonnegative) for (int j = 0; j < signals.values().length; j++) signals.values()[j] += 0.5f;
		final Dictionary initial = InitialDictionaries.whiteNoise(SHAPE).create(24, signals, new SplittableRandom(1));
		final KsvdStep step = step(new OmpOptions(4, 0, false, nonnegativeCodes), exact, new AtomConstraint(nonnegative, zeroMean), initial, signals);
		for (int sweep = 0; sweep < 3; sweep++) {
			final SparseCodes codes = step.encode(signals, Progress.NONE);
			final BatchResiduals residuals = step.residuals(signals, codes);
			final List<Double> left = new ArrayList<>();
			step.update(signals, codes, residuals, (fraction, what) -> left.add(energy(residuals.values())));
			left.add(energy(residuals.values()));
			assertThat(left).hasSize(25);
			for (int i = 1; i < left.size(); i++) assertThat(left.get(i)).as("after atom %d", i).isLessThanOrEqualTo(left.get(i - 1) * (1 + 1e-6));
			if (sweep == 0) assertThat(left.get(24)).isLessThan(0.97 * left.get(0));
		}
	}

	/** Residuals kept up to date are those of the codes in the atoms as they end up: what later atoms left is what the last one saw. */
	@Test
	void residualsAreKeptUpToDate() {
		final Signals signals = Fixtures.signals(500, 16, 4);
		final Dictionary initial = InitialDictionaries.whiteNoise(SHAPE).create(20, signals, new SplittableRandom(1));
		final KsvdStep step = step(new OmpOptions(1, 0), false, AtomConstraint.NONE, initial, signals);
		final SparseCodes codes = step.encode(signals, Progress.NONE);
		final BatchResiduals residuals = step.residuals(signals, codes);
		assertThat(residuals.relative()).isCloseTo(Residuals.relative(signals, codes, initial, Parallel.SERIAL), within(1e-6));
		step.update(signals, codes, residuals, Progress.NONE);
		final float[] atoms = step.dictionary().toArray();
		for (int row = 0; row < 500; row++) {
			final int at = codes.atom(codes.start(row)) * 16;
			double coefficient = 0;
			for (int j = 0; j < 16; j++) coefficient += (double) signals.value(row, j) * atoms[at + j];
			double sum = 0;
			for (int j = 0; j < 16; j++) {
				final double left = signals.value(row, j) - coefficient * atoms[at + j];
				sum += left * left;
				assertThat((double) residuals.values()[row][j]).isCloseTo(left, within(1e-5));
			}
			assertThat(residuals.energy[row]).isCloseTo(sum, within(1e-4));
		}
	}

	@Test
	void anUnusedAtomIsReplacedByTheSignalThatIsCodedWorstAndCounted() {
		final Signals signals = Signals.of(4, 3, new float[] { 9, 0.1f, 0, 9, -0.1f, 0, 9, 2, 0, 9, -1.5f, 0.5f });
		final KsvdStep step = step(new OmpOptions(1, 0), false, AtomConstraint.NONE, Dictionary.ofUnitAtoms(THREE, 2, new float[] { 1, 0, 0, 0, 0, 1 }), signals);
		assertThat(sweep(step, signals)).isEqualTo(new ReplacedAtoms(1, 0));
		assertThat(step.dictionary().atom(1)).containsExactly(Dictionary.normalized(THREE, 1, new float[] { 9, 2, 0 }).atom(0), within(1e-6f));
		assertThat(step.dictionary().atom(0)).as("nearly the same is replaced only above 0.99").isNotEqualTo(step.dictionary().atom(1));
	}

	@Test
	void ofTwoAtomsThatBecomeNearlyTheSameTheOneUsedLessIsReplaced() {
		final Signals signals = Signals.of(7, 3, new float[] { 5, 0, 0, 7, 0, 0, 9, 0, 0, 6, 0, 0.72f, 4, 0, 0.48f, 0, 3, 1, 0, 3, -1.1f });
		final Dictionary initial = Dictionary.normalized(THREE, 3, new float[] { 1, 0, 0, 1, 0, 0.16f, 0, 1, 0 });
		final KsvdStep step = step(new OmpOptions(1, 0), true, AtomConstraint.NONE, initial, signals);
		assertThat(sweep(step, signals)).isEqualTo(new ReplacedAtoms(0, 1));
		assertThat(Math.abs(step.dictionary().atom(0)[0])).isGreaterThan(0.99f);
		assertThat(step.dictionary().atom(1)).containsExactly(Dictionary.normalized(THREE, 1, new float[] { 0, 3, 1 }).atom(0), within(1e-6f));
	}

	@Test
	void signalsWithoutErrorAndThoseThatOneAtomBringsWithinTheToleranceReplaceNone() {
		final Signals exact = Signals.of(2, 3, new float[] { 3, 0, 0, 0, 5, 0 });
		final Dictionary axes = Dictionary.ofUnitAtoms(THREE, 3, new float[] { 1, 0, 0, 0, 1, 0, 0, 0, 1 });
		final KsvdStep withoutError = step(new OmpOptions(2, 0), false, AtomConstraint.NONE, axes, exact);
		assertThat(sweep(withoutError, exact)).isEqualTo(ReplacedAtoms.NONE);
		assertThat(withoutError.dictionary().atom(2)).containsExactly(0, 0, 1);

		final Signals near = Signals.of(3, 3, new float[] { 9, 0, 1, 0, 9, 1, 0.8f, 0.8f, 0 });
		final OmpOptions tolerant = new OmpOptions(3, 1.3);
		assertThat(sweep(step(tolerant, false, AtomConstraint.NONE, axes, near), near)).as("atom 3 is used by none").isEqualTo(ReplacedAtoms.NONE);
		final Signals costly = Signals.of(3, 3, new float[] { 9, 0, 1, 0, 9, 1, 7, 6, 0.5f });
		final KsvdStep helped = step(tolerant, false, AtomConstraint.NONE, axes, costly);
		assertThat(sweep(helped, costly)).as("what takes two atoms within the tolerance takes one then").isEqualTo(new ReplacedAtoms(1, 0));
		assertThat(helped.encode(costly, Progress.NONE).nonzeros(2)).isEqualTo(1);
	}

	/** What the first atom is to fit is constant, and it must have zero mean. */
	@Test
	void anAtomOfWhichNothingIsLeftIsReplacedAndCountedAsUnused() {
		final Signals signals = Signals.of(3, 3, new float[] { 4, 4, 4, 0, 1, -3, 5, -1, -3 });
		final StopReason most = StopReason.MAX_NONZEROS;
		final SparseCodes codes = SparseCodes.of(2, new int[] { 0, 1, 2, 2 }, new int[] { 0, 1 }, new float[] { 1, 2 }, new StopReason[] { most, most, most });
		final KsvdStep step = step(new OmpOptions(1, 0), false, new AtomConstraint(false, true), Dictionary.normalized(THREE, 2, new float[] { 1, -1, 0, 0, 1, -1 }), signals);
		final BatchResiduals residuals = step.residuals(signals, codes);
		assertThat(step.update(signals, codes, residuals, Progress.NONE)).isTrue();
		assertThat(residuals.values()[0]).as("left as if it were not coded").containsExactly(new float[] { 4, 4, 4 }, within(1e-6f));
		assertThat(step.replaced()).isEqualTo(new ReplacedAtoms(1, 0));
		assertThat(step.dictionary().atom(0)).as("of the two worst the one that is not constant").containsExactly(Dictionary.normalized(THREE, 1, new float[] { 14, -4, -10 }).atom(0), within(1e-6f));
		assertThat(step.dictionary().atom(1)).containsExactly(Dictionary.normalized(THREE, 1, new float[] { 2, 5, -7 }).atom(0), within(1e-6f));
	}

	@Test
	void wherePixelsGiveNoOtherAtomThisIsSaid() {
		final Signals signals = Signals.of(2, 2, new float[] { 3, 1, -1, 4 });
		final Dictionary initial = Dictionary.normalized(new PatchShape(2, 1, 1, 1), 2, new float[] { 1, 1, 1, -1 });
		assertThatThrownBy(() -> step(new OmpOptions(1, 0), false, new AtomConstraint(false, true), initial, signals)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("1 of the initial atoms");
	}
}
