package io.github.sparsej.autoencoder.tied;

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

import io.github.sparsej.autoencoder.AutoencoderResult;
import io.github.sparsej.encode.feedforward.Activation;
import io.github.sparsej.encode.feedforward.FeedForward;
import io.github.sparsej.linalg.DoubleMatrices;
import io.github.sparsej.linalg.GradientCheck;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.Progress;
import io.github.sparsej.testing.GoldenJson;
import io.github.sparsej.testing.Npy;

class TiedAutoencoderTest {

	private static final GoldenJson GOLDEN = GoldenJson.golden("closed-forms/autoencoders.json").part("tied_linear_AE");

	private static TiedAutoencoder learner(final int hidden, final long seed, final Parallel parallel) {
		return new TiedAutoencoder(new TiedOptions(hidden, 2000, 1e-11, seed), parallel);
	}

	/** The golden signals, moved away from 0. */
	private static double[][] signals() {
		final Npy x = Npy.golden("closed-forms/ae_X_200x5.npy");
		return IntStream.range(0, x.shape()[0]).mapToObj(i -> IntStream.range(0, 5).mapToDouble(k -> x.at(i, k) + 3 - k).toArray()).toArray(double[][]::new);
	}

	private static TiedObjective objective() {
		return new TiedObjective(GOLDEN.matrix("S"), 1, Parallel.SERIAL, "");
	}

	private static double[] rows(final FeedForward network) {
		return IntStream.range(0, network.units()).mapToObj(network::encoder).flatMapToDouble(Arrays::stream).toArray();
	}

	@Test
	void valueAndGradientOfOneUnitAreThoseOfTheReference() {
		final double[] gradient = new double[5];
		assertThat(objective().evaluate(GOLDEN.vector("w0"), gradient, Progress.NONE)).isCloseTo(GOLDEN.number("J_w0"), within(1e-9));
		assertClose(gradient, GOLDEN.vector("grad_w0"), 1e-9);
		for (final String alpha : List.of("0.5", "1.0", "1.2")) {
			final double[] scaled = Arrays.stream(GOLDEN.vector("u1")).map(value -> value * Double.parseDouble(alpha)).toArray();
			assertThat(objective().evaluate(scaled, gradient, Progress.NONE)).isCloseTo(GOLDEN.part("J_of_alpha_u1").number(alpha), within(1e-9));
		}
	}

	/** Of the definition: the mean squared error over the signals, and differences. */
	@Test
	void valueAndGradientOfManyUnitsAreThoseOfTheDefinition() {
		final double[] w = new SplittableRandom(2).doubles(15, -1, 1).toArray(), gradient = new double[15];
		assertThat(objective().evaluate(w, gradient, Progress.NONE)).isCloseTo(meanSquaredError(w), within(1e-11));
		assertThat(GradientCheck.relativeDifference(objective(), w)).isLessThan(1e-7);
		final double[][] rows = IntStream.range(0, 3).mapToObj(j -> Arrays.copyOfRange(w, 5 * j, 5 * j + 5)).toArray(double[][]::new);
		final FeedForward network = new FeedForward(rows, new double[3], Activation.LINEAR, rows, new double[5], Activation.LINEAR);
		assertThat(TiedAutoencoder.gradientCheck(network, signals(), Parallel.of(2), Progress.NONE)).isLessThan(1e-7);
		assertThatThrownBy(() -> TiedAutoencoder.gradientCheck(network, new double[][] { { 1, 2 }, { 0, 3 } }, Parallel.SERIAL, Progress.NONE)).isInstanceOf(IllegalArgumentException.class).hasMessageContainingAll("5 values", "of 2");
		assertThatThrownBy(() -> TiedAutoencoder.gradientCheck(network, signals(), Parallel.SERIAL, (fraction, what) -> false)).isInstanceOf(CancellationException.class);
		final double[] scaled = new double[15];
		assertThat(new TiedObjective(GOLDEN.matrix("S"), 0.1, Parallel.of(2), "").evaluate(w, scaled, Progress.NONE)).isCloseTo(0.1 * meanSquaredError(w), within(1e-11));
		assertClose(scaled, Arrays.stream(gradient).map(value -> 0.1 * value).toArray(), 1e-12);
	}

