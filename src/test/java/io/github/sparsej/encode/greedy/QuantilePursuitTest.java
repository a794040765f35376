package io.github.sparsej.encode.greedy;

import static io.github.sparsej.encode.Fixtures.dictionary;
import static io.github.sparsej.encode.Fixtures.signals;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.sparsej.encode.Encoder;
import io.github.sparsej.encode.EncoderContract;
import io.github.sparsej.encode.Encoders;
import io.github.sparsej.encode.Fixtures;
import io.github.sparsej.encode.Golden;
import io.github.sparsej.encode.Residuals;
import io.github.sparsej.encode.greedy.MatchingPursuitOptions.Selection;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.Dictionary;
import io.github.sparsej.model.HomeostasisState;
import io.github.sparsej.model.PatchShape;
import io.github.sparsej.model.Progress;
import io.github.sparsej.model.QuantileFunctions;
import io.github.sparsej.model.Signals;
import io.github.sparsej.model.SparseCodes;
import io.github.sparsej.model.StopReason;
import io.github.sparsej.testing.Npy;

class QuantilePursuitTest extends EncoderContract {

	private static final int COUNT = 30, SIZE = 20;

	private final Dictionary small = dictionary(COUNT, SIZE, 1);
	private final Signals short20 = signals(150, SIZE, 2);

	/** All atoms have one function here, so that atoms may change places; signals that grow need a scale that grows. */
	@Override
	protected Encoder encoder(final double scale, final Parallel parallel) {
		final MatchingPursuitOptions options = new MatchingPursuitOptions(6, 1.5 * scale, Selection.SIGNED);
		return d -> new QuantilePursuit(options, alike(d.atomCount(), 3 * scale), parallel).prepare(d);
	}

	private static QuantileFunctions alike(final int atoms, final double scale) {
		final double[] values = new double[atoms * 64];
		for (int k = 0; k < values.length; k++) values[k] = Math.sqrt(k % 64 / 63.0);
		return new QuantileFunctions(atoms, 64, scale, values);
	}

	/** Each atom's function rises from 0 to 1 in steps of its own. */
	static QuantileFunctions different(final int atoms, final int size, final double scale, final long seed) {
		final SplittableRandom random = new SplittableRandom(seed);
		final double[] values = new double[atoms * size];
		for (int i = 0; i < atoms; i++) {
			final double[] cuts = random.doubles(size - 2).sorted().toArray();
			final double power = random.nextDouble(0.2, 2);
			for (int j = 0; j < cuts.length; j++) values[i * size + j + 1] = Math.pow(cuts[j], power);
			values[i * size + size - 1] = 1;
		}
		return new QuantileFunctions(atoms, size, scale, values);
	}

	/** The formulas as they are written, on the residual in float64. */
	private double[] naive(final int row, final int steps, final Selection selection, final double relaxation, final QuantileFunctions functions) {
		final double[] code = new double[COUNT], residual = new double[SIZE];
		for (int j = 0; j < SIZE; j++) residual[j] = short20.value(row, j);
		for (int step = 0; step < steps; step++) {
			int best = 0;
			double highest = 0;
			for (int i = 0; i < COUNT; i++) {
				final double correlation = Fixtures.dot(residual, small.atom(i));
				final double score = QuantileScreenTest.published(functions, i, selection == Selection.SIGNED ? Math.abs(correlation) : Math.max(correlation, 0));
				if (score > highest) {
					highest = score;
					best = i;
				}
			}
			final double taken = relaxation * Fixtures.dot(residual, small.atom(best));
			code[best] += taken;
			for (int j = 0; j < SIZE; j++) residual[j] -= taken * small.atom(best)[j];
		}
		return code;
	}

