package io.github.sparsej.encode;

import static io.github.sparsej.encode.Fixtures.dictionary;
import static io.github.sparsej.encode.Fixtures.signals;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import io.github.sparsej.encode.greedy.MatchingPursuitOptions;
import io.github.sparsej.encode.greedy.MatchingPursuitOptions.Selection;
import io.github.sparsej.encode.greedy.PrecisionWeightedPursuit;
import io.github.sparsej.encode.threshold.Threshold;
import io.github.sparsej.encode.threshold.ThresholdOptions;
import io.github.sparsej.encode.threshold.ThresholdOptions.Rule;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.Dictionary;
import io.github.sparsej.model.Progress;
import io.github.sparsej.model.Signals;
import io.github.sparsej.model.SparseCodes;
import io.github.sparsej.model.StopReason;

/**
 * What every encoder must do, whatever it minimises. Signals are of norm 5 or so, correlations with atoms of about 1.
 */
public abstract class EncoderContract {

	protected static final int LENGTH = 23;
	protected static final int ATOMS = 37;

	protected final Dictionary dictionary = dictionary(ATOMS, LENGTH, 1);
	protected final Signals signals = signals(250, LENGTH, 2);

	/**
	 * The encoder with options that leave some atoms of each signal.
	 *
	 * @param scale factor on all options that have the unit of the signals
	 */
	protected abstract Encoder encoder(double scale, Parallel parallel);

	/** Whether of equal atoms the first alone is used; false where the method treats them alike. */
	protected boolean firstOfEqualAtomsIsTaken() {
		return true;
	}

	protected final SparseCodes encode(final Dictionary d, final Signals x) {
		return encoder(1, Parallel.SERIAL).prepare(d).encode(x, Progress.NONE);
	}

	@Test
	void zeroSignalHasAnEmptyCode() {
		final SparseCodes codes = encode(dictionary, Signals.zeros(3, LENGTH));
		assertThat(codes.count()).isEqualTo(3);
		assertThat(codes.nonzeros()).isZero();
		assertThat(codes.stopReason(1)).isIn(StopReason.TOLERANCE, StopReason.CONVERGED);
	}

	@Test
	void noSignalsHaveNoCodes() {
		assertThat(encode(dictionary, Signals.zeros(0, LENGTH)).count()).isZero();
	}

	@Test
	void supportAscendsAndLeavesOutSomeAtoms() {
		final SparseCodes codes = encode(dictionary, signals);
		assertThat(codes.nonzeros()).isBetween(signals.count(), signals.count() * (ATOMS - 5));
		for (int row = 0; row < codes.count(); row++)
			for (int k = codes.start(row); k < codes.start(row + 1); k++) {
				assertThat(codes.coefficient(k)).isFinite().isNotZero();
				if (k > codes.start(row)) assertThat(codes.atom(k)).isGreaterThan(codes.atom(k - 1));
			}
	}

	@Test
	void codeScalesWithTheSignal() {
		for (final float scale : new float[] { 4, 0x1p-20f, 0x1p30f }) {
			final float[] scaled = signals.values().clone();
			for (int i = 0; i < scaled.length; i++) scaled[i] *= scale;
			final SparseCodes once = encode(dictionary, signals), more = encoder(scale, Parallel.SERIAL).prepare(dictionary).encode(Signals.of(signals.count(), LENGTH, scaled), Progress.NONE);
			assertThat(more.nonzeros()).isEqualTo(once.nonzeros());
			for (int k = 0; k < once.nonzeros(); k++) {
				assertThat(more.atom(k)).isEqualTo(once.atom(k));
				assertThat(more.coefficient(k)).isEqualTo(scale * once.coefficient(k));
			}
		}
	}

	@Test
	void permutedAtomsPermuteTheCode() {
		final float[] reversed = new float[ATOMS * LENGTH];
		for (int i = 0; i < ATOMS; i++) System.arraycopy(dictionary.atom(i), 0, reversed, (ATOMS - 1 - i) * LENGTH, LENGTH);
		final SparseCodes codes = encode(dictionary, signals), permuted = encode(Dictionary.ofUnitAtoms(dictionary.shape(), ATOMS, reversed), signals);
		for (int row = 0; row < codes.count(); row++) {
			final float[] expected = codes.dense(row), actual = permuted.dense(row);
			for (int i = 0; i < ATOMS; i++) assertThat(actual[ATOMS - 1 - i]).isCloseTo(expected[i], within(1e-4f));
		}
	}

	@Test
	void threadsAndBatchesDoNotChangeABit() {
		final SparseCodes one = encode(dictionary, signals);
		assertThat(encoder(1, Parallel.of(8)).prepare(dictionary).encode(signals, Progress.NONE)).isEqualTo(one);
		final PreparedEncoder prepared = encoder(1, Parallel.SERIAL).prepare(dictionary);
		final SparseCodes[] alone = new SparseCodes[signals.count()];
		for (int i = 0; i < alone.length; i++) alone[i] = prepared.encode(signals(signals.row(i)), Progress.NONE);
		assertThat(SparseCodes.concat(ATOMS, alone)).isEqualTo(one);
	}

