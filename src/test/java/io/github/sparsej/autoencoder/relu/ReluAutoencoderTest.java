package io.github.sparsej.autoencoder.relu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import io.github.sparsej.autoencoder.AutoencoderResult;
import io.github.sparsej.encode.feedforward.Activation;
import io.github.sparsej.encode.feedforward.FeedForward;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.LearningCurve;
import io.github.sparsej.model.Progress;

class ReluAutoencoderTest {

	private static final int LENGTH = 12;

	/** Sums of one or two of 6 patterns, each of two values of its own, with positive coefficients. */
	private static double[][] planted(final int count) {
		final SplittableRandom random = new SplittableRandom(11);
		final double[][] signals = new double[count][LENGTH];
		for (final double[] signal : signals)
			for (int i = 0; i < 1 + random.nextInt(2); i++) {
				final int pattern = random.nextInt(6);
				final double coefficient = 1 + random.nextDouble();
				signal[2 * pattern] += coefficient;
				signal[2 * pattern + 1] -= coefficient;
			}
		return signals;
	}

	private static ReluOptions options(final double lambda, final int iterations) {
		return ReluOptions.of(6, lambda, iterations, 5).withEta(0.01).withBatchSize(50);
	}

	private static List<Double> curve(final AutoencoderResult result, final String quantity) {
		return result.curves().stream().filter(curve -> curve.quantity().equals(quantity)).map(LearningCurve::values).findFirst().orElseThrow();
	}

	private static double[] weights(final FeedForward network) {
		final double[][] rows = IntStream.range(0, network.units()).boxed().flatMap(i -> List.of(network.encoder(i), network.decoder(i)).stream()).toArray(double[][]::new);
		return IntStream.range(0, rows.length + 2).mapToObj(i -> i < rows.length ? rows[i] : i == rows.length ? network.encoderBias() : network.decoderBias()).flatMapToDouble(Arrays::stream).toArray();
	}

	@Test
	void learnsToReconstruct() {
		final AutoencoderResult result = new ReluAutoencoder(ReluOptions.of(12, 0, 1500, 5).withEta(0.01).withBatchSize(50), Parallel.of(2)).learn(planted(400), Progress.NONE);
		final List<Double> errors = curve(result, "reconstruction error (all signals)");
		assertThat(errors.get(0)).isGreaterThan(4);
		assertThat(result.figures().get("Reconstruction error")).isLessThan(0.05 * errors.get(0));
		assertThat(result.complete()).isTrue();
		assertThat(result.figures().get("Iterations")).isEqualTo(1500);
		assertThat(result.curves().get(0).steps()).hasSize(20).startsWith(1, 76).endsWith(1426);
		assertThat(result.curves().get(1).steps()).hasSize(21).startsWith(1, 76).endsWith(1426, 1501);
		assertThat(errors.get(20)).as("after the last step").isEqualTo(result.figures().get("Reconstruction error"));
		assertThat(result.network().hidden()).isEqualTo(Activation.RELU);
		assertThat(result.network().output()).isEqualTo(Activation.LINEAR);
	}

	@Test
	void lambdaMakesCodesSmallAndSparse() {
		final AutoencoderResult without = new ReluAutoencoder(options(0, 1000), Parallel.of(2)).learn(planted(400), Progress.NONE), with = new ReluAutoencoder(options(0.05, 1000), Parallel.of(2)).learn(planted(400), Progress.NONE);
		assertThat(with.figures().get("Mean l1 norm of codes")).isLessThan(0.7 * without.figures().get("Mean l1 norm of codes"));
		assertThat(with.figures().get("Active (%)")).isLessThan(without.figures().get("Active (%)"));
		assertThat(with.figures().get("Objective")).isCloseTo(with.figures().get("Reconstruction error") + 0.05 * with.figures().get("Mean l1 norm of codes") + 5e-4 * with.figures().get("Sum of reciprocal mean activities")
			+ 0.05 * with.figures().get("Squared norm of the decoder"), within(1e-12));
	}

