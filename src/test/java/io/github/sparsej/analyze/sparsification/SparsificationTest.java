package io.github.sparsej.analyze.sparsification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.github.sparsej.analyze.sparsification.SparsificationHistory.Ending;
import io.github.sparsej.model.Progress;
import io.github.sparsej.testing.Npy;

/** The simulation against arrays of the original, and against a plain loop where there are none. */
class SparsificationTest {

	/** Relative, of sums. What is a difference of sums near 1, or a weight about to fall, is held against it absolutely. */
	private static final double CLOSE = 1e-10;

	private static SparsificationOptions options(final int weights, final double lambda) {
		return new SparsificationOptions(weights, lambda, 0.5, 42);
	}

	private static double[] row(final SparsificationRecord r) {
		return new double[] { r.step(), r.time(), r.weightsLeft(), r.oneNorm(), r.featureBenefit(), r.totalSquaredDeviation(), r.relativeVariance(), r.gamma(), r.largest(), r.median(), r.smallest() };
	}

	private static void assertRecord(final SparsificationRecord actual, final double[] expected) {
		final double[] values = row(actual);
		for (int column = 0; column < values.length; column++) {
			if (Double.isNaN(expected[column])) assertThat(values[column]).as("column %d of step %d, with no weight left", column, actual.step()).isNaN();
			if (Double.isNaN(expected[column])) continue;
			final double tolerance = column < 3 ? 0 : CLOSE * (column == 3 ? expected[column] : Math.max(1e-2, Math.abs(expected[column])));
			assertThat(values[column]).as("column %d of step %d", column, actual.step()).isCloseTo(expected[column], within(tolerance));
		}
	}

	@ParameterizedTest
	@CsvSource({ "50, 1e-2, 298", "1000, 1e-5, 0" })
	void everyRecordIsThatOfTheOriginal(final int m, final double lambda, final int steps) {
		final Npy expected = Npy.golden("sparsification/history_m" + m + ".npy");
		final double[] first = Npy.golden("sparsification/w_init_m" + m + ".npy").values();
		final SparsificationHistory history = new Sparsification(options(m, lambda)).run(first, Progress.NONE);
		final List<double[]> plain = PlainSparsification.run(first, lambda, 0.5);
		assertThat(history.ending()).isEqualTo(Ending.ONE_WEIGHT_LEFT);
		assertThat(history.records()).hasSize(expected.shape()[0]);
		assertThat(plain).hasSize(expected.shape()[0]);
		for (int i = 0; i < history.records().size(); i++) {
			final double[] golden = Arrays.copyOfRange(expected.values(), 13 * i, 13 * (i + 1));
			assertThat(plain.get(i)).as("a plain loop has the same bits").isEqualTo(Arrays.copyOf(golden, 11));
			assertRecord(history.records().get(i), golden);
			final double time = history.records().get(i).time();
			assertThat(SparsificationTheory.weightsLeft(m, lambda, time)).isCloseTo(golden[11], withinPercentage(1e-11));
			assertThat(SparsificationTheory.oneNorm(m, lambda, time)).isCloseTo(golden[12], withinPercentage(1e-11));
		}
		if (steps > 0) assertThat(history.records().get(history.records().size() - 1).step()).isEqualTo(steps - 1);
	}

	private static void compare(final SparsificationOptions options) {
		final Sparsification sparsification = new Sparsification(options);
		final double[] first = sparsification.firstWeights();
		final List<double[]> plain = PlainSparsification.run(first, options.lambda(), options.step());
		final SparsificationHistory history = sparsification.run(Progress.NONE);
		assertThat(history.records()).hasSize(plain.size());
		for (int i = 0; i < plain.size(); i++) assertRecord(history.records().get(i), plain.get(i));
	}

	/** Steps of other sizes than a power of 2, few and many weights, cheap and dear ones. */
	@ParameterizedTest
	@CsvSource({ "2, 1e-3, 0.5", "3, 1e-2, 0.5", "17, 0.2, 0.5", "200, 1e-3, 0.25", "2000, 1e-4, 0.75", "10000, 1e-5, 0.5", "100000, 1e-5, 0.5", "1000000, 1e-5, 0.5" })
	void manyWeightsFareAsInAPlainLoop(final int weights, final double lambda, final double step) {
		for (int seed = 1; seed <= (weights < 5000 ? 10 : 1); seed++) compare(new SparsificationOptions(weights, lambda, step, seed));
	}

	/** A gap that has to grow a millionfold: what rounding does to it, grows with it. */
	@Test
	void twoWeightsThatNearlyAgreePart() {
		final SparsificationHistory history = new Sparsification(options(3, 1e-3)).run(new double[] { 0.5 * (1 + 1e-6), 0.5, 0.1 }, Progress.NONE);
		assertThat(history.ending()).isEqualTo(Ending.ONE_WEIGHT_LEFT);
		final List<double[]> plain = PlainSparsification.run(new double[] { 0.5 * (1 + 1e-6), 0.5, 0.1 }, 1e-3, 0.5);
		assertThat(history.records()).hasSize(plain.size());
		for (int i = 0; i < plain.size(); i++) assertThat(history.records().get(i).oneNorm()).isCloseTo(plain.get(i)[3], withinPercentage(1e-6));
	}

	@Test
	void weightsThatAreTheSameNeverPart() {
		assertThat(new Sparsification(options(3, 1e-2)).run(new double[] { 0.5, 0.5, 0.1 }, Progress.NONE).ending()).isEqualTo(Ending.STALLED);
	}

