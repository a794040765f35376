package io.github.sparsej.encode.greedy;

import static io.github.sparsej.encode.Fixtures.dictionary;
import static io.github.sparsej.encode.Fixtures.signals;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

import io.github.sparsej.encode.Encoder;
import io.github.sparsej.encode.EncoderContract;
import io.github.sparsej.encode.Fixtures;
import io.github.sparsej.encode.Residuals;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.Dictionary;
import io.github.sparsej.model.Progress;
import io.github.sparsej.model.Signals;
import io.github.sparsej.model.SparseCodes;
import io.github.sparsej.model.StopReason;

/** What every encoder must do that takes one atom after another, with every option. */
abstract class GreedyContract extends EncoderContract {

	/** The encoder with at most this many nonzeros, and a residual tolerance. */
	abstract Encoder encoder(int maxNonzeros, double residualTolerance, boolean atLeastOne, Parallel parallel);

	final Encoder encoder(final int maxNonzeros, final double residualTolerance, final Parallel parallel) {
		return encoder(maxNonzeros, residualTolerance, false, parallel);
	}

	@Override
	protected final Encoder encoder(final double scale, final Parallel parallel) {
		return encoder(6, 1.5 * scale, parallel);
	}

	final SparseCodes encode(final int maxNonzeros, final double tolerance, final Dictionary d, final Signals x) {
		return encoder(maxNonzeros, tolerance, Parallel.SERIAL).prepare(d).encode(x, Progress.NONE);
	}

	@Test
	void atomItselfHasOneNonzeroOfItsLength() {
		final float[] atom = dictionary.atom(11);
		for (int j = 0; j < LENGTH; j++) atom[j] *= 3;
		final SparseCodes codes = encode(5, 0, dictionary, signals(atom));
		assertThat(codes.nonzeros()).isEqualTo(1);
		assertThat(codes.atom(0)).isEqualTo(11);
		assertThat(codes.coefficient(0)).isCloseTo(3, within(1e-6f));
		assertThat(codes.stopReason(0)).isEqualTo(StopReason.STALLED);
	}

	@Test
	void supportAscendsAndIsNoLargerThanAskedFor() {
		final SparseCodes codes = encode(7, 0, dictionary, signals);
		for (int row = 0; row < codes.count(); row++) {
			assertThat(codes.nonzeros(row)).isBetween(1, 7);
			for (int k = codes.start(row) + 1; k < codes.start(row + 1); k++) assertThat(codes.atom(k)).isGreaterThan(codes.atom(k - 1));
		}
	}

	@Test
	void toleranceIsTheNormOfTheResidualAndIsReachedWithNoStepTooMany() {
		final double tolerance = 2.5;
		final SparseCodes codes = encode(200, tolerance, dictionary, signals);
		final double[] norms = Residuals.norms(signals, codes, dictionary, Parallel.SERIAL);
		int reached = 0;
		for (int row = 0; row < codes.count(); row++) {
			if (codes.stopReason(row) != StopReason.TOLERANCE) continue;
			reached++;
			assertThat(norms[row]).isLessThanOrEqualTo(tolerance * (1 + 1e-6));
			if (codes.nonzeros(row) < 2) continue;
			final SparseCodes fewer = encode(codes.nonzeros(row) - 1, 0, dictionary, signals(signals.row(row)));
			assertThat(Residuals.norms(signals(signals.row(row)), fewer, dictionary, Parallel.SERIAL)[0]).isGreaterThan(tolerance);
		}
		assertThat(reached).isGreaterThan(100);
	}

	@Test
	void tinyToleranceIsKeptThoughFloat32CannotTrackIt() {
		// Just above the rounding of the code itself to float32.
		final double relative = 3e-6;
		for (int row = 0; row < 50; row++) {
			final Signals signal = signals(signals.row(row));
			final double tolerance = relative * Fixtures.norm(signals.row(row));
			final SparseCodes codes = encode(5000, tolerance, dictionary, signal);
			if (codes.stopReason(0) == StopReason.TOLERANCE) assertThat(Residuals.norms(signal, codes, dictionary, Parallel.SERIAL)[0]).isLessThanOrEqualTo(tolerance);
		}
	}

