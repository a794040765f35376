package io.github.sparsej.encode.l1;

import static io.github.sparsej.encode.Fixtures.dictionary;
import static io.github.sparsej.encode.Fixtures.dot;
import static io.github.sparsej.encode.Fixtures.norm;
import static io.github.sparsej.encode.Fixtures.residual;
import static io.github.sparsej.encode.Fixtures.signals;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.sparsej.encode.Encoder;
import io.github.sparsej.encode.EncoderContract;
import io.github.sparsej.encode.Golden;
import io.github.sparsej.encode.greedy.BatchOmp;
import io.github.sparsej.encode.greedy.OmpOptions;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.Dictionary;
import io.github.sparsej.model.PatchShape;
import io.github.sparsej.model.Progress;
import io.github.sparsej.model.Signals;
import io.github.sparsej.model.SparseCodes;
import io.github.sparsej.model.StopReason;
import io.github.sparsej.testing.Npy;

class LarsTest extends EncoderContract {

	@Override
	protected Encoder encoder(final double scale, final Parallel parallel) {
		return new Lars(new LarsOptions(8, false), parallel);
	}

	private static SparseCodes encode(final int steps, final boolean nonnegative, final Dictionary d, final Signals x) {
		return new Lars(new LarsOptions(steps, nonnegative), Parallel.SERIAL).prepare(d).encode(x, Progress.NONE);
	}

	@Test
	void fiveStepsAreThoseOfScikitLearn() {
		final Npy expected = Npy.golden("encoders/64x128_lars_l0_5_codes.npy");
		final SparseCodes codes = Golden.encode(new Lars(new LarsOptions(5, false), Golden.PARALLEL));
		assertThat(codes.count(StopReason.MAX_NONZEROS)).isEqualTo(200);
		for (int row = 0; row < 200; row++) {
			final float[] code = codes.dense(row);
			for (int i = 0; i < code.length; i++) {
				if (Math.abs(expected.at(row, i)) > 1e-4) assertThat(code[i]).as("signal %d takes atom %d", row, i).isNotZero();
				assertThat((double) code[i]).as("signal %d, atom %d", row, i).isCloseTo(expected.at(row, i), within(1e-5));
			}
		}
	}

