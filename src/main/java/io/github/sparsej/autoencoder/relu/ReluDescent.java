package io.github.sparsej.autoencoder.relu;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import io.github.sparsej.linalg.Adam;
import io.github.sparsej.linalg.Parallel;
import io.github.sparsej.model.Progress;

/**
 * Steps of Adam down the gradient of a batch. The gradient is formed some rows at a time, and these rows are stepped while they
 * are in cache: it never exists as a whole.
 */
final class ReluDescent {

	/** Rows of a gradient per piece of work: a multiple of the rows of all tiles of products. */
	private static final int CHUNK = 24;

	private final ReluWeights weights;
	private final ReluOptions options;
	private final Parallel parallel;
	private final Adam encoder;
	private final Adam decoder;
	private final Adam encoderBias;
	private final Adam decoderBias;
	/** Room for rows of a gradient, one for each thread that has come to need it. */
	private final Queue<double[][]> room = new ConcurrentLinkedQueue<>();

	ReluDescent(final ReluWeights weights, final ReluOptions options, final Parallel parallel) {
		this.weights = weights;
		this.options = options;
		this.parallel = parallel;
		encoder = adam(weights.signalLength(), weights.units());
		decoder = adam(weights.units(), weights.signalLength());
		encoderBias = adam(1, weights.units());
		decoderBias = adam(1, weights.signalLength());
	}

	private Adam adam(final int rows, final int length) {
		return new Adam(rows, length, options.beta1(), options.beta2(), options.epsilon());
	}

	/**
	 * One step.
	 *
	 * @param batch has been forth and back through the weights of now
	 * @return false if the progress asked to stop on the way: then some rows of the weights have made the step
	 */
	boolean step(final ReluBatch batch, final Progress progress) {
		final int decoderChunks = chunks(weights.units());
		final boolean done = parallel.forChunks(decoderChunks + chunks(weights.signalLength()), 1, progress, Progress.LEARNING, (i, end) -> {
			final double[][] free = room.poll(), gradient = free != null ? free : new double[CHUNK][Math.max(weights.units(), weights.signalLength())];
			if (i < decoderChunks) stepDecoder(batch, i * CHUNK, Math.min(weights.units(), (i + 1) * CHUNK), gradient);
			else stepEncoder(batch, (i - decoderChunks) * CHUNK, Math.min(weights.signalLength(), (i - decoderChunks + 1) * CHUNK), gradient);
			room.add(gradient);
		});
		if (!done) return false;
		encoderBias.step(0, batch.encoderBiasGradient(), options.eta(), weights.encoderBias);
		decoderBias.step(0, batch.decoderBiasGradient(), options.eta(), weights.decoderBias);
		return true;
	}

	private static int chunks(final int rows) {
		return (rows + CHUNK - 1) / CHUNK;
	}

	private void stepDecoder(final ReluBatch batch, final int begin, final int end, final double[][] gradient) {
		batch.decoderGradient(begin, end, options.weightDecay(), gradient);
		for (int j = begin; j < end; j++) decoder.step(j, gradient[j - begin], options.eta(), weights.decoder[j]);
		weights.transposeDecoder(begin, end);
	}

	private void stepEncoder(final ReluBatch batch, final int begin, final int end, final double[][] gradient) {
		batch.encoderGradient(begin, end, gradient);
		for (int k = begin; k < end; k++) encoder.step(k, gradient[k - begin], options.eta(), weights.encoder[k]);
	}
}
