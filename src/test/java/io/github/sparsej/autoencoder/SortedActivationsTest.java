package io.github.sparsej.autoencoder;

import static io.github.sparsej.testing.Close.assertClose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import io.github.sparsej.encode.feedforward.Activation;
import io.github.sparsej.encode.feedforward.FeedForward;

class SortedActivationsTest {

	private static final double[][] SIGNALS = { { 1, 0, 2 }, { -1, 3, 0 }, { 9, 9, 9 } };

	private static FeedForward network(final Activation hidden) {
		return new FeedForward(new double[][] { { 1, 1, 0 }, { 0, 0.5, -1 } }, new double[] { 0.5, 0 }, hidden, new double[2][3], new double[3], Activation.LINEAR);
	}

	@Test
	void activationsOfTheFirstExamplesFall() {
		assertThat(SortedActivations.of(network(Activation.RELU), SIGNALS, 2)).containsExactly(2.5, 1.5, 1.5, 0);
		assertThat(SortedActivations.of(network(Activation.RELU), SIGNALS, 25)).containsExactly(18.5, 2.5, 1.5, 1.5, 0, 0);
		final double e15 = 1 / (1 + Math.exp(-1.5));
		assertClose(SortedActivations.of(network(Activation.LOGISTIC), SIGNALS, 2), new double[] { 1 / (1 + Math.exp(-2.5)), e15, e15, 1 / (1 + Math.exp(2)) }, 1e-15);
	}

	@Test
	void refusesWhatDoesNotFit() {
		assertThatThrownBy(() -> SortedActivations.of(network(Activation.RELU), SIGNALS, 0)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("at least 1, got 0");
		assertThatThrownBy(() -> SortedActivations.of(network(Activation.RELU), new double[][] { { 1, 2 } }, 1)).isInstanceOf(IllegalArgumentException.class).hasMessageContainingAll("3 values", "signal of 2");
	}
}
