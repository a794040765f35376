package io.github.sparsej.autoencoder.relu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.sparsej.autoencoder.AutoencoderResult;
import io.github.sparsej.autoencoder.SortedActivations;
import io.github.sparsej.encode.feedforward.Activation;
import io.github.sparsej.encode.feedforward.FeedForward;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.LearningCurve;
import io.github.sparsej.model.Progress;
import io.github.sparsej.model.Signals;
import io.github.sparsej.testing.GoldenJson;
import io.github.sparsej.testing.Npy;
import io.github.sparsej.whiten.Standardization;

/** 400 faces of 37 x 28 px and 400 hidden units, from the weights and on the batches of the reference run. */
class FacesReferenceTest {

	private static double[][] faces() {
		final Npy faces = Npy.reference("faces/faces_raw_400x1036_f32.npy");
		final Standardization standard = Standardization.fit(Signals.of(faces.shape()[0], faces.shape()[1], faces.floats()));
		final double[] mean = standard.mean();
		// In float64 as the reference has it, not rounded as Signals are.
		return IntStream.range(0, faces.shape()[0]).mapToObj(i -> IntStream.range(0, mean.length).mapToDouble(k -> (faces.at(i, k) - mean[k]) / standard.scale()).toArray()).toArray(double[][]::new);
	}

	private static FeedForward start() {
		final Npy v = Npy.reference("faces/faces_V0_1036x400_f32.npy");
		final int m = v.shape()[0], p = v.shape()[1];
		final double[][] encoder = new double[p][m];
		for (int j = 0; j < p; j++) for (int k = 0; k < m; k++) encoder[j][k] = v.at(k, j);
		return new FeedForward(encoder, new double[p], Activation.RELU, new double[p][m], new double[m], Activation.LINEAR);
	}

	private static AutoencoderResult learn(final double lambda, final int iterations) {
		final Npy batches = Npy.reference("faces/faces_batches_10001x100_i16.npy");
		final ReluOptions options = ReluOptions.of(400, lambda, iterations, 0).withRecordEvery(1000);
		return new ReluAutoencoder(options, start(), t -> Arrays.stream(batches.values(), t * 100, (t + 1) * 100).mapToInt(i -> (int) i).toArray(), Parallel.of(Runtime.getRuntime().availableProcessors()))
			.learn(faces(), Progress.NONE);
	}

	/** Each record: step, 4 terms on the batch, 4 on all signals. */
	private static double[][] reference(final int lambda) {
		return GoldenJson.reference("faces/faces_train_lambda" + lambda + ".json").matrix("rows");
	}

	private static void assertRecord(final List<LearningCurve> curves, final int record, final double[] expected, final double percent) {
		for (int i = 0; i < 8; i++) {
			final LearningCurve curve = curves.get(i);
			assertThat(curve.steps().get(record)).isEqualTo((int) expected[0] + 1);
			final double value = expected[1 + i / 2 + 4 * (i % 2)];
			if (value == 0) assertThat(curve.values().get(record)).as(curve.quantity()).isZero();
			else assertThat(curve.values().get(record)).as(curve.quantity() + " after " + (int) expected[0]).isCloseTo(value, Percentage.withPercentage(percent));
		}
	}

	@Test
	void theFirstRecordIsThatOfTheReference() {
		assertRecord(learn(1, 1).curves(), 0, reference(1)[0], 1e-9);
	}

	/**
	 * Takes minutes. Without a penalty learning follows the reference to rounding; with it rounding grows after some 4000 iterations until
	 * single activations differ, while the curves stay together.
	 */
	@Tag("long")
	@ParameterizedTest
	@ValueSource(ints = { 0, 1 })
	void theCurvesAndActivationsAreThoseOfTheReference(final int lambda) {
		final double[][] reference = reference(lambda);
		final AutoencoderResult result = learn(lambda, 10_001);
		for (int record = 0; record < reference.length; record++) assertRecord(result.curves(), record, reference[record], lambda == 0 || record <= 3 ? 1e-6 : 5);
		final double[] expected = Npy.reference("faces/faces_sorted_activations_first25_lambda" + lambda + ".npy").values(), sorted = SortedActivations.of(result.network(), faces(), 25);
		assertThat(sorted).hasSameSizeAs(expected);
		for (int i = 0; i < sorted.length; i++) assertThat(sorted[i]).as("activation " + i).isCloseTo(expected[i], within((lambda == 0 ? 1e-6 : 0.05) * expected[0]));
	}
}