	@ParameterizedTest
	@CsvSource({ "SIGNED, 1", "RECTIFIED, 1", "SIGNED, 0.4", "RECTIFIED, 0.95" })
	void codesAreThoseOfTheFormulas(final Selection selection, final double relaxation) {
		final QuantileFunctions functions = different(COUNT, 40, 3, 5);
		final MatchingPursuitOptions options = new MatchingPursuitOptions(7, 0, selection).withRelaxation(relaxation);
		final SparseCodes codes = new QuantilePursuit(options, functions, Parallel.of(2)).prepare(small).encode(short20, Progress.NONE);
		for (int row = 0; row < short20.count(); row++) {
			final double[] expected = naive(row, 7, selection, relaxation, functions);
			for (int i = 0; i < COUNT; i++) assertThat((double) codes.dense(row)[i]).as("signal %d, atom %d", row, i).isCloseTo(expected[i], within(1e-5));
		}
		assertThat(codes).isNotEqualTo(new MatchingPursuit(options, Parallel.SERIAL).prepare(small).encode(short20, Progress.NONE));
	}

	/** Of r = 1 - exp(-c / scale) nothing would be left beside the 1 of most of these scales. */
	@ParameterizedTest
	@ValueSource(doubles = { 1e7, 1e10, 1e16, 1e25 })
	void aScaleFarBeyondTheSignalsComparesCorrelationsAsTheyAre(final double scale) {
		final MatchingPursuitOptions options = new MatchingPursuitOptions(7, 0, Selection.RECTIFIED);
		final SparseCodes plain = new MatchingPursuit(options, Parallel.SERIAL).prepare(small).encode(short20, Progress.NONE);
		assertThat(new QuantilePursuit(options, alike(COUNT, scale), Parallel.SERIAL).prepare(small).encode(short20, Progress.NONE)).isEqualTo(plain);
	}

	@Test
	void functionsThatAreAllAlikeAreMatchingPursuit() {
		final MatchingPursuitOptions options = new MatchingPursuitOptions(7, 0, Selection.RECTIFIED);
		final SparseCodes plain = new MatchingPursuit(options, Parallel.SERIAL).prepare(small).encode(short20, Progress.NONE);
		assertThat(new QuantilePursuit(options, QuantileFunctions.identity(COUNT, 128, 3), Parallel.SERIAL).prepare(small).encode(short20, Progress.NONE)).isEqualTo(plain);
	}

	@ParameterizedTest
	@ValueSource(doubles = { 1, 0.3 })
	void toleranceIsTheNormOfTheResidualWhateverAStepTakes(final double relaxation) {
		final double tolerance = 2.5;
		final MatchingPursuitOptions options = new MatchingPursuitOptions(300, tolerance, Selection.SIGNED).withRelaxation(relaxation);
		final SparseCodes codes = new QuantilePursuit(options, alike(COUNT, 3), Parallel.SERIAL).prepare(small).encode(short20, Progress.NONE);
		final double[] norms = Residuals.norms(short20, codes, small, Parallel.SERIAL);
		assertThat(codes.count(StopReason.TOLERANCE)).isEqualTo(short20.count());
		assertThat(Arrays.stream(norms)).allMatch(norm -> norm <= tolerance * (1 + 1e-6));
		// No step too many: what a step takes of a residual of this norm is a part of it.
		assertThat(Arrays.stream(norms).average().orElseThrow()).isGreaterThan(0.8 * tolerance);
	}

	@Test
	void ofEqualScoresTheFirstIsTaken() {
		final Dictionary axes = Dictionary.normalized(new PatchShape(3, 1, 1, 1), 3, new float[] { 1, 0, 0, 0, 1, 0, 0, 0, 1 });
		// From r = 1/4 on, all functions are 1: the second and third coefficient are equal to them, the first is not.
		final QuantileFunctions saturated = new QuantileFunctions(3, 4, 1, new double[] { 0, 1, 1, 1, 0, 1, 1, 1, 0, 1, 1, 1 });
		final SparseCodes codes = new QuantilePursuit(new MatchingPursuitOptions(1, 0, Selection.RECTIFIED), saturated, Parallel.SERIAL).prepare(axes)
			.encode(Fixtures.signals(new float[] { 0.01f, 2, 9 }, new float[] { 0.4f, 2, 9 }), Progress.NONE);
		assertThat(codes.dense(0)).containsExactly(0, 2, 0);
		assertThat(codes.dense(1)).containsExactly(0.4f, 0, 0);
	}