	/** All correlations with atoms in the code, and one more, are equal; those of the others are smaller. */
	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 5, 15, 22 })
	void codeEndsWhereAnotherAtomWouldJoin(final int steps) {
		for (final boolean nonnegative : new boolean[] { false, true }) {
			final SparseCodes codes = encode(steps, nonnegative, dictionary, signals);
			for (int row = 0; row < codes.count(); row++) {
				if (codes.stopReason(row) == StopReason.STALLED) continue;
				final double[] residual = residual(signals, row, codes, dictionary);
				final float[] code = codes.dense(row);
				// Without drops, coefficients may grow large, and their rounding to float32 with them.
				double tolerance = 2e-6 * norm(signals.row(row)), limit = 0;
				for (int i = 0; i < ATOMS; i++) {
					limit = Math.max(limit, strength(residual, i, nonnegative));
					tolerance += 2e-7 * Math.abs(code[i]);
				}
				int atLimit = 0;
				for (int i = 0; i < ATOMS; i++) {
					if (code[i] != 0) assertThat(strength(residual, i, nonnegative)).isCloseTo(limit, within(tolerance));
					if (strength(residual, i, nonnegative) > limit - tolerance) atLimit++;
				}
				assertThat(codes.nonzeros(row)).isEqualTo(steps);
				if (limit > tolerance) assertThat(atLimit).isGreaterThan(steps); // else no other atom is left
			}
			// Nonnegative ones use about half of the pixels at most.
			if (!nonnegative || steps <= 5) assertThat(codes.count(StopReason.MAX_NONZEROS)).isGreaterThan(50);
		}
	}

	@Test
	void nonnegativeCodesEndAtNonnegativeLeastSquares() {
		final SparseCodes path = encode(1000, true, dictionary, signals);
		final SparseCodes squares = new BatchOmp(new OmpOptions(1000, 0, false, true), Parallel.SERIAL).prepare(dictionary).encode(signals, Progress.NONE);
		for (int row = 0; row < path.count(); row++) {
			final float[] expected = squares.dense(row), actual = path.dense(row);
			for (int i = 0; i < ATOMS; i++) {
				assertThat(actual[i]).isNotNegative();
				assertThat(actual[i]).as("signal %d, atom %d", row, i).isCloseTo(expected[i], within(1e-3f));
			}
		}
	}

	private double strength(final double[] residual, final int atom, final boolean nonnegative) {
		final double correlation = dot(residual, dictionary.atom(atom));
		return nonnegative ? correlation : Math.abs(correlation);
	}

	@Test
	void orthogonalAtomsAreShrunkByTheNextCorrelation() {
		final int length = 5;
		final float[] unit = new float[length * length];
		for (int i = 0; i < length; i++) unit[i * (length + 1)] = 1;
		final Dictionary identity = Dictionary.ofUnitAtoms(new PatchShape(length, 1, 1, 1), length, unit);
		final Signals x = signals(new float[] { 1, -4, 0.5f, 3, -2 });
		assertThat(encode(2, false, identity, x).dense(0)).containsExactly(new float[] { 0, -2, 0, 1, 0 }, within(1e-6f));
		assertThat(encode(4, false, identity, x).dense(0)).containsExactly(new float[] { 0.5f, -3.5f, 0, 2.5f, -1.5f }, within(1e-6f));
		assertThat(encode(1, true, identity, x).dense(0)).containsExactly(new float[] { 0, 0, 0, 2, 0 }, within(1e-6f));
	}

	@Test
	void withoutAnotherAtomTheEndIsTheLeastSquaresFit() {
		final Dictionary few = dictionary(6, LENGTH, 12);
		for (final int steps : new int[] { 6, 9 }) {
			final SparseCodes codes = encode(steps, false, few, signals);
			assertThat(codes.count(steps == 6 ? StopReason.MAX_NONZEROS : StopReason.STALLED)).isEqualTo(signals.count());
			for (int row = 0; row < codes.count(); row++) {
				assertThat(codes.nonzeros(row)).isEqualTo(6);
				final double[] residual = residual(signals, row, codes, few);
				for (int i = 0; i < 6; i++) assertThat(dot(residual, few.atom(i))).isCloseTo(0, within(1e-6 * norm(signals.row(row))));
			}
		}
	}

	@Test
	void coefficientsMayChangeTheirSignAndStay() {
		final SparseCodes codes = encode(20, false, dictionary, signals);
		int opposed = 0;
		for (int row = 0; row < codes.count(); row++) {
			final double[] residual = residual(signals, row, codes, dictionary);
			for (int k = codes.start(row); k < codes.start(row + 1); k++) if (codes.coefficient(k) * dot(residual, dictionary.atom(codes.atom(k))) < 0) opposed++;
		}
		assertThat(opposed).isGreaterThan(50);
	}

	@Test
	void nothingThatCorrelatesStalls() {
		final Dictionary plane = Dictionary.normalized(new PatchShape(3, 1, 1, 1), 2, new float[] { 1, 1, 0, 1, -1, 0 });
		final SparseCodes codes = encode(2, false, plane, signals(new float[] { 0, 0, 3 }, new float[] { 2, 2, 1 }, new float[3]));
		assertThat(codes.nonzeros(0)).isZero();
		assertThat(codes.stopReason(0)).isEqualTo(StopReason.STALLED);
		assertThat(codes.dense(1)).containsExactly(new float[] { (float) Math.sqrt(8), 0 }, within(1e-6f));
		assertThat(codes.stopReason(1)).isEqualTo(StopReason.STALLED);
		assertThat(codes.stopReason(2)).isEqualTo(StopReason.TOLERANCE);
		assertThat(encode(2, true, plane, signals(new float[] { -3, 0, 0 })).nonzeros()).isZero();
	}

	@Test
	void moreStepsThanPixelsEndWithTheSignalItself() {
		final SparseCodes codes = encode(50, false, dictionary(60, 5, 4), signals(20, 5, 5));
		assertThat(codes.count(StopReason.STALLED)).isEqualTo(20);
		for (int row = 0; row < 20; row++) assertThat(norm(residual(signals(20, 5, 5), row, codes, dictionary(60, 5, 4)))).isLessThan(1e-5);
	}

	@Test
	void optionsAreChecked() {
		assertThatIllegalArgumentException().isThrownBy(() -> new LarsOptions(0, false)).withMessageContaining("0");
		assertThat(new LarsOptions(3, true).mostNonzeros(2)).isEqualTo(2);
		assertThat(new LarsOptions(3, true).mostNonzeros(20)).isEqualTo(3);
		assertThat(new LarsOptions(3, true).encoder(null, Parallel.SERIAL)).isInstanceOf(Lars.class);
	}
}