	/** By plain loops over the published formulas. */
	@Test
	void stepsAreThoseOfAdam() {
		final double[][] signals = planted(7);
		final ReluOptions options = options(0.3, 3).withEntropyWeight(0.1).withWeightDecay(0.2).withRecordEvery(1);
		final FeedForward start = new ReluAutoencoder(options(0, 1).withEta(1e-300), Parallel.SERIAL).learn(signals, Progress.NONE).network();
		final int[][] batches = { { 0, 1, 2, 3 }, { 6, 5 }, { 4, 2, 0 } };
		final FeedForward learned = new ReluAutoencoder(options, start, i -> batches[i], Parallel.of(8)).learn(signals, Progress.NONE).network();
		final double[] theta = weights(start), mu = new double[theta.length], nu = new double[theta.length];
		for (int t = 1; t <= 3; t++) {
			final double[] gradient = gradient(theta, Arrays.stream(batches[t - 1]).mapToObj(i -> signals[i]).toArray(double[][]::new), options);
			for (int i = 0; i < theta.length; i++) {
				mu[i] = 0.9 * mu[i] + 0.1 * gradient[i];
				nu[i] = 0.999 * nu[i] + 0.001 * gradient[i] * gradient[i];
				theta[i] -= 0.01 * mu[i] / (1 - Math.pow(0.9, t)) / (Math.sqrt(nu[i] / (1 - Math.pow(0.999, t))) + 1e-8);
			}
		}
		final double[] actual = weights(learned);
		for (int i = 0; i < theta.length; i++) assertThat(actual[i]).as("weight " + i).isCloseTo(theta[i], within(1e-9));
	}

	/** In the order of {@link #weights}: for every unit what it looks for and what it puts in, then both biases. */
	private static double[] gradient(final double[] theta, final double[][] x, final ReluOptions options) {
		final int p = 6, n = x.length, b = 2 * p * LENGTH, a = b + p;
		final double[][] z = new double[n][p], r = new double[n][LENGTH];
		final double[] mean = new double[p], gradient = new double[theta.length];
		for (int i = 0; i < n; i++) {
			for (int j = 0; j < p; j++) {
				double sum = theta[b + j];
				for (int k = 0; k < LENGTH; k++) sum += x[i][k] * theta[2 * j * LENGTH + k];
				z[i][j] = Math.max(0, sum);
				mean[j] += z[i][j] / n;
			}
			for (int k = 0; k < LENGTH; k++) {
				r[i][k] = theta[a + k] - x[i][k];
				for (int j = 0; j < p; j++) r[i][k] += z[i][j] * theta[(2 * j + 1) * LENGTH + k];
				r[i][k] *= 2.0 / n;
				gradient[a + k] += r[i][k];
			}
		}
		for (int j = 0; j < p; j++) {
			for (int k = 0; k < LENGTH; k++) gradient[(2 * j + 1) * LENGTH + k] = 2 * options.weightDecay() * theta[(2 * j + 1) * LENGTH + k];
			for (int i = 0; i < n; i++) {
				if (z[i][j] == 0) continue;
				double dz = (options.lambda() - options.entropyWeight() / (mean[j] * mean[j])) / n;
				for (int k = 0; k < LENGTH; k++) dz += r[i][k] * theta[(2 * j + 1) * LENGTH + k];
				gradient[b + j] += dz;
				for (int k = 0; k < LENGTH; k++) {
					gradient[2 * j * LENGTH + k] += dz * x[i][k];
					gradient[(2 * j + 1) * LENGTH + k] += z[i][j] * r[i][k];
				}
			}
		}
		return gradient;
	}

