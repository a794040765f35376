package io.github.sparsej.autoencoder.sigmoid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.github.sparsej.autoencoder.AutoencoderResult;
import io.github.sparsej.autoencoder.error.ErrorFunction;
import io.github.sparsej.autoencoder.error.GaussianError;
import io.github.sparsej.autoencoder.error.NoisyLabels;
import io.github.sparsej.autoencoder.error.SquaredError;
import io.github.sparsej.autoencoder.error.TangentPropagation;
import io.github.sparsej.autoencoder.net.TwoLayerWeights;
import io.github.sparsej.encode.feedforward.Activation;
import io.github.sparsej.encode.feedforward.FeedForward;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.PatchShape;
import io.github.sparsej.model.Progress;

class SigmoidLearnerTest {

	private static final double[][] SIGNALS = Golden.signals();
	private static final SigmoidOptions OPTIONS = SigmoidOptions.ofUnits(Golden.UNITS, 5).withIterations(40);

	private static AutoencoderResult learn(final SigmoidOptions options) {
		return new SigmoidLearner(options, Parallel.SERIAL).learn(SIGNALS, Progress.NONE);
	}

	private static double cost(final FeedForward network, final SigmoidOptions options) {
		return new SigmoidAutoencoder(network, options, Parallel.SERIAL).cost(SIGNALS, Progress.NONE).total();
	}

	static Stream<ErrorFunction> errors() {
		return Stream.of(new SquaredError(), new GaussianError(3, 0.01), new NoisyLabels(0.05), new TangentPropagation(0.1, PatchShape.square(8)));
	}

	@ParameterizedTest
	@MethodSource("errors")
	void theCostNeverRisesAndIsThatOfTheNet(final ErrorFunction error) {
		final SigmoidOptions options = OPTIONS.withError(error);
		final AutoencoderResult result = learn(options);
		assertThat(result.complete()).isTrue();
		final List<Double> costs = result.curves().get(0).values();
		assertThat(costs).hasSize(40).isSortedAccordingTo(Comparator.reverseOrder());
		assertThat(costs.get(39)).isEqualTo(result.figures().get("cost")).isLessThan(costs.get(0) - 0.1);
		assertThat(result.figures().get("error") + result.figures().get("decay") + result.figures().get("sparsity penalty")).isEqualTo(costs.get(39));
		final double score = cost(result.network(), options);
		if (error instanceof GaussianError) assertThat(score).as("with the covariance of the last weights").isLessThanOrEqualTo(costs.get(39));
		else assertThat(score).isCloseTo(costs.get(39), within(1e-12));
	}

	/** From 25 units always half on to a mean activity near rho, and an error far below that of the mean patch. */
	@Test
	void theActivityComesToTheSparsityAskedFor() {
		final AutoencoderResult result = learn(OPTIONS.withSparsity(0.05, 3).withIterations(200));
		assertThat(result.figures().get("least mean activity of a unit")).isBetween(0.045, 0.06);
		assertThat(result.figures().get("largest mean activity of a unit")).isBetween(0.045, 0.06);
		double variance = 0;
		for (int j = 0; j < Golden.LENGTH; j++) {
			final int place = j;
			final double mean = Arrays.stream(SIGNALS).mapToDouble(x -> x[place]).average().orElseThrow();
			variance += Arrays.stream(SIGNALS).mapToDouble(x -> (x[place] - mean) * (x[place] - mean)).average().orElseThrow() / 2;
		}
		assertThat(result.figures().get("error")).isLessThan(0.6 * variance);
	}

	@Test
	void twoThreadsAndEightFindTheSameBits() {
		final FeedForward serial = learn(OPTIONS).network();
		for (final int threads : new int[] { 2, 8 }) {
			final FeedForward network = new SigmoidLearner(OPTIONS, Parallel.of(threads)).learn(SIGNALS, Progress.NONE).network();
			assertThat(TwoLayerWeights.of(network).vector()).isEqualTo(TwoLayerWeights.of(serial).vector());
		}
	}

