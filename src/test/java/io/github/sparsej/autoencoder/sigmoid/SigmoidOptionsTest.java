package io.github.sparsej.autoencoder.sigmoid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.sparsej.autoencoder.error.GaussianError;
import io.github.sparsej.autoencoder.error.NoisyLabels;
import io.github.sparsej.encode.feedforward.Activation;

class SigmoidOptionsTest {

	private static final SigmoidOptions OPTIONS = SigmoidOptions.ofUnits(25, 7);

	@Test
	void theDefaultsAreTheTutorials() {
		assertThat(OPTIONS.inWords()).containsEntry("sparsity", "0.01").containsEntry("sparsity weight", "3.0").containsEntry("decay", "1.0E-4").containsEntry("iterations", "400").containsEntry("error function", "Squared");
		assertThat(OPTIONS.withError(new NoisyLabels(0.2)).inWords()).containsEntry("flip probability", "0.2");
		assertThat(List.copyOf(OPTIONS.withError(new GaussianError(4, 0.02)).inWords().entrySet())).as("in the same order in every run").endsWith(Map.entry("covariance turns", "4"), Map.entry("covariance floor", "0.02"));
	}

	@ParameterizedTest
	@ValueSource(doubles = { 0, 1, -0.5, Double.NaN })
	void sparsityIsBetweenZeroAndOne(final double sparsity) {
		assertThatThrownBy(() -> OPTIONS.withSparsity(sparsity, 3)).isInstanceOf(IllegalArgumentException.class).hasMessage("sparsity must be above 0 and below 1, got " + sparsity);
	}

	@ParameterizedTest
	@ValueSource(doubles = { -1, Double.NaN, Double.POSITIVE_INFINITY })
	void weightsAreFinite(final double weight) {
		assertThatThrownBy(() -> OPTIONS.withSparsity(0.1, weight)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("sparsityWeight").hasMessageContaining("" + weight);
		assertThatThrownBy(() -> OPTIONS.withDecay(weight)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("decay").hasMessageContaining("" + weight);
	}

	@Test
	void whatElseIsWrongIsNamed() {
		assertThatThrownBy(() -> SigmoidOptions.ofUnits(0, 0)).isInstanceOf(IllegalArgumentException.class).hasMessage("hidden units must be at least 1, got 0");
		assertThatThrownBy(() -> OPTIONS.withIterations(-1)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("iterations").hasMessageContaining("-1");
		assertThatThrownBy(() -> OPTIONS.withOutput(Activation.RELU)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("RELU");
		assertThatThrownBy(() -> OPTIONS.withError(null)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("error function");
		assertThatThrownBy(() -> OPTIONS.withOutput(Activation.LINEAR).withError(new NoisyLabels(0.1))).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("Noisy labels").hasMessageContaining("LINEAR");
	}

	@Test
	void aCovarianceTakesMemoryOfItsOwn() {
		final long without = OPTIONS.bytesNeeded(10_000, 2000), with = OPTIONS.withError(new GaussianError(7, 0.01)).bytesNeeded(10_000, 2000);
		assertThat(with - without).isBetween(8L * 2000 * 2000 * 20, 8L * 2000 * 2000 * 40);
	}

	/** Signals, turned signals and hidden values, 3289 weights in some copies. */
	@Test
	void memoryGrowsWithSignalsAndWeights() {
		assertThat(OPTIONS.bytesNeeded(10_000, 64)).isBetween(8L * 10_000 * 153, 8L * (10_000 * 153 + 3289 * 100));
		assertThat(OPTIONS.bytesNeeded(1_000_000_000, 64)).isGreaterThan(8L * 1_000_000_000 * 153);
	}
}
