package io.github.sparsej.autoencoder.sigmoid;

import java.util.List;
import java.util.SplittableRandom;

import io.github.sparsej.autoencoder.AutoencoderLearner;
import io.github.sparsej.autoencoder.AutoencoderResult;
import io.github.sparsej.autoencoder.LearningSignals;
import io.github.sparsej.autoencoder.error.GaussianError;
import io.github.sparsej.autoencoder.net.TwoLayerWeights;
import io.github.sparsej.encode.feedforward.FeedForward;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.Progress;

/**
 * The sparse auto-encoder of the UFLDL tutorial (Ng, Ngiam, Foo, Mai &amp; Suen 2011): z = s(E x + b), y = g(D'z + a), where s is
 * logistic and g logistic or linear. It minimises
 * J = mean over the signals of the error + lambda / 2 (|E|^2 + |D|^2) + beta sum_k KL(rho || mean over the signals of z_k)
 * by {@link io.github.sparsej.linalg.Lbfgs}, from weights drawn evenly between -r and r, r = sqrt(6 / (units + values + 1)), and biases 0,
 * or from a net that is given. With the squared error 1/2 |y - x|^2 this is the tutorial's; others are in
 * {@link io.github.sparsej.autoencoder.error}, and with a Gaussian one its covariance is estimated by turns with the weights.
 * <p>
 * A unit whose activity is 0 or 1 for all signals is not dead: the penalty draws it back. Recorded at every iteration: the
 * cost, which never rises. Immutable and thread-safe.
 */
public final class SigmoidLearner implements AutoencoderLearner {

	private final SigmoidOptions options;
	private final FeedForward start;
	private final Parallel parallel;

	/** Learning that begins with weights from the seed. */
	public SigmoidLearner(final SigmoidOptions options, final Parallel parallel) {
		this.options = options;
		start = null;
		this.parallel = parallel;
	}

	/**
	 * Learning that goes on from a net.
	 *
	 * @throws IllegalArgumentException if the net is not one of these options
	 */
	public SigmoidLearner(final SigmoidOptions options, final FeedForward start, final Parallel parallel) {
		SigmoidAutoencoder.require(start, options);
		this.options = options;
		this.start = start;
		this.parallel = parallel;
	}

	@Override
	public AutoencoderResult learn(final double[][] signals, final Progress progress) {
		LearningSignals.require(signals, options.units());
		options.error().require(signals);
		if (start != null && start.signalLength() != signals[0].length) throw new IllegalArgumentException("learning cannot go on from a net for signals of " + start.signalLength() + " values with signals of " + signals[0].length);
		final SigmoidObjective objective = new SigmoidObjective(options, signals, parallel);
		final SigmoidRun run = new SigmoidRun(objective, start == null ? draw(signals[0].length) : TwoLayerWeights.of(start).vector());
		final boolean complete = options.error() instanceof GaussianError gaussian
			? run.byTurns(options.iterations(), gaussian, gaussian.leastEigenvalue(signals), signals[0].length, start != null, progress)
			: run.minimize(options.iterations(), progress);
		return new AutoencoderResult(new TwoLayerWeights(run.weights(), options.units(), signals[0].length, signals[0].length).network(SigmoidObjective.ACTIVATION, options.output()), List.of(run.curve()), run.figures(), complete);
	}

	private double[] draw(final int length) {
		final SplittableRandom random = new SplittableRandom(options.seed());
		final double r = Math.sqrt(6.0 / (options.units() + length + 1));
		final double[] weights = new double[TwoLayerWeights.length(options.units(), length, length)];
		for (int i = 0; i < 2 * options.units() * length; i++) weights[i] = random.nextDouble(-r, r);
		return weights;
	}
}