	@Test
	void itBeginsWithEvenWeightsOfTheTutorialsRange() {
		final FeedForward first = learn(OPTIONS.withIterations(0)).network(), again = learn(OPTIONS.withIterations(0)).network();
		final double[] weights = TwoLayerWeights.of(first).vector();
		assertThat(TwoLayerWeights.of(again).vector()).isEqualTo(weights);
		final double r = Math.sqrt(6.0 / 90), largest = Arrays.stream(weights).map(Math::abs).max().orElseThrow();
		assertThat(largest).isBetween(0.99 * r, r);
		assertThat(Arrays.stream(weights, 0, 3200).map(w -> w * w).average().orElseThrow()).isCloseTo(r * r / 3, within(0.05 * r * r));
		assertThat(Arrays.copyOfRange(weights, 3200, 3289)).containsOnly(0);
		final SigmoidOptions other = SigmoidOptions.ofUnits(Golden.UNITS, 6).withIterations(0);
		assertThat(TwoLayerWeights.of(learn(other).network()).vector()).isNotEqualTo(weights);
	}

	@Test
	void itGoesOnFromANet() {
		final AutoencoderResult first = learn(OPTIONS);
		final AutoencoderResult more = new SigmoidLearner(OPTIONS, first.network(), Parallel.SERIAL).learn(SIGNALS, Progress.NONE);
		assertThat(more.curves().get(0).values().get(0)).isLessThan(first.figures().get("cost"));
		assertThat(more.figures().get("cost")).isLessThan(first.figures().get("cost") - 1e-3);
	}

	/** Residuals of patches have a covariance far from a multiple of the identity. */
	@Test
	void aGaussianErrorMakesResidualsLikelier() {
		final SigmoidOptions gaussian = OPTIONS.withIterations(80).withError(new GaussianError(3, 0.01));
		final FeedForward squared = learn(OPTIONS).network();
		final AutoencoderResult result = new SigmoidLearner(gaussian, squared, Parallel.SERIAL).learn(SIGNALS, Progress.NONE);
		assertThat(result.figures().get("log-likelihood of a signal")).isEqualTo(-result.figures().get("error"));
		assertThat(result.curves().get(0).values().get(0)).as("with the covariance of its residuals from the first").isLessThan(cost(squared, gaussian));
		assertThat(cost(result.network(), gaussian)).isLessThan(cost(squared, gaussian) - 5);
	}

	/** 100 patches of 64 values, each of mean 0.5 but for clipping: nearly no residual along the mean. */
	@Test
	void raisedEigenvaluesAreTold() {
		assertThat(learn(OPTIONS.withError(new GaussianError(1, 0.5))).figures().get("raised eigenvalues of the covariance")).isGreaterThan(10);
		assertThat(learn(OPTIONS).figures()).doesNotContainKey("raised eigenvalues of the covariance");
	}

	@Test
	void tangentPropagationMakesOutputsChangeLessAlongTangents() {
		final SigmoidOptions options = OPTIONS.withSparsity(0.1, 0.1).withIterations(100), tangents = options.withError(new TangentPropagation(1, PatchShape.square(8)));
		final FeedForward without = learn(options).network(), with = learn(tangents).network();
		final double before = cost(without, tangents) - cost(without, options), after = cost(with, tangents) - cost(with, options);
		assertThat(after).isLessThan(0.5 * before);
	}

	@Test
	void stoppedItKeepsTheNetSoFar() {
		final List<String> heard = new ArrayList<>();
		final AutoencoderResult stopped = new SigmoidLearner(OPTIONS, Parallel.SERIAL).learn(SIGNALS, (fraction, what) -> {
			heard.add(what);
			return fraction < 0.5;
		});
		assertThat(heard).containsOnly("Learning dictionary");
		assertThat(stopped.complete()).isFalse();
		assertThat(stopped.figures().get("iterations")).isEqualTo(20);
		assertThat(TwoLayerWeights.of(stopped.network()).vector()).isEqualTo(TwoLayerWeights.of(learn(OPTIONS.withIterations(20)).network()).vector());
	}

