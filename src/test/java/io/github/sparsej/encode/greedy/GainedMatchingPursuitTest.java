package io.github.sparsej.encode.greedy;

import static io.github.sparsej.encode.Fixtures.dictionary;
import static io.github.sparsej.encode.Fixtures.signals;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.sparsej.encode.Encoder;
import io.github.sparsej.encode.Encoders;
import io.github.sparsej.encode.Fixtures;
import io.github.sparsej.encode.greedy.MatchingPursuitOptions.Selection;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.Dictionary;
import io.github.sparsej.model.HomeostasisState;
import io.github.sparsej.model.PatchShape;
import io.github.sparsej.model.Progress;
import io.github.sparsej.model.Signals;
import io.github.sparsej.model.SparseCodes;
import io.github.sparsej.model.StopReason;

class GainedMatchingPursuitTest {

	private static final int ATOMS = 30;

	private final Dictionary dictionary = dictionary(ATOMS, 20, 1);
	private final Signals signals = signals(150, 20, 2);

	private SparseCodes encode(final int steps, final Selection selection, final double[] gains) {
		return new MatchingPursuit(new MatchingPursuitOptions(steps, 0, selection), gains, Parallel.of(2)).prepare(dictionary).encode(signals, Progress.NONE);
	}

	/** The formulas of the sparse Hebbian learning's encoder, step by step on the residual in float64. */
	private double[] naive(final int row, final int steps, final Selection selection, final double[] gains) {
		final double[] code = new double[ATOMS], residual = new double[20];
		for (int j = 0; j < 20; j++) residual[j] = signals.value(row, j);
		for (int step = 0, last = -1; step < steps; step++) {
			int best = 0;
			double highest = Double.NEGATIVE_INFINITY;
			for (int i = 0; i < ATOMS; i++) {
				if (i == last) continue; // nothing is left of its correlation but rounding
				final double correlation = Fixtures.dot(residual, dictionary.atom(i));
				final double score = gains[i] * (selection == Selection.SIGNED ? Math.abs(correlation) : Math.max(correlation, 0));
				if (score > highest) {
					highest = score;
					best = i;
				}
			}
			final double taken = Fixtures.dot(residual, dictionary.atom(best));
			code[best] += taken;
			last = best;
			for (int j = 0; j < 20; j++) residual[j] -= taken * dictionary.atom(best)[j];
		}
		return code;
	}

	@ParameterizedTest
	@EnumSource
	void gainsDecideWhichAtomIsTakenAndNotItsCoefficient(final Selection selection) {
		final double[] gains = new double[ATOMS];
		for (int i = 0; i < ATOMS; i++) gains[i] = 0.2 + i % 7;
		final SparseCodes codes = encode(6, selection, gains);
		for (int row = 0; row < signals.count(); row++) {
			final double[] expected = naive(row, 6, selection, gains);
			for (int i = 0; i < ATOMS; i++) assertThat((double) codes.dense(row)[i]).isCloseTo(expected[i], within(1e-5));
		}
		assertThat(codes).isNotEqualTo(encode(6, selection, ones()));
	}

	@ParameterizedTest
	@ValueSource(doubles = { 1e-300, 1e-30, 1, 3e20, 1e300 })
	void onlyRatiosOfGainsMatter(final double scale) {
		final double[] gains = new double[ATOMS], scaled = new double[ATOMS];
		for (int i = 0; i < ATOMS; i++) scaled[i] = scale * (gains[i] = 1 + i % 5);
		final SparseCodes codes = encode(5, Selection.RECTIFIED, scaled), expected = encode(5, Selection.RECTIFIED, gains);
		for (int row = 0; row < signals.count(); row++) assertThat(codes.dense(row)).isEqualTo(expected.dense(row));
	}

	@ParameterizedTest
	@EnumSource
	void equalGainsAreNone(final Selection selection) {
		final SparseCodes plain = new MatchingPursuit(new MatchingPursuitOptions(5, 0, selection), Parallel.SERIAL).prepare(dictionary).encode(signals, Progress.NONE);
		assertThat(encode(5, selection, ones())).isEqualTo(plain);
	}

	@ParameterizedTest
	@EnumSource
	void atomOfGainZeroIsNeverTaken(final Selection selection) {
		final double[] gains = ones();
		Arrays.fill(gains, 0, ATOMS / 2, 0);
		final SparseCodes codes = encode(5, selection, gains);
		for (int k = 0; k < codes.nonzeros(); k++) assertThat(codes.atom(k)).isGreaterThanOrEqualTo(ATOMS / 2);
	}

