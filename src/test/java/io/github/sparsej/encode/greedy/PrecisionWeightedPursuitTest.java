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
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.sparsej.encode.Encoder;
import io.github.sparsej.encode.Residuals;
import io.github.sparsej.encode.greedy.MatchingPursuitOptions.Selection;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.Dictionary;
import io.github.sparsej.model.PatchShape;
import io.github.sparsej.model.Progress;
import io.github.sparsej.model.QuantileFunctions;
import io.github.sparsej.model.Signals;
import io.github.sparsej.model.SparseCodes;
import io.github.sparsej.model.StopReason;

/** The contract holds with equal precisions, with which this is matching pursuit; the tests here are of different ones. */
class PrecisionWeightedPursuitTest extends GreedyContract {

	private static final int COUNT = 30, SIZE = 20;

	private final Dictionary small = dictionary(COUNT, SIZE, 1);
	private final Signals short20 = signals(150, SIZE, 2);

	@Override
	Encoder encoder(final int maxNonzeros, final double residualTolerance, final boolean atLeastOne, final Parallel parallel) {
		final MatchingPursuitOptions options = new MatchingPursuitOptions(maxNonzeros, residualTolerance, Selection.SIGNED, atLeastOne);
		return d -> new PrecisionWeightedPursuit(options, equal(d, 3), null, parallel).prepare(d);
	}

	private static double[] equal(final Dictionary d, final double value) {
		final double[] precision = new double[d.atomCount() * d.signalLength()];
		Arrays.fill(precision, value);
		return precision;
	}

	private static double[] different() {
		return new SplittableRandom(3).doubles(COUNT * SIZE, 0.2, 5).toArray();
	}

	private static double[] gains() {
		final double[] gains = new double[COUNT];
		for (int i = 0; i < COUNT; i++) gains[i] = 0.5 + i % 3;
		return gains;
	}

	private SparseCodes encode(final int steps, final double tolerance, final Selection selection, final double[] precision, final double[] gains) {
		return new PrecisionWeightedPursuit(new MatchingPursuitOptions(steps, tolerance, selection), precision, gains, Parallel.of(2)).prepare(small).encode(short20, Progress.NONE);
	}

	/** The formulas as they are written, with c updated by the matrix G, in float64. */
	private double[] naive(final int row, final int steps, final Selection selection, final double[] w, final double[] g) {
		return naive(row, steps, selection, w, (i, score) -> (g == null ? 1 : g[i]) * score, 1);
	}

	private interface Score {
		double of(int atom, double correlation);
	}

	/** @param score of |c| / n, or of its positive part */
	private double[] naive(final int row, final int steps, final Selection selection, final double[] w, final Score rule, final double relaxation) {
		final double[] code = new double[COUNT], c = new double[COUNT];
		final double[][] gram = new double[COUNT][COUNT];
		for (int i = 0; i < COUNT; i++) {
			final float[] atom = small.atom(i);
			for (int j = 0; j < SIZE; j++) {
				c[i] += short20.value(row, j) * w[i * SIZE + j] * atom[j];
				for (int k = 0; k < COUNT; k++) gram[i][k] += atom[j] * w[k * SIZE + j] * (double) small.atom(k)[j];
			}
		}
		for (int step = 0; step < steps; step++) {
			int best = 0;
			double highest = Double.NEGATIVE_INFINITY;
			for (int i = 0; i < COUNT; i++) {
				final double score = rule.of(i, (selection == Selection.SIGNED ? Math.abs(c[i]) : Math.max(c[i], 0)) / Math.sqrt(gram[i][i]));
				if (score > highest) {
					highest = score;
					best = i;
				}
			}
			final double taken = relaxation * c[best] / gram[best][best];
			code[best] += taken;
			for (int i = 0; i < COUNT; i++) c[i] -= taken * gram[best][i];
		}
		return code;
	}

	@ParameterizedTest
	@EnumSource
	void codesAreThoseOfTheFormulas(final Selection selection) {
		for (final double[] gains : new double[][] { null, gains() }) {
			final SparseCodes codes = encode(8, 0, selection, different(), gains);
			for (int row = 0; row < short20.count(); row++) {
				final double[] expected = naive(row, 8, selection, different(), gains);
				for (int i = 0; i < COUNT; i++) assertThat((double) codes.dense(row)[i]).as("signal %d, atom %d", row, i).isCloseTo(expected[i], within(1e-5));
			}
		}
	}

	@ParameterizedTest
	@EnumSource
	void atomsAreSelectedByQuantileFunctionsAtTheScoreOfTheFormulas(final Selection selection) {
		final QuantileFunctions functions = QuantilePursuitTest.different(COUNT, 40, 3, 5);
		for (final double scale : new double[] { 1, 0.01, 37 }) {
			final double[] precision = Arrays.stream(different()).map(w -> w * scale).toArray();
			final MatchingPursuitOptions options = new MatchingPursuitOptions(8, 0, selection).withRelaxation(0.8);
			final SparseCodes codes = PrecisionWeightedPursuit.byQuantiles(options, precision, functions, Parallel.of(2)).prepare(small).encode(short20, Progress.NONE);
			for (int row = 0; row < short20.count(); row++) {
				final double[] expected = naive(row, 8, selection, precision, (i, correlation) -> QuantileScreenTest.published(functions, i, correlation), 0.8);
				for (int i = 0; i < COUNT; i++) assertThat((double) codes.dense(row)[i]).as("signal %d, atom %d", row, i).isCloseTo(expected[i], within(1e-5));
			}
		}
	}

