package io.github.sparsej.autoencoder.relu;

import static io.github.sparsej.testing.Close.assertClose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.sparsej.encode.feedforward.Activation;
import io.github.sparsej.encode.feedforward.FeedForward;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.Progress;
import io.github.sparsej.testing.GoldenJson;

class ReluGradientTest {

	private static ReluOptions options(final int hidden, final double lambda, final double entropyWeight, final double weightDecay) {
		return ReluOptions.of(hidden, lambda, 1, 0).withEntropyWeight(entropyWeight).withWeightDecay(weightDecay);
	}

	private static double[][] transposed(final double[][] matrix) {
		return IntStream.range(0, matrix[0].length).mapToObj(j -> Arrays.stream(matrix).mapToDouble(row -> row[j]).toArray()).toArray(double[][]::new);
	}

	private static int[] all(final double[][] signals) {
		return IntStream.range(0, signals.length).toArray();
	}

	private static double[] flat(final double[][] matrix) {
		return Arrays.stream(matrix).flatMapToDouble(Arrays::stream).toArray();
	}

	/** dV (m x p), db, dD (p x m), da, one after the other. */
	private static double[] gradient(final ReluWeights weights, final ReluBatch batch, final ReluOptions options) {
		final double[][] encoder = new double[weights.signalLength()][weights.units()], decoder = new double[weights.units()][weights.signalLength()];
		batch.encoderGradient(0, encoder.length, encoder);
		batch.decoderGradient(0, decoder.length, options.weightDecay(), decoder);
		return flat(new double[][] { flat(encoder), batch.encoderBiasGradient(), flat(decoder), batch.decoderBiasGradient() });
	}

	@Test
	void termsAndGradientsAreThoseOfTheReference() {
		final GoldenJson golden = GoldenJson.golden("closed-forms/autoencoders.json").part("relu_AE");
		final double[][] signals = golden.matrix("X");
		final ReluWeights weights = new ReluWeights(new FeedForward(transposed(golden.matrix("V")), golden.vector("b"), Activation.RELU, golden.matrix("W"), golden.vector("a"), Activation.LINEAR));
		final ReluOptions options = options(4, 1, 0.01, 1);
		final ReluBatch batch = new ReluBatch(weights, 9, Parallel.SERIAL);
		batch.forwardAndBack(signals, all(signals), options, Progress.NONE);
		final ReluTerms terms = batch.sums().terms(weights.decay());
		assertThat(terms.reconstruction()).isCloseTo(golden.number("rec"), within(1e-9));
		assertThat(terms.sparsity()).isCloseTo(golden.number("spa"), within(1e-9));
		assertThat(terms.entropy()).isCloseTo(golden.number("ent"), within(1e-9));
		assertThat(terms.decay()).isCloseTo(golden.number("reg"), within(1e-9));
		assertThat(terms.objective(options)).isCloseTo(golden.number("objective"), within(1e-9));
		assertClose(gradient(weights, batch, options), flat(new double[][] { flat(golden.matrix("gV")), golden.vector("gb"), flat(golden.matrix("gW")), golden.vector("ga") }), 1e-9);
	}

	/** Weights in the order of {@link #gradient}. */
	private static FeedForward network(final double[] theta, final int m, final int p) {
		final double[][] v = new double[m][p], d = new double[p][m];
		for (int k = 0; k < m; k++) for (int j = 0; j < p; j++) v[k][j] = theta[k * p + j];
		for (int j = 0; j < p; j++) for (int k = 0; k < m; k++) d[j][k] = theta[m * p + p + j * m + k];
		return new FeedForward(transposed(v), Arrays.copyOfRange(theta, m * p, m * p + p), Activation.RELU, d, Arrays.copyOfRange(theta, 2 * m * p + p, theta.length), Activation.LINEAR);
	}