	@ParameterizedTest
	@EnumSource
	void withAllGainsZeroNothingIsTaken(final Selection selection) {
		final SparseCodes codes = encode(5, selection, new double[ATOMS]);
		assertThat(codes.nonzeros()).isZero();
		assertThat(codes.count(StopReason.STALLED)).isEqualTo(signals.count());
	}

	@Test
	void hugeGainDoesNotKeepTheOthersFromTheirTurn() {
		// The favoured atom is taken first; what rounding leaves of its correlation must not end the pursuit.
		final double[] gains = ones();
		gains[4] = 1e12;
		final SparseCodes codes = encode(8, Selection.SIGNED, gains);
		for (int row = 0; row < signals.count(); row++) {
			assertThat(codes.dense(row)[4]).isNotZero();
			assertThat(codes.stopReason(row)).isEqualTo(StopReason.MAX_NONZEROS);
			assertThat(codes.start(row + 1) - codes.start(row)).as("not one atom alone").isGreaterThanOrEqualTo(4);
		}
	}

	/** As an atom that was never used has with a power law of large strength. */
	@ParameterizedTest
	@EnumSource
	void gainsFurtherApartThanFloat32StillHaveTheirRatios(final Selection selection) {
		final double[] gains = new double[ATOMS];
		for (int i = 0; i < ATOMS; i++) gains[i] = 1e-200 * (0.2 + i % 7);
		gains[3] = 1e200;
		final SparseCodes codes = encode(6, selection, gains);
		for (int row = 0; row < signals.count(); row++) {
			final double[] expected = naive(row, 6, selection, gains);
			for (int i = 0; i < ATOMS; i++) assertThat((double) codes.dense(row)[i]).isCloseTo(expected[i], within(1e-5));
		}
	}

	@Test
	void ofEqualScoresTheFirstIsTaken() {
		final Dictionary axes = Dictionary.normalized(new PatchShape(4, 1, 1, 1), 4, new float[] { 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1 });
		final SparseCodes codes = new MatchingPursuit(new MatchingPursuitOptions(2, 0, Selection.SIGNED), new double[] { 1, 2, 4, 2 }, Parallel.SERIAL).prepare(axes)
			.encode(Fixtures.signals(new float[] { 8, -4, 2, 4 }), Progress.NONE);
		assertThat(codes.dense(0)).containsExactly(8, -4, 0, 0);
	}

	@Test
	void gainsOfAnotherNumberOrOutOfRangeAreRefusedNamingThem() {
		final MatchingPursuitOptions options = new MatchingPursuitOptions(5, 0, Selection.SIGNED);
		assertThatIllegalArgumentException().isThrownBy(() -> new MatchingPursuit(options, new double[7], Parallel.SERIAL).prepare(dictionary)).withMessageContainingAll("7", "" + ATOMS);
		assertThatIllegalArgumentException().isThrownBy(() -> new MatchingPursuit(options, new double[] { 1, -2 }, Parallel.SERIAL)).withMessageContaining("-2");
		assertThatIllegalArgumentException().isThrownBy(() -> new MatchingPursuit(options, new double[] { Double.NaN }, Parallel.SERIAL)).withMessageContaining("NaN");
	}

	@Test
	void factoryGivesTheEncoderOfTheSettings() {
		final MatchingPursuitOptions options = new MatchingPursuitOptions(5, 0, Selection.SIGNED);
		final double[] gains = new double[ATOMS];
		for (int i = 0; i < ATOMS; i++) gains[i] = 1 + i % 3;
		final Encoder made = Encoders.create(options, new HomeostasisState("test", new double[ATOMS], gains), Parallel.SERIAL);
		assertThat(made.prepare(dictionary).encode(signals, Progress.NONE)).isEqualTo(encode(5, Selection.SIGNED, gains));
		assertThat(Encoders.create(new OmpOptions(3, 0), null, Parallel.SERIAL)).isInstanceOf(BatchOmp.class);
		assertThatIllegalArgumentException().isThrownBy(() -> Encoders.create(() -> "Crystal ball", null, Parallel.SERIAL)).withMessageContaining("Crystal ball");
	}

	private static double[] ones() {
		final double[] ones = new double[ATOMS];
		Arrays.fill(ones, 1);
		return ones;
	}
}