	@Test
	void whereLambdaIsTooLargeTheLastRecordHasNoWeights() {
		final SparsificationHistory history = new Sparsification(options(100, 1)).run(Progress.NONE);
		assertThat(history.ending()).isEqualTo(Ending.NO_WEIGHT_LEFT);
		final SparsificationRecord last = history.records().get(history.records().size() - 1);
		assertThat(last.weightsLeft()).isZero();
		assertThat(new double[] { last.largest(), last.median(), last.smallest() }).containsOnly(Double.NaN);
		assertThat(last.oneNorm()).isPositive();
	}

	/** 1 + step (1 - sum of squares) is below 0, which turns all signs. */
	@Test
	void whereAStepTurnsAllWeightsNoneIsLeft() {
		final SparsificationHistory history = new Sparsification(options(2, 1e-5)).run(new double[] { 2, 1 }, Progress.NONE);
		assertThat(history.ending()).isEqualTo(Ending.NO_WEIGHT_LEFT);
		assertThat(history.records()).extracting(SparsificationRecord::weightsLeft).containsExactly(0);
	}

	@Test
	void theLastWeightComesToRestWhereTheoryHasIt() {
		final double lambda = 1e-2;
		final double[] w = { 0.2, 1e-12 };
		for (int step = 0; step < 200; step++) w[0] += 0.5 * ((1 - w[0] * w[0]) * w[0] - lambda);
		assertThat(SparsificationTheory.stationaryWeight(lambda)).isCloseTo(w[0], within(1e-14)).isCloseTo(1 - lambda / 2, within(lambda * lambda));
		assertThat(SparsificationTheory.stationaryWeight(SparsificationTheory.LARGEST_LAMBDA)).isCloseTo(1 / Math.sqrt(3), within(1e-7));
		assertThat(SparsificationTheory.stationaryWeight(0.39)).isNaN();
	}

	@Test
	void tracesAreTheWeightsOfTheirRanks() {
		final SparsificationHistory history = new Sparsification(options(1000, 1e-3)).run(Progress.NONE);
		assertThat(history.traces()).extracting(WeightTrace::rank).containsExactly(1, 2, 5, 10, 20, 50, 100, 200, 500, 1000);
		assertThat(history.traces().get(0).values()).isEqualTo(history.records().stream().map(SparsificationRecord::largest).toList());
		for (final WeightTrace trace : history.traces()) {
			assertThat(trace.values()).as("rank %d", trace.rank()).hasSize((int) history.records().stream().filter(r -> r.weightsLeft() >= trace.rank()).count()).allMatch(w -> w > 0);
			for (int i = 0; i < trace.values().size(); i++)
				if (history.records().get(i).weightsLeft() == trace.rank()) assertThat(trace.values().get(i)).isEqualTo(history.records().get(i).smallest());
		}
	}

	@Test
	void theFirstWeightsAreHalfNormalAndOfTheSeed() {
		final double[] first = new Sparsification(options(100000, 1e-5)).firstWeights();
		assertThat(IntStream.range(1, first.length).allMatch(i -> first[i] <= first[i - 1])).isTrue();
		assertThat(Arrays.stream(first).map(w -> w * w).sum()).isCloseTo(0.81, within(0.02));
		assertThat(Arrays.stream(first).sum()).isCloseTo(0.9 * Math.sqrt(2 / Math.PI * 100000), withinPercentage(1));
		assertThat(new Sparsification(options(100000, 1e-3)).firstWeights()).isEqualTo(first);
		assertThat(new Sparsification(new SparsificationOptions(100000, 1e-5, 0.5, 43)).firstWeights()).isNotEqualTo(first);
	}

	@Test
	void aRunThatIsStoppedKeepsItsRecords() {
		final int[] asked = { 0 };
		final Sparsification sparsification = new Sparsification(options(1000, 1e-5));
		final SparsificationHistory whole = sparsification.run(Progress.NONE), stopped = sparsification.run((fraction, what) -> {
			assertThat(fraction).isBetween(0.0, 1.0);
			return ++asked[0] < 4;
		});
		assertThat(stopped.ending()).isEqualTo(Ending.CANCELLED);
		assertThat(asked[0]).isEqualTo(4);
		assertThat(stopped.records()).isNotEmpty().hasSizeLessThan(whole.records().size()).isEqualTo(whole.records().subList(0, stopped.records().size()));
		assertThat(sparsification.run((fraction, what) -> false).records()).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
		"1 | 1e-5 | 0.5 | weights must be at least 2", "10 | 0 | 0.5 | lambda must be finite and above 0, got 0.0", "10 | NaN | 0.5 | lambda must be", "10 | Infinity | 0.5 | lambda must be",
		"10 | 1e-5 | 0 | step must be above 0 and below 1", "10 | 1e-5 | 1 | diverge", "10 | 1e-5 | NaN | step must be"
	})
	void optionsThatDoNotDoAreRefused(final int weights, final double lambda, final double step, final String message) {
		assertThatThrownBy(() -> new SparsificationOptions(weights, lambda, step, 1)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining(message);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "0.1,0.2 | weight 2 is 0.2", "0.1,0 | weight 2 is 0.0", "NaN,0.1 | weight 1 is NaN", "Infinity,0.1 | weight 1 is Infinity", "0.1 | there must be 2 weights" })
	void weightsThatDoNotDoAreRefused(final String weights, final String message) {
		final double[] first = Arrays.stream(weights.split(",")).mapToDouble(Double::parseDouble).toArray();
		assertThatThrownBy(() -> new Sparsification(options(2, 1e-5)).run(first, Progress.NONE)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining(message);
	}
}
