package io.github.sparsej.encode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.Progress;
import io.github.sparsej.model.Signals;
import io.github.sparsej.model.SparseCodes;

/** What every encoder of signals with missing values must do, besides what all encoders must. */
public abstract class MaskedContract extends EncoderContract {

	/** A third of the values, others in each signal. */
	protected static final SignalMask MASK = randomMask(250, LENGTH, 0.67, 5);

	/** The encoder that minimises the same for whole signals. */
	protected abstract Encoder unmasked(double scale, Parallel parallel);

	protected static SignalMask randomMask(final int count, final int length, final double known, final long seed) {
		final SplittableRandom random = new SplittableRandom(seed);
		return SignalMask.of(count, length, (row, j) -> random.nextDouble() < known);
	}

	protected final MaskedEncoder prepared(final Parallel parallel) {
		return (MaskedEncoder) encoder(1, parallel).prepare(dictionary);
	}

	@Override
	protected final float[] badValues() {
		return new float[] { Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY };
	}

	private Signals masked(final float missing) {
		final Signals x = signals.copy();
		for (int row = 0; row < x.count(); row++) for (int j = 0; j < LENGTH; j++) if (!MASK.isKnown(row, j)) x.values()[x.offset(row) + j] = missing;
		return x;
	}

	@Test
	void wholeSignalsHaveTheCodesOfTheEncoderForThem() {
		final SparseCodes expected = unmasked(1, Parallel.SERIAL).prepare(dictionary).encode(signals, Progress.NONE), actual = encode(dictionary, signals);
		for (int row = 0; row < expected.count(); row++)
			for (int i = 0; i < ATOMS; i++) assertThat(actual.dense(row)[i]).isCloseTo(expected.dense(row)[i], within(1e-4f));
	}

	@Test
	void missingValuesMayBeAnything() {
		final SparseCodes expected = prepared(Parallel.SERIAL).encode(signals, MASK, Progress.NONE);
		assertThat(expected.nonzeros()).isPositive();
		assertThat(prepared(Parallel.of(8)).encode(masked(Float.NaN), Progress.NONE)).as("NaN").isEqualTo(expected);
		assertThat(prepared(Parallel.of(8)).encode(masked(Float.POSITIVE_INFINITY), MASK, Progress.NONE)).as("infinity").isEqualTo(expected);
		assertThat(expected).as("not those of whole signals").isNotEqualTo(encode(dictionary, signals));
	}

	@Test
	void missingValuesArePredicted() {
		final float[][] rows = new float[250][];
		for (int row = 0; row < rows.length; row++) rows[row] = Fixtures.planted(dictionary, new int[] { row % ATOMS, (7 * row + 3) % ATOMS }, new double[] { 8, row % 2 == 0 ? 6 : -6 });
		final Signals few = Fixtures.signals(rows);
		final SignalMask most = randomMask(250, LENGTH, 0.9, 8);
		final Signals back = prepared(Parallel.SERIAL).encode(few, most, Progress.NONE).decode(dictionary);
		double lost = 0, missing = 0;
		for (int row = 0; row < few.count(); row++)
			for (int j = 0; j < LENGTH; j++)
				if (!most.isKnown(row, j)) {
					lost += Math.pow(back.value(row, j) - few.value(row, j), 2);
					missing += Math.pow(few.value(row, j), 2);
				}
		assertThat(lost).isLessThan(0.3 * missing);
	}

	@Test
	void ofASignalWithoutKnownValuesNothingIsSaid() {
		final SparseCodes codes = prepared(Parallel.SERIAL).encode(signals, SignalMask.of(250, LENGTH, (row, j) -> row != 3), Progress.NONE);
		assertThat(codes.nonzeros(3)).isZero();
		assertThat(codes.nonzeros(4)).isPositive();
	}

	@Test
	void oneKnownValueIsEnough() {
		final SparseCodes codes = prepared(Parallel.SERIAL).encode(signals, SignalMask.of(250, LENGTH, (row, j) -> j == row % LENGTH), Progress.NONE);
		for (int k = 0; k < codes.nonzeros(); k++) assertThat(codes.coefficient(k)).isFinite();
	}

	@Test
	void knownValuesThatAreNotNumbersAreRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> prepared(Parallel.SERIAL).encode(masked(Float.NaN), SignalMask.of(250, LENGTH, (row, j) -> true), Progress.NONE)).withMessageContaining("NaN");
	}

	@Test
	void aMaskOfOtherSignalsIsRefusedNamingBoth() {
		assertThatIllegalArgumentException().isThrownBy(() -> prepared(Parallel.SERIAL).encode(signals, SignalMask.of(3, LENGTH, (row, j) -> true), Progress.NONE)).withMessageContainingAll("3", "250");
	}
}