	private static double meanSquaredError(final double[] w) {
		final Npy x = Npy.golden("closed-forms/ae_X_200x5.npy");
		double sum = 0;
		for (int i = 0; i < 200; i++) {
			final double[] residual = new double[5];
			for (int k = 0; k < 5; k++) residual[k] = x.at(i, k);
			for (int j = 0; j < w.length / 5; j++) {
				double z = 0;
				for (int k = 0; k < 5; k++) z += w[j * 5 + k] * x.at(i, k);
				for (int k = 0; k < 5; k++) residual[k] -= z * w[j * 5 + k];
			}
			for (final double value : residual) sum += value * value / 200;
		}
		return sum;
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 3, 4, 5 })
	void theMinimumIsThatOfPrincipalComponents(final int hidden) {
		final double[] eigenvalues = GOLDEN.vector("eigenvalues");
		final double remaining = Arrays.stream(eigenvalues, hidden, 5).sum();
		for (int seed = 0; seed < 5; seed++) {
			final AutoencoderResult result = learner(hidden, seed, Parallel.SERIAL).learn(signals(), Progress.NONE);
			assertThat(result.complete()).isTrue();
			assertThat(result.figures().get("J")).isCloseTo(remaining, within(1e-9));
			assertThat(result.figures().get("Sum of remaining eigenvalues")).isCloseTo(remaining, within(1e-9));
			assertThat(result.figures().get("Angle between spans (degrees)")).isLessThan(1e-5);
			assertThat(result.figures().get("Largest entry of WW' - I")).isLessThan(1e-6);
			final List<Double> curve = result.curves().get(0).values();
			assertThat(curve).hasSize(result.figures().get("Iterations").intValue() + 1).isSortedAccordingTo((a, b) -> Double.compare(b, a));
			assertThat(curve.get(curve.size() - 1)).isEqualTo(result.figures().get("J"));
		}
		if (hidden == 1) assertThat(remaining).isCloseTo(GOLDEN.number("J_min_theory"), within(1e-9));
		if (hidden == 2) assertThat(remaining).isCloseTo(GOLDEN.part("two_units").number("J_final"), within(1e-9));
	}

	@Test
	void stoppedWhileComparedTheNetworkIsComplete() {
		final AutoencoderResult result = learner(2, 7, Parallel.SERIAL).learn(signals(), (fraction, what) -> !what.startsWith("Comparing"));
		assertThat(result.complete()).isTrue();
		assertThat(result.figures()).containsOnlyKeys("Iterations", "J");
	}

	/** On the signals themselves, so that the biases count. */
	@Test
	void theNetworkReconstructsAsWellAsItSays() {
		final AutoencoderResult result = learner(2, 7, Parallel.SERIAL).learn(signals(), Progress.NONE);
		final FeedForward network = result.network();
		assertThat(List.of(network.hidden(), network.output())).containsOnly(Activation.LINEAR);
		double sum = 0;
		for (final double[] signal : signals()) {
			final double[] residual = network.decoderBias();
			for (int k = 0; k < 5; k++) residual[k] -= signal[k];
			for (int j = 0; j < 2; j++) {
				assertThat(network.encoder(j)).isEqualTo(network.decoder(j));
				double z = network.encoderBias()[j];
				for (int k = 0; k < 5; k++) z += network.encoder(j)[k] * signal[k];
				for (int k = 0; k < 5; k++) residual[k] += z * network.decoder(j)[k];
			}
			for (final double value : residual) sum += value * value / 200;
		}
		assertThat(sum).isCloseTo(result.figures().get("J"), within(1e-12));
	}

	@Test
	void anglesAreThoseBetweenPlanes() {
		final double[][] covariance = new double[4][4];
		for (int k = 0; k < 4; k++) covariance[k][k] = 4 - k;
		final PrincipalComponents components = new PrincipalComponents(covariance, Parallel.SERIAL, Progress.NONE, "");
		assertThat(components.remaining(1)).isCloseTo(6, within(1e-12));
		final double tiny = 1e-9, angle = Math.toRadians(30);
		assertThat(components.angle(new double[][] { { 5, 1, 0, 0 }, { 2, -3, 0, 0 } })).isCloseTo(0, within(1e-12));
		assertThat(components.angle(new double[][] { { 1, 0, 0, 0 }, { 0.3, Math.cos(angle), 0, Math.sin(angle) } })).isCloseTo(30, within(1e-10));
		assertThat(components.angle(new double[][] { { 1, 0, tiny, 0 }, { 0, 1, 0, 0 } })).isCloseTo(Math.toDegrees(tiny), within(1e-14));
		assertThat(components.angle(new double[][] { { 0, 0, 1, 0 } })).isCloseTo(90, within(1e-10));
	}

	@Test
	void anyNumberOfThreadsLearnsTheSame() {
		final SplittableRandom random = new SplittableRandom(4);
		final double[][] mixed = DoubleMatrices.transposed(IntStream.range(0, 110).mapToObj(k -> random.doubles(150, 0, 1 + k % 7).toArray()).toArray(double[][]::new));
		final TiedOptions options = new TiedOptions(60, 30, 0, 1);
		final AutoencoderResult one = new TiedAutoencoder(options, Parallel.SERIAL).learn(mixed, Progress.NONE), eight = new TiedAutoencoder(options, Parallel.of(8)).learn(mixed, Progress.NONE);
		assertThat(rows(eight.network())).containsExactly(rows(one.network()));
		assertThat(eight.figures()).isEqualTo(one.figures());
		assertThat(one.figures().get("Iterations")).isEqualTo(30);
	}

	@Test
	void itGoesOnFromANetwork() {
		final TiedOptions few = new TiedOptions(2, 3, 0, 3);
		final AutoencoderResult first = new TiedAutoencoder(few, Parallel.SERIAL).learn(signals(), Progress.NONE), more = new TiedAutoencoder(few, first.network(), Parallel.SERIAL).learn(signals(), Progress.NONE);
		assertThat(more.curves().get(0).values().get(0)).isCloseTo(first.figures().get("J"), within(1e-12));
		assertThat(more.figures().get("J")).isLessThan(first.figures().get("J") - 1e-6);
		assertThatThrownBy(() -> new TiedAutoencoder(new TiedOptions(3, 1, 0, 0), first.network(), Parallel.SERIAL)).isInstanceOf(IllegalArgumentException.class).hasMessageContainingAll("2 hidden units", "ask for 3");
		final FeedForward relu = new FeedForward(new double[2][5], new double[2], Activation.RELU, new double[2][5], new double[5], Activation.LINEAR);
		assertThatThrownBy(() -> new TiedAutoencoder(few, relu, Parallel.SERIAL)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("RELU and LINEAR");
		final double[][] longer = { { 1, 2, 3, 4, 5, 6 }, { 0, 1, 0, 1, 0, 1 } };
		assertThatThrownBy(() -> new TiedAutoencoder(few, first.network(), Parallel.SERIAL).learn(longer, Progress.NONE)).isInstanceOf(IllegalArgumentException.class).hasMessageContainingAll("5 values", "of 6");
	}

	@Test
	void aStopKeepsTheNetworkSoFar() {
		final int[] asked = { 0 };
		final AutoencoderResult stopped = learner(2, 3, Parallel.SERIAL).learn(signals(), (fraction, what) -> {
			assertThat(what).isIn("Learning dictionary", "Comparing with principal components");
			return asked[0]++ < 40;
		});
		assertThat(stopped.complete()).isFalse();
		assertThat(stopped.figures()).containsOnlyKeys("Iterations");
		final List<Double> curve = stopped.curves().get(0).values();
		assertThat(curve).hasSizeGreaterThan(1).hasSize(stopped.figures().get("Iterations").intValue() + 1);
		assertThat(meanSquaredError(rows(stopped.network()))).isCloseTo(curve.get(curve.size() - 1), within(1e-9));
		final AutoencoderResult none = learner(2, 3, Parallel.SERIAL).learn(signals(), (fraction, what) -> false);
		assertThat(none.complete()).isFalse();
		assertThat(none.figures()).containsEntry("Iterations", 0.0);
	}

	@Test
	void refusesWhatCannotBeLearned() {
		assertThatThrownBy(() -> learner(6, 0, Parallel.SERIAL).learn(signals(), Progress.NONE)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("values, 5, got 6");
		assertThatThrownBy(() -> learner(1, 0, Parallel.SERIAL).learn(new double[9][5], Progress.NONE)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("all the same");
		final double[][] infinite = signals(), few = Arrays.copyOf(signals(), 2), lengthy = new double[2][2353];
		infinite[9][1] = Double.NEGATIVE_INFINITY;
		lengthy[0][0] = 1;
		assertThatThrownBy(() -> learner(1, 0, Parallel.SERIAL).learn(infinite, Progress.NONE)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("signal 10 holds -Infinity");
		assertThatThrownBy(() -> learner(3, 0, Parallel.SERIAL).learn(few, Progress.NONE)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("signals, 2, got 3");
		assertThatThrownBy(() -> learner(1, 0, Parallel.SERIAL).learn(lengthy, Progress.NONE)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("2353 values are too long").hasMessageContaining("at most 2352");
	}

	@Test
	void optionsThatAreNotAllowedAreNamed() {
		assertThatThrownBy(() -> new TiedOptions(0, 1, 1, 0)).isInstanceOf(IllegalArgumentException.class).hasMessage("hidden must be at least 1, got 0");
		assertThatThrownBy(() -> new TiedOptions(1, -1, 1, 0)).isInstanceOf(IllegalArgumentException.class).hasMessage("maxIterations must be 0 or more, got -1");
		assertThatThrownBy(() -> new TiedOptions(1, 1, Double.NaN, 0)).isInstanceOf(IllegalArgumentException.class).hasMessage("tolerance must be finite and 0 or more, got NaN");
		assertThat(new TiedOptions(4, 5, 1e-9, 0).bytesNeeded(1000, 64)).isBetween(8L * 1000 * 64, 8L * 2000 * 64);
		assertThat(new TiedOptions(4, 5, 1e-9, 0).inWords()).containsEntry("hidden units", "4").containsEntry("tolerance", "1.0E-9").containsEntry("largest number of iterations", "5");
	}
}