	@Test
	void coherentAtomsNeitherRaiseTheResidualNorFakeTheTolerance() {
		final int length = 144, count = 100;
		final Dictionary smooth = Fixtures.smoothDictionary(400, length, 21);
		final Signals x = Signals.of(count, length, Fixtures.smooth(count, length, 22));
		double[] before = Residuals.norms(x, encode(1, 0, smooth, x), smooth, Parallel.of(2));
		for (final int nonzeros : new int[] { 5, 10, 20, 40, 80 }) {
			final double[] norms = Residuals.norms(x, encode(nonzeros, 0, smooth, x), smooth, Parallel.of(2));
			for (int row = 0; row < count; row++) assertThat(norms[row]).as("signal %d with %d atoms", row, nonzeros).isLessThanOrEqualTo(before[row] * (1 + 1e-5) + 1e-5 * Fixtures.norm(x.row(row)));
			before = norms;
		}
		final double tolerance = 40;
		final SparseCodes codes = encode(500, tolerance, smooth, x);
		final double[] norms = Residuals.norms(x, codes, smooth, Parallel.of(2));
		for (int row = 0; row < count; row++) if (codes.stopReason(row) == StopReason.TOLERANCE) assertThat(norms[row]).as("signal %d", row).isLessThanOrEqualTo(tolerance * 1.001);
		assertThat(codes.count(StopReason.TOLERANCE)).as("some get there").isPositive();
	}

	@Test
	void signalWithinTheToleranceTakesNone() {
		final float[] signal = signals.row(0);
		final SparseCodes codes = encode(5, Fixtures.norm(signal) * 1.0001, dictionary, signals(signal, signals.row(1)));
		assertThat(codes.nonzeros(0)).isZero();
		assertThat(codes.stopReason(0)).isEqualTo(StopReason.TOLERANCE);
	}

	@Test
	void atLeastOneAtomIsTakenWhereThatIsAskedForButNoneOfZeros() {
		final float[] signal = signals.row(0);
		final Signals x = signals(signal, new float[LENGTH], signals.row(1));
		final double tolerance = 2 * Fixtures.norm(signal);
		final SparseCodes codes = encoder(5, tolerance, true, Parallel.SERIAL).prepare(dictionary).encode(x, Progress.NONE);
		assertThat(codes.dense(0)).isEqualTo(encode(1, 0, dictionary, x).dense(0));
		assertThat(codes.nonzeros(0)).isEqualTo(1);
		assertThat(codes.stopReason(0)).isEqualTo(StopReason.TOLERANCE);
		assertThat(codes.nonzeros(1)).isZero();
		assertThat(encode(5, tolerance, dictionary, x).nonzeros()).isZero();
	}

	@Test
	void atLeastOneAtomMakesNoDifferenceToASignalThatNeedsMore() {
		final SparseCodes codes = encoder(6, 1.5, true, Parallel.SERIAL).prepare(dictionary).encode(signals, Progress.NONE);
		assertThat(codes).isEqualTo(encode(6, 1.5, dictionary, signals));
	}

	@Test
	void moreNonzerosThanAtomsOrPixelsAreNoMistake() {
		final Dictionary few = dictionary(4, LENGTH, 3), wide = dictionary(60, 5, 4);
		assertThat(encode(1000, 0, few, signals).nonzeros(0)).isBetween(1, 4);
		final Signals small = signals(20, 5, 5);
		final SparseCodes codes = encode(1000, 0, wide, small);
		for (final float coefficient : codes.dense(3)) assertThat(coefficient).isFinite();
	}

	@Test
	void residualNormNeverRisesWithMoreSteps() {
		double[] last = Residuals.norms(signals, encode(1, 0, dictionary, signals), dictionary, Parallel.SERIAL);
		for (int steps = 2; steps < 12; steps++) {
			final double[] now = Residuals.norms(signals, encode(steps, 0, dictionary, signals), dictionary, Parallel.SERIAL);
			for (int row = 0; row < now.length; row++) assertThat(now[row]).isLessThanOrEqualTo(last[row] * (1 + 1e-6));
			last = now;
		}
	}
}