	/** Some atoms are others than before, or all are, or what was before is of no use. */
	@Test
	void whatWasPreparedBeforeDoesNotChangeABit() {
		final Encoder encoder = encoder(1, Parallel.of(2));
		final float[] atoms = dictionary(ATOMS, LENGTH, 9).toArray();
		System.arraycopy(dictionary.toArray(), 0, atoms, 0, 25 * LENGTH);
		final Dictionary other = Dictionary.ofUnitAtoms(dictionary.shape(), ATOMS, atoms);
		final double[] precision = new double[ATOMS * LENGTH];
		for (int k = 0; k < precision.length; k++) precision[k] = 1 + k % 3;
		final List<PreparedEncoder> befores = List.of(encoder.prepare(dictionary), encoder.prepare(other), encoder.prepare(dictionary(ATOMS, LENGTH, 10)), new Threshold(new ThresholdOptions(Rule.SOFT, 0.1, false), Parallel.SERIAL).prepare(dictionary),
			new PrecisionWeightedPursuit(new MatchingPursuitOptions(3, 0, Selection.SIGNED), precision, null, Parallel.SERIAL).prepare(dictionary));
		for (final PreparedEncoder before : befores) assertThat(encoder.prepare(other, before).encode(signals, Progress.NONE)).isEqualTo(encode(other, signals));
		assertThat(encoder.prepare(other, null).encode(signals, Progress.NONE)).isEqualTo(encode(other, signals));
	}

	@Test
	void inputsAreNotTouched() {
		final float[] signalsBefore = signals.values().clone(), atomsBefore = dictionary.toArray();
		encode(dictionary, signals);
		assertThat(signals.values()).isEqualTo(signalsBefore);
		assertThat(dictionary.toArray()).isEqualTo(atomsBefore);
	}

	@Test
	void duplicateAtomsNeverDivideByZero() {
		final float[] twice = new float[2 * ATOMS * LENGTH];
		System.arraycopy(dictionary.toArray(), 0, twice, 0, ATOMS * LENGTH);
		System.arraycopy(dictionary.toArray(), 0, twice, ATOMS * LENGTH, ATOMS * LENGTH);
		final SparseCodes single = encode(dictionary, signals), doubled = encode(Dictionary.ofUnitAtoms(dictionary.shape(), 2 * ATOMS, twice), signals);
		for (int row = 0; row < single.count(); row++) {
			final float[] expected = single.dense(row), actual = doubled.dense(row);
			for (int i = 0; i < ATOMS; i++) {
				assertThat(actual[i]).isFinite();
				if (firstOfEqualAtomsIsTaken()) {
					assertThat(actual[i]).isCloseTo(expected[i], within(1e-4f));
					assertThat(actual[ATOMS + i]).isZero();
				}
				else assertThat(actual[ATOMS + i]).isEqualTo(actual[i]);
			}
		}
	}

	@Test
	void oneAtomAndOnePixelAreEnough() {
		final SparseCodes codes = encode(dictionary(1, 1, 9), signals(7, 1, 1));
		for (int k = 0; k < codes.nonzeros(); k++) assertThat(codes.coefficient(k)).isFinite();
	}

	@Test
	void moreAtomsThanPixelsAreNoMistake() {
		final SparseCodes codes = encode(dictionary(60, 5, 4), signals(20, 5, 5));
		for (int k = 0; k < codes.nonzeros(); k++) assertThat(codes.coefficient(k)).isFinite();
	}

	@Test
	void signalThatIsNotFiniteIsNamed() {
		for (final float bad : badValues()) {
			final Signals x = signals.copy();
			x.values()[x.offset(170) + 4] = bad;
			x.values()[x.offset(230)] = bad;
			final PreparedEncoder prepared = encoder(1, Parallel.of(4)).prepare(dictionary);
			assertThatIllegalArgumentException().isThrownBy(() -> prepared.encode(x, Progress.NONE)).withMessageContainingAll("signal 171", "" + bad);
		}
	}

	/** Values that no signal may hold. */
	protected float[] badValues() {
		return new float[] { Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY };
	}

	@Test
	void signalTooLargeForFloat32IsNamed() {
		final Signals x = signals.copy();
		x.values()[x.offset(3)] = 2e38f;
		final PreparedEncoder prepared = encoder(1, Parallel.SERIAL).prepare(dictionary);
		assertThatIllegalArgumentException().isThrownBy(() -> prepared.encode(x, Progress.NONE)).withMessageContaining("signal 4");
	}

	@Test
	void signalsOfAnotherLengthAreRefusedNamingBoth() {
		final PreparedEncoder prepared = encoder(1, Parallel.SERIAL).prepare(dictionary);
		assertThatIllegalArgumentException().isThrownBy(() -> prepared.encode(Signals.zeros(2, 9), Progress.NONE)).withMessageContainingAll("9", "" + LENGTH);
	}

	@Test
	void cancelledSignalsHaveEmptyCodesAndTheOthersTheirOwn() {
		final AtomicInteger calls = new AtomicInteger();
		final SparseCodes all = encode(dictionary, signals);
		final SparseCodes some = encoder(1, Parallel.SERIAL).prepare(dictionary).encode(signals, (fraction, what) -> calls.incrementAndGet() <= 1);
		final int cancelled = some.count(StopReason.CANCELLED);
		assertThat(cancelled).isBetween(1, signals.count() - 1);
		for (int row = 0; row < signals.count(); row++) {
			if (row < signals.count() - cancelled) assertThat(some.dense(row)).isEqualTo(all.dense(row));
			else assertThat(some.nonzeros(row)).isZero();
		}
		final SparseCodes none = encoder(1, Parallel.of(8)).prepare(dictionary).encode(signals, (fraction, what) -> false);
		assertThat(none.count()).isEqualTo(signals.count());
	}
}