	@Test
	void stallsWhereNoScoreIsPositive() {
		final QuantileFunctions late = new QuantileFunctions(1, 4, 1, new double[] { 0, 0, 0, 1 });
		final Dictionary one = Dictionary.normalized(new PatchShape(2, 1, 1, 1), 1, new float[] { 1, 0 });
		final SparseCodes codes = new QuantilePursuit(new MatchingPursuitOptions(3, 0, Selection.RECTIFIED), late, Parallel.SERIAL).prepare(one)
			.encode(Fixtures.signals(new float[] { 0.5f, 1 }, new float[] { -5, 1 }, new float[] { 5, 1 }), Progress.NONE);
		assertThat(codes.nonzeros(0)).isZero();
		assertThat(codes.nonzeros(1)).isZero();
		assertThat(codes.stopReason(0)).isEqualTo(StopReason.STALLED);
		assertThat(codes.dense(2)).containsExactly(5);
	}

	@Test
	void isWhatMatchingPursuitBecomesWithAStateThatSelectsByQuantiles() {
		final MatchingPursuitOptions options = new MatchingPursuitOptions(5, 0, Selection.SIGNED, false, 0.9);
		final QuantileFunctions functions = different(COUNT, 16, 3, 7);
		final double[] gains = new double[COUNT], ones = new double[COUNT];
		Arrays.setAll(gains, i -> 1 + i % 3);
		Arrays.fill(ones, 1);
		final SparseCodes expected = new QuantilePursuit(options, functions, Parallel.SERIAL).prepare(small).encode(short20, Progress.NONE);
		assertThat(Encoders.create(options, new HomeostasisState("HEH", new double[COUNT], ones, functions, true), Parallel.SERIAL).prepare(small).encode(short20, Progress.NONE)).isEqualTo(expected);
		final SparseCodes gained = new MatchingPursuit(options, gains, Parallel.SERIAL).prepare(small).encode(short20, Progress.NONE);
		assertThat(Encoders.create(options, new HomeostasisState("HAP", new double[COUNT], gains, functions, false), Parallel.SERIAL).prepare(small).encode(short20, Progress.NONE))
			.as("relaxation is no matter of gains").isEqualTo(gained)
			.isEqualTo(new MatchingPursuit(options.withRelaxation(1), gains, Parallel.SERIAL).prepare(small).encode(short20, Progress.NONE));
	}

	@Test
	void functionsOfOtherAtomsAndRelaxationsOutOfRangeAreRefusedNamingThem() {
		final MatchingPursuitOptions options = new MatchingPursuitOptions(5, 0, Selection.SIGNED);
		assertThatIllegalArgumentException().isThrownBy(() -> new QuantilePursuit(options, alike(7, 3), Parallel.SERIAL).prepare(small)).withMessageContainingAll("7", "" + COUNT);
		for (final double bad : new double[] { 0, -1, 1.01, Double.NaN })
			assertThatIllegalArgumentException().isThrownBy(() -> options.withRelaxation(bad)).withMessageContainingAll("relaxation", "" + bad);
	}

	/** 1000 patches in a dictionary learned with HEH: codes of the published code in float64. */
	@Test
	void codesOfTheLearnedDictionaryAreTheReference() {
		final Npy expected = Npy.reference("shl/codes/code_mp_heh_alpha1.npy");
		final Dictionary dictionary = Dictionary.ofUnitAtoms(PatchShape.square(18), 441, Npy.reference("shl/codes/dictionary.npy").floats());
		final QuantileFunctions functions = new QuantileFunctions(441, 128, 3, Npy.reference("shl/codes/pcum.npy").values());
		final SparseCodes codes = new QuantilePursuit(new MatchingPursuitOptions(13, 0, Selection.RECTIFIED), functions, Parallel.of(2)).prepare(dictionary)
			.encode(Signals.of(1000, 324, Npy.reference("shl/codes/patches.npy").floats()), Progress.NONE);
		for (int row = 0; row < 1000; row++) assertThat(Golden.check(codes, row, expected)).isBetween(1, 13);
	}
}