	@Test
	void anyNumberOfThreadsLearnsTheSame() {
		final double[][] signals = planted(300);
		final ReluOptions options = options(0.1, 40).withBatchSize(130);
		final AutoencoderResult one = new ReluAutoencoder(options, Parallel.SERIAL).learn(signals, Progress.NONE);
		for (final int threads : new int[] { 2, 8 }) {
			final AutoencoderResult many = new ReluAutoencoder(options, Parallel.of(threads)).learn(signals, Progress.NONE);
			assertThat(weights(many.network())).containsExactly(weights(one.network()));
			assertThat(many.curves()).isEqualTo(one.curves());
			assertThat(many.figures()).isEqualTo(one.figures());
		}
	}

	@Test
	void anotherSeedLearnsAnotherAndRecordsChangeNothing() {
		final double[][] signals = planted(100), before = Arrays.stream(signals).map(double[]::clone).toArray(double[][]::new);
		final ReluOptions options = options(0.1, 20);
		final double[] weights = weights(new ReluAutoencoder(options, Parallel.SERIAL).learn(signals, Progress.NONE).network());
		assertThat(signals).isDeepEqualTo(before);
		assertThat(weights(new ReluAutoencoder(options.withRecordEvery(3), Parallel.SERIAL).learn(signals, Progress.NONE).network())).containsExactly(weights);
		assertThat(weights(new ReluAutoencoder(ReluOptions.of(6, 0.1, 20, 6).withEta(0.01).withBatchSize(50), Parallel.SERIAL).learn(signals, Progress.NONE).network())).isNotEqualTo(weights);
	}

	@Test
	void aStopKeepsTheNetworkSoFar() {
		final double[][] signals = planted(200);
		final double[] sixteen = weights(new ReluAutoencoder(ReluOptions.of(6, 0.1, 16, 5).withEta(0.01).withBatchSize(50), Parallel.SERIAL).learn(signals, Progress.NONE).network());
		final AutoencoderResult stopped = new ReluAutoencoder(options(0.1, 32).withRecordEvery(10), Parallel.SERIAL).learn(signals, (fraction, what) -> {
			assertThat(what).isEqualTo("Learning dictionary");
			return fraction < 0.5;
		});
		assertThat(stopped.complete()).isFalse();
		assertThat(stopped.figures()).containsOnlyKeys("Iterations").containsValue(16.0);
		assertThat(stopped.curves().get(0).steps()).containsExactly(1, 11);
		assertThat(weights(stopped.network())).containsExactly(sixteen);
		final AutoencoderResult none = new ReluAutoencoder(options(0.1, 32), Parallel.SERIAL).learn(signals, (fraction, what) -> false);
		assertThat(none.figures()).containsValue(0.0);
		assertThat(none.network().decoder(0)).containsOnly(0);
	}

	/** A step of one batch of all is many pieces of work, of which none begins after the stop. */
	@Test
	void aStopWithinAStepEndsIt() {
		final double[][] signals = planted(400);
		final ReluOptions options = options(0.1, 3).withBatchSize(400).withRecordEvery(2);
		final int[] calls = new int[2];
		final AutoencoderResult whole = new ReluAutoencoder(options, Parallel.SERIAL).learn(signals, (fraction, what) -> calls[0]++ >= 0);
		assertThat(calls[0]).isGreaterThan(150);
		for (int asked = 0; asked < 140; asked += 3) {
			final int last = asked;
			calls[1] = 0;
			final AutoencoderResult stopped = new ReluAutoencoder(options, Parallel.SERIAL).learn(signals, (fraction, what) -> calls[1]++ < last);
			assertThat(calls[1]).as("a stop after the last piece is asked for again before the next").isBetween(last + 1, last + 2);
			assertThat(stopped.complete()).isFalse();
			for (final LearningCurve curve : stopped.curves()) assertThat(curve.values()).isEqualTo(curve(whole, curve.quantity()).subList(0, curve.values().size()));
		}
	}

