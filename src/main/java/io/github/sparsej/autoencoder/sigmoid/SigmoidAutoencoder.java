package io.github.sparsej.autoencoder.sigmoid;

import io.github.sparsej.autoencoder.error.GaussianError;
import io.github.sparsej.autoencoder.error.GaussianOutputs;
import io.github.sparsej.autoencoder.error.SquaredError;
import io.github.sparsej.autoencoder.net.TwoLayerWeights;
import io.github.sparsej.encode.feedforward.FeedForward;
import io.github.sparsej.linalg.GradientCheck;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.Progress;

/** What a learned net makes of signals, be they those it was learned from or others. Immutable and thread-safe. */
public final class SigmoidAutoencoder {

	private final FeedForward network;
	private final SigmoidOptions options;
	private final Parallel parallel;

	/**
	 * @param options of the cost; what they say of learning is of no matter here
	 * @throws IllegalArgumentException if the net is not one of these options
	 */
	public SigmoidAutoencoder(final FeedForward network, final SigmoidOptions options, final Parallel parallel) {
		require(network, options);
		this.network = network;
		this.options = options;
		this.parallel = parallel;
	}

	static void require(final FeedForward network, final SigmoidOptions options) {
		if (network.units() != options.units()) throw new IllegalArgumentException("options of " + options.units() + " hidden units do not fit a net of " + network.units());
		if (network.hidden() != SigmoidObjective.ACTIVATION || network.output() != options.output())
			throw new IllegalArgumentException("a sigmoid auto-encoder has " + SigmoidObjective.ACTIVATION + " hidden units and, by its options, " + options.output() + " output units; the net has " + network.hidden() + " and " + network.output());
	}

	/**
	 * The net's outputs.
	 *
	 * @param signals n rows of m values; not modified
	 * @return as many rows
	 * @throws java.util.concurrent.CancellationException if the progress asks to stop
	 */
	public double[][] reconstruct(final double[][] signals, final Progress progress) {
		return objective(options.withError(new SquaredError()), signals).outputs(TwoLayerWeights.of(network).vector(), progress);
	}

	/**
	 * What learning would minimise on these signals. A Gaussian error has the covariance that is likeliest for their residuals.
	 *
	 * @param signals n rows of m values; not modified
	 * @throws java.util.concurrent.CancellationException if the progress asks to stop
	 */
	public SigmoidCost cost(final double[][] signals, final Progress progress) {
		final double[] weights = TwoLayerWeights.of(network).vector();
		final SigmoidObjective objective = costOf(signals, weights, progress);
		objective.evaluate(weights, new double[weights.length], progress);
		return objective.cost();
	}

	/**
	 * Holds the gradient by which the net is learned against differences of the {@link #cost}: two evaluations for each weight, so
	 * that few signals and units are to be taken.
	 *
	 * @param signals n rows of m values; not modified
	 * @return the {@link GradientCheck#relativeDifference(io.github.sparsej.linalg.DifferentiableFunction, double[]) relative difference}, 1e-7 or less where all is well
	 * @throws java.util.concurrent.CancellationException if the progress asks to stop
	 */
	public double gradientCheck(final double[][] signals, final Progress progress) {
		final double[] weights = TwoLayerWeights.of(network).vector();
		return GradientCheck.relativeDifference(costOf(signals, weights, progress.part(0, 0)), weights, GradientCheck.STEP, progress);
	}

	private SigmoidObjective costOf(final double[][] signals, final double[] weights, final Progress progress) {
		final SigmoidObjective objective = objective(options, signals);
		if (options.error() instanceof GaussianError gaussian) objective.setError(GaussianOutputs.likeliest(objective.residualProducts(weights, progress), signals[0].length, gaussian.leastEigenvalue(signals), progress, 0));
		return objective;
	}

	private SigmoidObjective objective(final SigmoidOptions ofCost, final double[][] signals) {
		if (signals.length == 0) throw new IllegalArgumentException("there are no signals for the auto-encoder");
		for (int i = 0; i < signals.length; i++) {
			if (signals[i].length != network.signalLength()) throw new IllegalArgumentException("signal " + (i + 1) + " has " + signals[i].length + " values, the auto-encoder takes " + network.signalLength());
			for (final double value : signals[i]) if (!Double.isFinite(value)) throw new IllegalArgumentException("signal " + (i + 1) + " holds " + value);
		}
		ofCost.error().require(signals);
		return new SigmoidObjective(ofCost, signals, parallel);
	}
}
