package io.github.sparsej.convolve.readout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import io.github.sparsej.linalg.GradientCheck;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.Progress;
import io.github.sparsej.model.SparseCodes;
import io.github.sparsej.model.SparseCodesBuilder;
import io.github.sparsej.model.StopReason;

class ReadoutTest {

	private static final int FEATURES = 12;

	/** Rows of six features, those of the class (class * 4 to class * 4 + 3) more often than others. */
	private static SparseCodes rows(final int[] classes, final long seed) {
		final SplittableRandom random = new SplittableRandom(seed);
		final SparseCodesBuilder rows = new SparseCodesBuilder(FEATURES, classes.length);
		for (final int c : classes) {
			final int[] features = IntStream.range(0, FEATURES).filter(f -> random.nextDouble() < (f / 4 == c ? 0.8 : 0.3)).toArray();
			final float[] values = new float[features.length];
			for (int i = 0; i < values.length; i++) values[i] = (float) random.nextDouble(50, 150);
			rows.append(features, values, 0, values.length, StopReason.CONVERGED);
		}
		return rows.build();
	}

	private static int[] classes(final int count) {
		return IntStream.range(0, count).map(i -> i % 3).toArray();
	}

	private static List<String> names(final int[] classes) {
		return Arrays.stream(classes).mapToObj(c -> List.of("ring", "bar", "dot").get(c)).toList();
	}

	private static ReadoutResult train(final ReadoutOptions options, final int threads) {
		return new ReadoutTrainer(options, Parallel.of(threads)).train(rows(classes(300), 1), names(classes(300)), Progress.NONE);
	}

	@Test
	void probabilitiesAreThoseOfTheFormula() {
		final SoftmaxReadout readout = new SoftmaxReadout(List.of("a", "b"), 2, 2, new double[] { 1, -1, 0.5, 0, 3, -0.5 });
		final SparseCodes row = SparseCodes.of(2, new int[] { 0, 2, 3 }, new int[] { 0, 1, 1 }, new float[] { 4, 1, 2 }, new StopReason[] { StopReason.CONVERGED, StopReason.CONVERGED });
		final double a = Math.exp(4 / 2.0 - 1 / 2.0 + 0.5), b = Math.exp(3 / 2.0 - 0.5);
		assertThat(readout.probabilities(row, 0)[0]).isCloseTo(a / (a + b), within(1e-12));
		assertThat(readout.probabilities(row, 0)[1]).isCloseTo(b / (a + b), within(1e-12));
		assertThat(readout.classify(row)).containsExactly(0, 1);
		final SoftmaxReadout far = new SoftmaxReadout(List.of("a", "b"), 2, 1, new double[] { 1e5, 0, 0, 0, 0, 0 });
		assertThat(far.probabilities(row, 0)).containsExactly(1, 0);
	}

	@Test
	void gradientIsThatOfTheLoss() {
		final int[] classes = classes(30);
		final SoftmaxLoss loss = new SoftmaxLoss(rows(classes, 2), classes, 3, 77, 0.1, Parallel.of(2));
		final double[] at = new SplittableRandom(3).doubles(3 * (FEATURES + 1), -1, 1).toArray();
		assertThat(GradientCheck.relativeDifference(loss, at)).isLessThan(1e-8);
	}

	@Test
	void lossAtZeroIsThatOfChanceAndWeightsArePenalised() {
		final int[] classes = classes(30);
		final double[] weights = new double[3 * (FEATURES + 1)], gradient = new double[weights.length];
		assertThat(new SoftmaxLoss(rows(classes, 2), classes, 3, 1, 10, Parallel.SERIAL).evaluate(weights, gradient, Progress.NONE)).isCloseTo(Math.log(3), within(1e-12));
		// Equal weights of all classes leave the probabilities as they are; the biases are free.
		Arrays.fill(weights, 2);
		assertThat(new SoftmaxLoss(rows(classes, 2), classes, 3, 1, 10, Parallel.SERIAL).evaluate(weights, gradient, Progress.NONE)).isCloseTo(Math.log(3) + 0.5 * 10 * 4 * 3 * FEATURES, within(1e-9));
	}