	@ParameterizedTest
	@MethodSource("errors")
	void stoppedAtOnceItKeepsTheFirstWeights(final ErrorFunction error) {
		final AutoencoderResult stopped = new SigmoidLearner(OPTIONS.withError(error), Parallel.SERIAL).learn(SIGNALS, (fraction, what) -> false);
		assertThat(stopped.complete()).isFalse();
		assertThat(stopped.figures()).doesNotContainKey("cost").containsEntry("iterations", 0.0);
		assertThat(TwoLayerWeights.of(stopped.network()).vector()).isEqualTo(TwoLayerWeights.of(learn(OPTIONS.withIterations(0)).network()).vector());
	}

	/** Also where the covariance is just being estimated. */
	@Test
	void stoppedBetweenTurnsItKeepsTheNetSoFar() {
		for (int asked = 1; asked < 60; asked += 7) {
			final int[] left = { asked };
			final AutoencoderResult stopped = new SigmoidLearner(OPTIONS.withIterations(8).withError(new GaussianError(7, 0.01)), Parallel.SERIAL).learn(SIGNALS, (fraction, what) -> left[0]-- > 0);
			assertThat(stopped.complete()).isFalse();
			assertThat(stopped.network().units()).isEqualTo(Golden.UNITS);
		}
	}

	/** Wherever it is stopped: an estimate counts from the first cost on that is known with it. */
	@Test
	void stoppedOnTheWayFromANetItsFiguresAreOfOneCovariance() {
		final FeedForward start = learn(OPTIONS.withIterations(0)).network();
		final SigmoidOptions gaussian = OPTIONS.withIterations(30).withError(new GaussianError(2, 0.1));
		final Set<Boolean> known = new HashSet<>();
		final Map<Double, Double> raised = new HashMap<>();
		for (int asked = 1, done = 0; done == 0; asked++) {
			final int[] left = { asked };
			final AutoencoderResult stopped = new SigmoidLearner(gaussian, start, Parallel.SERIAL).learn(SIGNALS, (fraction, what) -> left[0]-- > 0);
			final Map<String, Double> figures = stopped.figures();
			known.add(figures.containsKey("cost"));
			assertThat(figures.containsKey("raised eigenvalues of the covariance")).isEqualTo(figures.containsKey("cost"));
			if (figures.containsKey("cost")) {
				assertThat(figures.get("log-likelihood of a signal")).isEqualTo(-figures.get("error"));
				final Double before = raised.putIfAbsent(figures.get("cost"), figures.get("raised eigenvalues of the covariance"));
				if (before != null) assertThat(figures).as("the same cost").containsEntry("raised eigenvalues of the covariance", before);
			}
			if (stopped.complete()) done = 1;
		}
		assertThat(known).containsOnly(true, false);
		assertThat(raised.values().stream().distinct().count()).as("estimates that can be told apart").isGreaterThan(1);
	}

	@Test
	void progressRisesToTheEnd() {
		for (final ErrorFunction error : List.of(new SquaredError(), new GaussianError(3, 0.01))) {
			final List<Double> fractions = new ArrayList<>();
			new SigmoidLearner(OPTIONS.withError(error), Parallel.SERIAL).learn(SIGNALS, (fraction, what) -> fractions.add(fraction));
			assertThat(fractions).isSorted().startsWith(0.0);
			assertThat(fractions.get(fractions.size() - 1)).isBetween(0.97, 1.0);
		}
	}

	@Test
	void signalsAreNotModifiedAndMayBeScored() {
		final double[][] before = Golden.signals();
		final AutoencoderResult result = learn(OPTIONS);
		for (int i = 0; i < before.length; i++) assertThat(SIGNALS[i]).isEqualTo(before[i]);
		final SigmoidAutoencoder autoencoder = new SigmoidAutoencoder(result.network(), OPTIONS, Parallel.SERIAL);
		final double[][] some = Arrays.copyOf(SIGNALS, 3), outputs = autoencoder.reconstruct(some, Progress.NONE);
		assertThat(outputs).isDeepEqualTo(Arrays.copyOf(autoencoder.reconstruct(SIGNALS, Progress.NONE), 3));
		double squares = 0;
		for (int i = 0; i < 3; i++) for (int j = 0; j < 64; j++) squares += Math.pow(outputs[i][j] - some[i][j], 2);
		assertThat(autoencoder.cost(some, Progress.NONE).error()).isCloseTo(squares / 6, within(1e-12));
	}