	@ParameterizedTest
	@EnumSource
	void equalPrecisionsAreMatchingPursuit(final Selection selection) {
		for (final double value : new double[] { 1, 7e-5 }) {
			final SparseCodes codes = encode(8, 0, selection, equal(small, value), gains());
			final SparseCodes expected = new MatchingPursuit(new MatchingPursuitOptions(8, 0, selection), gains(), Parallel.SERIAL).prepare(small).encode(short20, Progress.NONE);
			for (int row = 0; row < short20.count(); row++)
				for (int i = 0; i < COUNT; i++) assertThat(codes.dense(row)[i]).isCloseTo(expected.dense(row)[i], within(3e-6f));
		}
	}

	@ParameterizedTest
	@ValueSource(doubles = { 0x1p-200, 0x1p-20, 0x1p+30, 0x1p+900 })
	void onlyRatiosOfPrecisionsMatter(final double scale) {
		final double[] scaled = different();
		for (int k = 0; k < scaled.length; k++) scaled[k] *= scale;
		assertThat(encode(6, 0, Selection.SIGNED, scaled, null)).isEqualTo(encode(6, 0, Selection.SIGNED, different(), null));
	}

	@Test
	void precisionsOfSixteenOrdersOfMagnitudeGiveTheFormulasToo() {
		final double[] precision = different();
		for (int k = 0; k < precision.length; k += 7) precision[k] *= 1e16;
		final SparseCodes codes = encode(3, 0, Selection.SIGNED, precision, null);
		for (int row = 0; row < short20.count(); row++) {
			final double[] expected = naive(row, 3, Selection.SIGNED, precision, null);
			double largest = 0;
			for (final double value : expected) largest = Math.max(largest, Math.abs(value));
			for (int i = 0; i < COUNT; i++) assertThat((double) codes.dense(row)[i]).isCloseTo(expected[i], within(2e-5 * largest));
		}
	}

	@Test
	void toleranceIsThePlainNormOfTheResidual() {
		final double tolerance = 3;
		final SparseCodes codes = encode(60, tolerance, Selection.SIGNED, different(), null);
		final double[] norms = Residuals.norms(short20, codes, small, Parallel.SERIAL);
		int reached = 0;
		for (int row = 0; row < norms.length; row++) {
			if (codes.stopReason(row) != StopReason.TOLERANCE) continue;
			reached++;
			assertThat(norms[row]).isLessThanOrEqualTo(tolerance * (1 + 1e-6));
		}
		assertThat(reached).isGreaterThan(75);
	}

	@Test
	void stepsThatDoNotConvergeEndBeforeTheyLeaveTheRangeOfFloat32() {
		// Each atom looks where the other is large: what one takes makes the other's correlation grow.
		final Dictionary pair = Dictionary.normalized(new PatchShape(2, 1, 1, 1), 2, new float[] { 3, 1, 1, 3 });
		final MatchingPursuitOptions options = new MatchingPursuitOptions(100_000, 0, Selection.SIGNED);
		final SparseCodes codes = new PrecisionWeightedPursuit(options, new double[] { 1e-3, 1, 1, 1e-3 }, null, Parallel.SERIAL).prepare(pair).encode(signals(20, 2, 4), Progress.NONE);
		assertThat(codes.count(StopReason.STALLED)).isEqualTo(20);
		for (int k = 0; k < codes.nonzeros(); k++) assertThat(codes.coefficient(k)).isFinite();
	}

	@Test
	void precisionsOutOfRangeOrOfAnotherNumberAreRefusedNamingThem() {
		final MatchingPursuitOptions options = new MatchingPursuitOptions(5, 0, Selection.SIGNED);
		for (final double bad : new double[] { 0, -2, Double.NaN, Double.POSITIVE_INFINITY })
			assertThatIllegalArgumentException().isThrownBy(() -> new PrecisionWeightedPursuit(options, new double[] { 1, bad }, null, Parallel.SERIAL)).withMessageContaining("" + bad);
		assertThatIllegalArgumentException().isThrownBy(() -> new PrecisionWeightedPursuit(options, new double[7], null, Parallel.SERIAL));
		assertThatIllegalArgumentException().isThrownBy(() -> new PrecisionWeightedPursuit(options, new double[] { 1, 2, 3 }, null, Parallel.SERIAL).prepare(small))
			.withMessageContainingAll("3", "" + COUNT, "" + SIZE);
		assertThatIllegalArgumentException().isThrownBy(() -> new PrecisionWeightedPursuit(options, different(), new double[7], Parallel.SERIAL).prepare(small)).withMessageContainingAll("7", "" + COUNT);
		final double[] nothing = different();
		Arrays.fill(nothing, SIZE, 2 * SIZE, 1e-90);
		assertThatIllegalArgumentException().isThrownBy(() -> new PrecisionWeightedPursuit(options, nothing, null, Parallel.SERIAL).prepare(small)).withMessageContaining("atom 2");
	}
}