	@Test
	void classesAreToldOfRowsNotTrainedOn() {
		final ReadoutResult result = train(ReadoutOptions.STANDARD, 1);
		assertThat(result.readout().classes()).containsExactly("bar", "dot", "ring");
		assertThat(result.train().total()).isEqualTo(225);
		assertThat(result.test().total()).isEqualTo(75);
		assertThat(result.test().accuracy()).isGreaterThan(0.75);
		assertThat(result.train().accuracy()).isGreaterThanOrEqualTo(result.test().accuracy());
		assertThat(result.complete()).isTrue();
		final List<Double> losses = result.loss().values();
		assertThat(losses.get(0)).isCloseTo(Math.log(3), within(1e-12));
		for (int i = 1; i < losses.size(); i++) assertThat(losses.get(i)).isLessThanOrEqualTo(losses.get(i - 1));
	}

	@Test
	void optimumHasNoGradient() {
		final ReadoutOptions options = new ReadoutOptions(1e-2, 1000, 1, 1);
		final ReadoutResult result = train(options, 1);
		assertThat(result.test().total()).isZero();
		assertThat(result.test().accuracy()).isNaN();
		// Classes in the order of their names: ring is 2, bar 0, dot 1.
		final int[] truth = Arrays.stream(classes(300)).map(c -> (c + 2) % 3).toArray();
		final double[] gradient = new double[3 * (FEATURES + 1)];
		new SoftmaxLoss(rows(classes(300), 1), truth, 3, result.readout().scale(), 1e-2, Parallel.SERIAL).evaluate(result.readout().weights(), gradient, Progress.NONE);
		for (final double slope : gradient) assertThat(slope).isCloseTo(0, within(1e-4));
	}

	@Test
	void scaleOfFeaturesDoesNotMatter() {
		final int[] classes = classes(60);
		final SparseCodes rows = rows(classes, 4);
		final float[] large = new float[rows.nonzeros()];
		final int[] features = new int[large.length], starts = new int[61];
		for (int e = 0; e < large.length; e++) {
			large[e] = 1024 * rows.coefficient(e);
			features[e] = rows.atom(e);
		}
		for (int row = 0; row <= 60; row++) starts[row] = rows.start(row);
		final StopReason[] reasons = new StopReason[60];
		Arrays.fill(reasons, StopReason.CONVERGED);
		final ReadoutTrainer trainer = new ReadoutTrainer(ReadoutOptions.STANDARD, Parallel.SERIAL);
		final ReadoutResult one = trainer.train(rows, names(classes), Progress.NONE), scaled = trainer.train(SparseCodes.of(FEATURES, starts, features, large, reasons), names(classes), Progress.NONE);
		assertThat(scaled.readout().scale()).isCloseTo(1024 * one.readout().scale(), within(1e-6));
		for (int i = 0; i < one.readout().weights().length; i++) assertThat(scaled.readout().weights()[i]).isCloseTo(one.readout().weights()[i], within(1e-9));
	}

	@Test
	void resultsAreTheSameBitsOnAnyNumberOfThreads() {
		final double[] one = train(ReadoutOptions.STANDARD, 1).readout().weights();
		for (final int threads : new int[] { 2, 8 }) assertThat(train(ReadoutOptions.STANDARD, threads).readout().weights()).containsExactly(one);
	}

	@Test
	void whereItIsStoppedTheWeightsSoFarAreKept() {
		final ReadoutTrainer trainer = new ReadoutTrainer(ReadoutOptions.STANDARD, Parallel.SERIAL);
		final ReadoutResult stopped = trainer.train(rows(classes(60), 1), names(classes(60)), (fraction, what) -> fraction < 0.01);
		assertThat(stopped.complete()).isFalse();
		assertThat(stopped.loss().values().size()).isLessThan(10);
	}

