package io.github.sparsej.autoencoder.sigmoid;

import static io.github.sparsej.testing.Close.assertClose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.github.sparsej.encode.feedforward.Activation;
import io.github.sparsej.encode.feedforward.FeedForward;
import io.github.sparsej.linalg.GradientCheck;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.Progress;

/** Costs, gradients, activities and outputs of the tutorial's auto-encoder, as numpy has them. */
class SigmoidGoldenTest {

	private static final SigmoidOptions OPTIONS = SigmoidOptions.ofUnits(Golden.UNITS, 0);

	private static final double[] THETA = Golden.ours(Golden.array("small_theta_3289"));

	private static FeedForward network() {
		return Golden.weights(Golden.array("small_theta_3289")).network(Activation.LOGISTIC, Activation.LOGISTIC);
	}

	@ParameterizedTest
	@CsvSource({ "small_grad_full, 1e-4, 0.01, 3, 55.51385852216135", "small_grad_mse_only, 0, 0.01, 0, 0.7472658655916848", "small_grad_mse_decay, 1e-4, 0.01, 0, 0.7507296387250807",
		"small_grad_decay1_rho05_beta1, 1, 0.5, 1, 37.123837873324604" })
	void costAndGradientAreNumpys(final String name, final double decay, final double sparsity, final double weight, final double cost) {
		final SigmoidOptions options = OPTIONS.withDecay(decay).withSparsity(sparsity, weight);
		final double[] gradient = new double[THETA.length];
		final double value = new SigmoidObjective(options, Golden.signals(), Parallel.SERIAL).evaluate(THETA, gradient, Progress.NONE);
		assertThat(value).isCloseTo(cost, within(1e-9));
		assertClose(gradient, Golden.ours(Golden.array(name)), 1e-9);
	}

	@Test
	void thePartsOfTheCostAreNumpys() {
		final SigmoidCost cost = new SigmoidAutoencoder(network(), OPTIONS, Parallel.SERIAL).cost(Golden.signals(), Progress.NONE);
		assertThat(cost.error()).isCloseTo(0.7472658655916848, within(1e-12));
		assertThat(cost.decay()).isCloseTo(0.0034637731333958697, within(1e-12));
		assertThat(cost.sparsity()).isCloseTo(3 * 18.254376294478757, within(1e-10));
		assertThat(cost.total()).isCloseTo(55.51385852216135, within(1e-10));
		final double[] activity = Golden.array("small_rho_hat").values();
		assertThat(cost.leastActive()).isCloseTo(Arrays.stream(activity).min().orElseThrow(), within(1e-12));
		assertThat(cost.meanActive()).isCloseTo(Arrays.stream(activity).average().orElseThrow(), within(1e-12));
		assertThat(cost.mostActive()).isCloseTo(Arrays.stream(activity).max().orElseThrow(), within(1e-12));
	}

	@Test
	void outputsAreNumpys() {
		final double[][] outputs = new SigmoidAutoencoder(network(), OPTIONS, Parallel.SERIAL).reconstruct(Golden.signals(), Progress.NONE);
		assertClose(Arrays.stream(outputs).flatMapToDouble(Arrays::stream).toArray(), Golden.array("small_a3_100x64").values(), 1e-12);
	}

	/** As the tutorial tells to check it; its source reports 7.5e-11. */
	@Test
	void theGradientAgreesWithDifferences() {
		final SigmoidObjective objective = new SigmoidObjective(OPTIONS, Golden.signals(), Parallel.SERIAL);
		final double[] gradient = new double[THETA.length], numerical = GradientCheck.numericalGradient(objective, THETA, GradientCheck.STEP, Progress.NONE);
		objective.evaluate(THETA, gradient, Progress.NONE);
		assertThat(GradientCheck.relativeDifference(numerical, gradient)).isLessThan(1e-9);
		assertClose(numerical, Golden.ours(Golden.array("small_numgrad_full")), 1e-8);
	}
}