	@Test
	void beginsWithNormalEntriesOfVarianceOneOverTheLength() {
		final double[][] signals = new double[80][400];
		signals[0][0] = 1;
		final FeedForward start = new ReluAutoencoder(ReluOptions.of(80, 0, 1, 1), Parallel.SERIAL).learn(signals, (fraction, what) -> false).network();
		final double[] entries = IntStream.range(0, 80).mapToObj(start::encoder).flatMapToDouble(Arrays::stream).toArray();
		assertThat(Arrays.stream(entries).map(entry -> entry * entry * 400).average().orElseThrow()).isCloseTo(1, within(0.03));
		assertThat(Arrays.stream(entries).average().orElseThrow()).isCloseTo(0, within(0.002));
		assertThat(start.encoderBias()).containsOnly(0);
		assertThat(start.decoderBias()).containsOnly(0);
	}

	@Test
	void batchesAreOfDifferentSignalsAndLeaveNoneOut() {
		final RandomBatches batches = new RandomBatches(20, 7, new SplittableRandom(1));
		final int[] uses = new int[20];
		for (int i = 0; i < 600; i++) {
			final int[] rows = batches.apply(i);
			assertThat(rows).hasSize(7).doesNotHaveDuplicates();
			for (final int row : rows) uses[row]++;
		}
		for (final int use : uses) assertThat(use).isBetween(150, 270);
		assertThat(new RandomBatches(3, 7, new SplittableRandom(1)).apply(0)).containsExactlyInAnyOrder(0, 1, 2);
	}

	@Test
	void aStepThatDivergesIsNamed() {
		assertThatThrownBy(() -> new ReluAutoencoder(options(0, 200).withEta(1e9), Parallel.SERIAL).learn(planted(100), Progress.NONE))
			.isInstanceOf(IllegalArgumentException.class).hasMessageContaining("diverged after 1 iterations").hasMessageContaining("eta below 1.0E9");
		assertThatThrownBy(() -> new ReluAutoencoder(options(0, 200).withEta(1e200), Parallel.SERIAL).learn(planted(100), Progress.NONE)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("diverged");
	}

	@Test
	void refusesWhatCannotBeLearned() {
		final ReluAutoencoder learner = new ReluAutoencoder(options(0.1, 10), Parallel.SERIAL);
		final double[][] nan = planted(20);
		nan[4][2] = Double.NaN;
		assertThatThrownBy(() -> learner.learn(nan, Progress.NONE)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("signal 5 holds NaN");
		assertThatThrownBy(() -> learner.learn(new double[20][3], Progress.NONE)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("all the same");
		assertThatThrownBy(() -> learner.learn(planted(5), Progress.NONE)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("hidden units").hasMessageContaining("5, got 6");
	}

	@Test
	void refusesStartsAndBatchesThatDoNotFit() {
		final FeedForward start = new FeedForward(new double[6][3], new double[6], Activation.RELU, new double[6][3], new double[3], Activation.LINEAR);
		final FeedForward logistic = new FeedForward(new double[6][3], new double[6], Activation.LOGISTIC, new double[6][3], new double[3], Activation.LINEAR);
		final ReluOptions options = options(0.1, 10);
		assertThatThrownBy(() -> new ReluAutoencoder(ReluOptions.of(5, 0, 1, 0), start, null, Parallel.SERIAL)).isInstanceOf(IllegalArgumentException.class).hasMessageContainingAll("6 hidden units", "ask for 5");
		assertThatThrownBy(() -> new ReluAutoencoder(options, logistic, null, Parallel.SERIAL)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("LOGISTIC");
		assertThatThrownBy(() -> new ReluAutoencoder(options, start, null, Parallel.SERIAL).learn(planted(20), Progress.NONE)).isInstanceOf(IllegalArgumentException.class).hasMessageContainingAll("3 values", "signals of 12");
		for (final int size : new int[] { 0, 21 })
			assertThatThrownBy(() -> new ReluAutoencoder(options, null, i -> new int[size], Parallel.SERIAL).learn(planted(20), Progress.NONE)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("from 1 to 20 signals, got " + size);
	}
}