	/** With one unit that is dead and one whose activity is below what the entropy term sees, which both must leave out of that term's gradient. */
	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 8 })
	void gradientsAreThoseOfDifferences(final int threads) {
		final int n = 53, m = 5, p = 7;
		final SplittableRandom random = new SplittableRandom(6);
		final double[][] signals = new double[n][m];
		for (final double[] signal : signals) Arrays.setAll(signal, k -> random.nextGaussian());
		final double[] theta = IntStream.range(0, 2 * m * p + p + m).mapToDouble(i -> random.nextGaussian()).toArray();
		// Unit 0 is dead; unit 1 is nearly 0 everywhere.
		theta[m * p] = -100;
		for (int k = 0; k < m; k++) theta[k * p + 1] = 0;
		theta[m * p + 1] = 1e-7;
		final ReluOptions options = options(p, 0.3, 0.2, 0.7);
		final ReluWeights weights = new ReluWeights(network(theta, m, p));
		final ReluBatch batch = new ReluBatch(weights, n, Parallel.of(threads));
		batch.forwardAndBack(signals, all(signals), options, Progress.NONE);
		final double[] gradient = gradient(weights, batch, options), differences = new double[gradient.length];
		final double step = 1e-6;
		for (int i = 0; i < theta.length; i++) {
			// A step in what unit 1 looks for would leave the side of 0 or the range without entropy: only its other weights are tried.
			final double h = i < m * p && i % p == 1 ? 0 : i == m * p + 1 ? 1e-8 : step;
			final double[] up = theta.clone(), down = theta.clone();
			up[i] += h;
			down[i] -= h;
			differences[i] = h == 0 ? gradient[i] : (objective(signals, up, m, p, options) - objective(signals, down, m, p, options)) / (2 * h);
			assertThat(differences[i]).as("weight " + i).isCloseTo(gradient[i], within(h == 1e-8 ? 1e-5 : 1e-7));
		}
	}

	@Test
	void anybodyMayCheckIt() {
		final SplittableRandom random = new SplittableRandom(8);
		final double[][] signals = new double[53][5];
		for (final double[] signal : signals) Arrays.setAll(signal, k -> random.nextGaussian());
		final FeedForward network = network(IntStream.range(0, 2 * 35 + 12).mapToDouble(i -> random.nextGaussian()).toArray(), 5, 7);
		final ReluOptions options = options(7, 0.3, 0.2, 0.7);
		for (final Parallel parallel : List.of(Parallel.SERIAL, Parallel.of(2))) assertThat(ReluAutoencoder.gradientCheck(network, options, signals, parallel, Progress.NONE)).isLessThan(1e-7);
		assertThatThrownBy(() -> ReluAutoencoder.gradientCheck(network, options(6, 0.3, 0.2, 0.7), signals, Parallel.SERIAL, Progress.NONE)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("7 hidden units");
		assertThatThrownBy(() -> ReluAutoencoder.gradientCheck(network, options, new double[][] { { 1, 2 }, { 0, 3 } }, Parallel.SERIAL, Progress.NONE)).isInstanceOf(IllegalArgumentException.class).hasMessageContainingAll("5 values", "of 2");
		assertThatThrownBy(() -> ReluAutoencoder.gradientCheck(network, options, signals, Parallel.SERIAL, (fraction, what) -> fraction < 0.5)).isInstanceOf(CancellationException.class);
	}

	private static double objective(final double[][] signals, final double[] theta, final int m, final int p, final ReluOptions options) {
		final ReluWeights weights = new ReluWeights(network(theta, m, p));
		final ReluBatch batch = new ReluBatch(weights, signals.length, Parallel.SERIAL);
		batch.forward(signals, all(signals), Progress.NONE);
		// The reciprocals of the first two units, which are constant, would leave few digits to the rest.
		final ReluTerms terms = batch.sums().terms(weights.decay());
		double entropy = 0;
		for (int j = 2; j < p; j++) entropy += 1 / batch.sums().activity(j);
		return new ReluTerms(terms.reconstruction(), terms.sparsity(), entropy, terms.decay()).objective(options);
	}

	@Test
	void deadUnitsMakeNothingInfinite() {
		final double[][] signals = { { 1, 2 }, { -1, 0.5 } };
		final FeedForward network = new FeedForward(new double[][] { { 1, 0 }, { 1, 1 } }, new double[] { 0, -9 }, Activation.RELU, new double[][] { { 1, 0 }, { 0, 1 } }, new double[2], Activation.LINEAR);
		for (final double entropyWeight : new double[] { 0, 0.1 }) {
			final ReluWeights weights = new ReluWeights(network);
			final ReluBatch batch = new ReluBatch(weights, 2, Parallel.SERIAL);
			final ReluOptions options = options(2, 0, entropyWeight, 0);
			batch.forwardAndBack(signals, all(signals), options, Progress.NONE);
			assertThat(batch.sums().deadUnits()).isEqualTo(1);
			assertThat(batch.sums().activeShare()).isEqualTo(0.25);
			assertThat(batch.sums().terms(0).entropy()).isCloseTo(2 + 1 / ReluTerms.LEAST_ACTIVITY, within(1e-6));
			final double[] gradient = gradient(weights, batch, options);
			assertThat(gradient).doesNotContain(Double.NaN, Double.POSITIVE_INFINITY);
			// Of unit 0, active for signal 0 alone with residual (0, -2): -entropyWeight / (2 zbar^2) times the signal, zbar = 1/2.
			assertThat(gradient[0]).isCloseTo(-2 * entropyWeight, within(1e-12));
			assertThat(gradient[2]).isCloseTo(-4 * entropyWeight, within(1e-12));
			assertThat(gradient[1]).as("the dead unit").isZero();
			assertThat(gradient[3]).as("the dead unit").isZero();
		}
	}

	@Test
	void smallerBatchesInTheRoomOfALargerOneAreComplete() {
		final SplittableRandom random = new SplittableRandom(3);
		final double[][] signals = new double[60][4];
		for (final double[] signal : signals) Arrays.setAll(signal, k -> random.nextGaussian());
		final ReluOptions options = options(3, 0.5, 0.1, 0.2);
		final ReluWeights weights = new ReluWeights(network(IntStream.range(0, 31).mapToDouble(i -> random.nextGaussian()).toArray(), 4, 3));
		final int[] few = { 7, 59, 7, 0, 30 };
		final ReluBatch large = new ReluBatch(weights, 60, Parallel.of(2)), own = new ReluBatch(weights, 5, Parallel.SERIAL);
		large.forwardAndBack(signals, all(signals), options, Progress.NONE);
		large.forwardAndBack(signals, few, options, Progress.NONE);
		own.forwardAndBack(signals, few, options, Progress.NONE);
		assertThat(gradient(weights, large, options)).containsExactly(gradient(weights, own, options));
		assertThat(large.sums().terms(1)).isEqualTo(own.sums().terms(1));
	}
}
