package io.github.sparsej.autoencoder.energy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import io.github.sparsej.autoencoder.energy.Fista.Solution;
import io.github.sparsej.encode.feedforward.FeedForward;
import io.github.sparsej.encode.l1.Convergence;
import io.github.sparsej.encode.l1.EnergyEncoder;
import io.github.sparsej.linalg.DoubleMatrices;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.Progress;
import io.github.sparsej.model.Signals;
import io.github.sparsej.model.SparseCodes;

/** The encoder of new signals against the step of the codes, run to its end in float64. */
class ExactCodesTest {

	@Test
	void encoderFindsTheMinimumOfTheStepOfTheCodes() {
		final SplittableRandom random = new SplittableRandom(9);
		final double[][] signals = new double[200][16];
		final Signals same = Signals.zeros(200, 16);
		for (int s = 0; s < 200; s++) for (int j = 0; j < 16; j++) signals[s][j] = same.values()[16 * s + j] = (float) random.nextGaussian();
		final EnergyOptions options = new EnergyOptions(24, 10, 4, 3, 1e-3, 200, EnergyVariant.CORRECT, 1);
		final FeedForward network = new EnergyLearner(options, Parallel.of(2)).learn(signals, Progress.NONE).network();
		final double[][] decoder = IntStream.range(0, 24).mapToObj(network::decoder).toArray(double[][]::new), encoder = IntStream.range(0, 24).mapToObj(network::encoder).toArray(double[][]::new);

		final Quadratic problem = EnergyProblems.of(options, EnergyVariant.CORRECT.scheme(), signals, Parallel.SERIAL, Progress.NONE, "").codes(DoubleMatrices.transposed(decoder), encoder, Progress.NONE, "");
		final Solution solution = new Fista(1e-300, 3000, true, Parallel.of(2)).solve(problem, new double[200][24], Progress.NONE, "");
		final SparseCodes codes = new EnergyEncoder(decoder, encoder, 10, 4, Convergence.DEFAULT, Parallel.of(2)).encode(same, Progress.NONE);

		final double[] norms = new UnitMeasures(network).atomNorms();
		final double[][] z = new double[200][24];
		for (int s = 0; s < 200; s++) for (int i = 0; i < 24; i++) z[s][i] = codes.dense(s)[i] / norms[i];
		for (int s = 0; s < 200; s++) assertThat(z[s]).containsExactly(solution.v()[s], within(1e-5));
		assertThat(problem.objective(z)).isCloseTo(solution.objective(), within(1e-9 * solution.objective()));
		assertThat(Arrays.stream(z).flatMapToDouble(Arrays::stream).filter(value -> value == 0).count()).isBetween(500L, 4000L);
	}
}