	@ParameterizedTest
	@MethodSource("errors")
	void anybodyMayCheckTheGradient(final ErrorFunction error) {
		final SigmoidOptions few = SigmoidOptions.ofUnits(3, 1).withSparsity(0.1, 0.5).withIterations(10).withError(error);
		final double[][] some = Arrays.copyOf(SIGNALS, 30);
		final FeedForward network = new SigmoidLearner(few, Parallel.SERIAL).learn(some, Progress.NONE).network();
		final SigmoidAutoencoder autoencoder = new SigmoidAutoencoder(network, few, Parallel.SERIAL);
		assertThat(autoencoder.gradientCheck(some, Progress.NONE)).isLessThan(1e-6);
		assertThatThrownBy(() -> autoencoder.gradientCheck(some, (fraction, what) -> fraction < 0.5)).isInstanceOf(CancellationException.class);
	}

	@Test
	void whatCannotBeLearnedIsNamed() {
		final double[][] constant = { { 0.5, 0.5 }, { 0.5, 0.5 } }, nan = { { 0.5, Double.NaN }, { 0.1, 0.2 } };
		final SigmoidOptions two = SigmoidOptions.ofUnits(2, 0);
		assertRefused(two, constant, "all the same");
		assertRefused(two, nan, "NaN");
		assertRefused(two, new double[0][], "no signals");
		assertRefused(SigmoidOptions.ofUnits(3, 0), new double[][] { { 0.1, 0.2 }, { 0.3, 0.4 } }, "from 1 to the number of signals, 2, got 3");
		assertRefused(two.withError(new NoisyLabels(0.1)), new double[][] { { 0.1, 0.2 }, { 0.3, 1.4 } }, "1.4");
		assertRefused(two.withError(new TangentPropagation(1, PatchShape.square(2))), new double[][] { { 0.1, 0.2 }, { 0.3, 0.4 } }, "got 2");
		assertRefused(two.withDecay(1e308).withSparsity(0.1, 1e308), new double[][] { { 1e200, 0.2 }, { 0.3, 0.4 } }, "not finite where its minimisation begins");
	}

	private static void assertRefused(final SigmoidOptions options, final double[][] signals, final String message) {
		assertThatThrownBy(() -> new SigmoidLearner(options, Parallel.SERIAL).learn(signals, Progress.NONE)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining(message);
	}

	@Test
	void aNetThatDoesNotFitIsRefused() {
		final FeedForward network = learn(OPTIONS.withIterations(0)).network();
		assertThatThrownBy(() -> new SigmoidLearner(SigmoidOptions.ofUnits(24, 0), network, Parallel.SERIAL)).isInstanceOf(IllegalArgumentException.class).hasMessageContainingAll("24", "25");
		assertThatThrownBy(() -> new SigmoidLearner(OPTIONS.withOutput(Activation.LINEAR), network, Parallel.SERIAL)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("LINEAR");
		assertThatThrownBy(() -> new SigmoidLearner(OPTIONS, network, Parallel.SERIAL).learn(Arrays.stream(SIGNALS).map(x -> Arrays.copyOf(x, 63)).toArray(double[][]::new), Progress.NONE))
			.isInstanceOf(IllegalArgumentException.class).hasMessageContainingAll("64", "63");
		final SigmoidAutoencoder autoencoder = new SigmoidAutoencoder(network, OPTIONS, Parallel.SERIAL);
		assertThatThrownBy(() -> autoencoder.cost(new double[][] { new double[5] }, Progress.NONE)).isInstanceOf(IllegalArgumentException.class).hasMessageContainingAll("signal 1", "5 values", "64");
		assertThatThrownBy(() -> autoencoder.reconstruct(new double[0][], Progress.NONE)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("no signals");
		final double[] broken = SIGNALS[0].clone();
		broken[7] = Double.POSITIVE_INFINITY;
		assertThatThrownBy(() -> autoencoder.cost(new double[][] { broken }, Progress.NONE)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("Infinity");
	}
}