	@Test
	void splitTakesItsShareOfEveryClass() {
		final int[] labels = IntStream.range(0, 47).map(i -> i < 30 ? 0 : i < 45 ? 1 : i - 43).toArray();
		final StratifiedSplit split = new StratifiedSplit(labels, 4, 0.7, 5);
		assertThat(count(split.train(), labels, 0)).isEqualTo(21);
		assertThat(count(split.train(), labels, 1)).isEqualTo(11);
		assertThat(split.train()).as("classes of a single row").contains(45, 46);
		assertThat(IntStream.concat(Arrays.stream(split.train()), Arrays.stream(split.test())).sorted().toArray()).containsExactly(IntStream.range(0, 47).toArray());
		assertThat(new StratifiedSplit(labels, 4, 0.7, 5).train()).containsExactly(split.train());
		assertThat(new StratifiedSplit(labels, 4, 0.7, 6).train()).isNotEqualTo(split.train());
		assertThat(count(new StratifiedSplit(labels, 4, 0.99, 5).test(), labels, 1)).isEqualTo(1);
		assertThat(count(new StratifiedSplit(labels, 4, 0.01, 5).train(), labels, 1)).isEqualTo(1);
		assertThat(new StratifiedSplit(labels, 4, 1, 5).test()).isEmpty();
	}

	private static long count(final int[] rows, final int[] labels, final int label) {
		return Arrays.stream(rows).filter(row -> labels[row] == label).count();
	}

	@Test
	void confusionCounts() {
		final Confusion confusion = new Confusion(List.of("a", "b", "c"), new int[] { 0, 0, 1, 2, 2 }, new int[] { 0, 1, 1, 2, 0 });
		assertThat(confusion.count(0, 1)).isEqualTo(1);
		assertThat(confusion.count(2, 0)).isEqualTo(1);
		assertThat(confusion.count(1, 0)).isZero();
		assertThat(confusion.accuracy()).isEqualTo(0.6);
		assertThat(confusion.classes()).containsExactly("a", "b", "c");
	}

	@Test
	void whatIsNotAllowedIsNamed() {
		final ReadoutTrainer trainer = new ReadoutTrainer(ReadoutOptions.STANDARD, Parallel.SERIAL);
		final SparseCodes rows = rows(classes(3), 1);
		assertThatThrownBy(() -> trainer.train(rows, List.of("a"), Progress.NONE)).isInstanceOf(IllegalArgumentException.class).hasMessageContainingAll("3 images", "1");
		assertThatThrownBy(() -> trainer.train(rows, List.of("a", "a", "a"), Progress.NONE)).isInstanceOf(IllegalArgumentException.class).hasMessageContainingAll("2 classes", "[a]");
		final SparseCodes dark = new SparseCodesBuilder(3, 2).build();
		assertThatThrownBy(() -> trainer.train(dark, List.of("a", "b"), Progress.NONE)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("all 0");
		assertThatThrownBy(() -> new ReadoutOptions(-1, 1, 0.5, 1)).isInstanceOf(IllegalArgumentException.class).hasMessageContainingAll("l2", "-1");
		assertThatThrownBy(() -> new ReadoutOptions(0, 0, 0.5, 1)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("maxIterations");
		assertThatThrownBy(() -> new ReadoutOptions(0, 1, 0, 1)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("trainShare");
		final SoftmaxReadout readout = new SoftmaxReadout(List.of("a", "b"), 2, 1, new double[6]);
		assertThatThrownBy(() -> readout.classify(rows)).isInstanceOf(IllegalArgumentException.class).hasMessageContainingAll("2 features", "12");
		assertThatThrownBy(() -> new SoftmaxReadout(List.of("a", "b"), 2, 1, new double[5])).isInstanceOf(IllegalArgumentException.class).hasMessageContainingAll("6", "5");
	}
}
