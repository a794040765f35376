package io.github.sparsej.autoencoder.relu;

import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;

import io.github.sparsej.autoencoder.net.TwoLayerWeights;
import io.github.sparsej.encode.feedforward.Activation;
import io.github.sparsej.linalg.DifferentiableFunction;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.Progress;

/**
 * The objective of {@link ReluAutoencoder} over all signals as one batch, as a function of the weights in the layout of
 * {@link TwoLayerWeights}, and its gradient as learning forms it. Thread-safe.
 */
final class ReluObjective implements DifferentiableFunction {

	private final double[][] signals;
	private final int[] all;
	private final ReluOptions options;
	private final Parallel parallel;

	/** @param signals n rows of m values; not modified, but shared */
	ReluObjective(final double[][] signals, final ReluOptions options, final Parallel parallel) {
		this.signals = signals;
		this.options = options;
		this.parallel = parallel;
		all = IntStream.range(0, signals.length).toArray();
	}

	@Override
	public double evaluate(final double[] at, final double[] gradient, final Progress progress) {
		final int m = signals[0].length, p = options.hidden();
		final TwoLayerWeights layout = new TwoLayerWeights(at, p, m, m);
		final ReluWeights weights = new ReluWeights(layout.network(Activation.RELU, Activation.LINEAR));
		final ReluBatch batch = new ReluBatch(weights, signals.length, parallel);
		if (!batch.forwardAndBack(signals, all, options, progress)) throw new CancellationException("stopped while the gradient was formed");
		final double[][] encoder = new double[m][p], decoder = new double[p][m];
		batch.encoderGradient(0, m, encoder);
		batch.decoderGradient(0, p, options.weightDecay(), decoder);
		for (int j = 0; j < p; j++)
			for (int k = 0; k < m; k++) {
				gradient[j * m + k] = encoder[k][j];
				gradient[layout.decoder() + j * m + k] = decoder[j][k];
			}
		System.arraycopy(batch.encoderBiasGradient(), 0, gradient, layout.encoderBias(), p);
		System.arraycopy(batch.decoderBiasGradient(), 0, gradient, layout.decoderBias(), m);
		return batch.sums().terms(weights.decay()).objective(options);
	}
}
