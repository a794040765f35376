package io.github.sparsej.autoencoder.relu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReluOptionsTest {

	@Test
	void otherWeightsFollowLambdaUnlessTheyAreSet() {
		final ReluOptions options = ReluOptions.of(25, 2, 10001, 7);
		assertThat(options).isEqualTo(new ReluOptions(25, 2, 0.02, 2, 1e-4, 0.9, 0.999, 1e-8, 100, 10001, 500, 7));
		assertThat(ReluOptions.of(25, 0, 5, 7)).isEqualTo(new ReluOptions(25, 0, 0, 0, 1e-4, 0.9, 0.999, 1e-8, 100, 5, 1, 7));
		assertThat(options.withEntropyWeight(3).withWeightDecay(4).withEta(5).withBatchSize(6).withRecordEvery(8)).isEqualTo(new ReluOptions(25, 2, 3, 4, 5, 0.9, 0.999, 1e-8, 6, 10001, 8, 7));
		assertThat(options.inWords()).containsEntry("lambda", "2.0").containsEntry("entropy weight", "0.02").containsEntry("hidden units", "25");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
		"0 | 1 | 1 | 1 | 1 | .9 | .9 | 1 | 1 | 1 | 1 | hidden must be at least 1, got 0",
		"1 | -1 | 1 | 1 | 1 | .9 | .9 | 1 | 1 | 1 | 1 | lambda must be finite and 0 or more, got -1.0",
		"1 | 1 | NaN | 1 | 1 | .9 | .9 | 1 | 1 | 1 | 1 | entropyWeight must be finite and 0 or more, got NaN",
		"1 | 1 | 1 | Infinity | 1 | .9 | .9 | 1 | 1 | 1 | 1 | weightDecay must be finite and 0 or more, got Infinity",
		"1 | 1 | 1 | 1 | 0 | .9 | .9 | 1 | 1 | 1 | 1 | eta must be finite and above 0, got 0.0",
		"1 | 1 | 1 | 1 | 1 | 1 | .9 | 1 | 1 | 1 | 1 | beta1 must be 0 or more and below 1, got 1.0",
		"1 | 1 | 1 | 1 | 1 | .9 | NaN | 1 | 1 | 1 | 1 | beta2 must be 0 or more and below 1, got NaN",
		"1 | 1 | 1 | 1 | 1 | .9 | .9 | 0 | 1 | 1 | 1 | epsilon must be finite and above 0, got 0.0",
		"1 | 1 | 1 | 1 | 1 | .9 | .9 | 1 | 0 | 1 | 1 | batchSize must be at least 1, got 0",
		"1 | 1 | 1 | 1 | 1 | .9 | .9 | 1 | 1 | 0 | 1 | iterations must be at least 1, got 0",
		"1 | 1 | 1 | 1 | 1 | .9 | .9 | 1 | 1 | 1 | 0 | recordEvery must be at least 1, got 0" })
	void whatIsNotAllowedIsNamed(final int hidden, final double lambda, final double entropyWeight, final double weightDecay, final double eta, final double beta1, final double beta2, final double epsilon, final int batchSize,
		final int iterations, final int recordEvery, final String message)
	{
		assertThatThrownBy(() -> new ReluOptions(hidden, lambda, entropyWeight, weightDecay, eta, beta1, beta2, epsilon, batchSize, iterations, recordEvery, 0)).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
	}
}
