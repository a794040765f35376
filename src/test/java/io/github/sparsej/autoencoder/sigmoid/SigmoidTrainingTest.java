package io.github.sparsej.autoencoder.sigmoid;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import io.github.sparsej.autoencoder.AutoencoderResult;
import io.github.sparsej.encode.feedforward.Activation;
import io.github.sparsej.encode.feedforward.FeedForward;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.Progress;
import io.github.sparsej.testing.Npy;

/** The tutorial's experiment: 25 units, 10000 patches of 8 x 8, from the weights that scipy began with (its costs: 0.3784 after 400 iterations, 0.3755 at the end). */
class SigmoidTrainingTest {

	private static AutoencoderResult learn(final int iterations) {
		final double[][] signals = Golden.rows(Npy.reference("sigmoid-autoencoder/train_X_10000x64_f32.npy"));
		final FeedForward start = Golden.weights(Npy.reference("sigmoid-autoencoder/train_theta0.npy")).network(Activation.LOGISTIC, Activation.LOGISTIC);
		return new SigmoidLearner(SigmoidOptions.ofUnits(Golden.UNITS, 0).withIterations(iterations), start, Parallel.of(2)).learn(signals, Progress.NONE);
	}

	@Test
	void thirtyIterationsComeAsFarAsScipys() {
		final List<Double> costs = learn(30).curves().get(0).values();
		assertThat(costs.get(29)).isLessThan(1.05 * Npy.reference("sigmoid-autoencoder/train_costhistory_maxiter400.npy").values()[29]);
	}

	@Test
	@Tag("long")
	void learningEndsInTheBandOfScipysCosts() {
		final AutoencoderResult result = learn(2000);
		assertThat(result.figures().get("converged")).isEqualTo(1);
		assertThat(result.figures().get("cost")).isLessThanOrEqualTo(0.3760);
		assertThat(result.figures().get("least mean activity of a unit")).isBetween(0.010, 0.012);
		assertThat(result.figures().get("largest mean activity of a unit")).isBetween(0.010, 0.012);
		assertThat(result.figures().get("evaluations")).isLessThan(1.1 * result.figures().get("iterations"));
	}

	@Test
	@Tag("long")
	void fourHundredIterationsComeAsFarAsScipys() {
		assertThat(learn(400).figures().get("cost")).isLessThan(1.01 * 0.3784298404107495);
	}
}
