package io.github.sparsej.autoencoder.sigmoid;

import io.github.sparsej.autoencoder.error.OutputError;
import io.github.sparsej.autoencoder.error.TangentPenalty;
import io.github.sparsej.autoencoder.error.TangentPropagation;
import io.github.sparsej.autoencoder.error.TangentVectors;
import io.github.sparsej.autoencoder.net.Blocks;
import io.github.sparsej.autoencoder.net.GradientSums;
import io.github.sparsej.autoencoder.net.LinearUnit;
import io.github.sparsej.autoencoder.net.LogisticUnit;
import io.github.sparsej.autoencoder.net.SmoothUnit;
import io.github.sparsej.autoencoder.net.TwoLayerWeights;
import io.github.sparsej.encode.feedforward.Activation;

/**
 * From the hidden values of a block of signals to its outputs, its error, and back to all weights. Of one thread at a time:
 * it uses its room again.
 */
final class BlockGradient {

	private static final SmoothUnit HIDDEN = new LogisticUnit();

	private final SmoothUnit output;
	/** Null for none. */
	private final TangentPropagation tangents;
	private final double[][] inputs;
	private final double[][] outputs;
	private final double[][] turned;
	private final double[][] slopes;
	private final GradientSums sums;

	BlockGradient(final SigmoidOptions options, final int length) {
		output = options.output() == Activation.LINEAR ? new LinearUnit() : new LogisticUnit();
		tangents = options.error() instanceof TangentPropagation chosen ? chosen : null;
		inputs = new double[length][SignalBlocks.SIZE];
		outputs = new double[length][SignalBlocks.SIZE];
		turned = new double[SignalBlocks.SIZE][length];
		slopes = new double[options.units()][SignalBlocks.SIZE];
		sums = new GradientSums(options.units(), length, length, SignalBlocks.SIZE);
	}

	/**
	 * The outputs of hidden values.
	 *
	 * @return outputs x signals; valid until the next call
	 */
	double[][] outputs(final TwoLayerWeights weights, final double[][] hidden, final int count) {
		weights.decode(hidden, count, inputs);
		for (int j = 0; j < outputs.length; j++) output.apply(inputs[j], weights.decoderBias(j), count, outputs[j]);
		return outputs;
	}

	/**
	 * @param hidden      units x signals; not modified
	 * @param block       which of the signals
	 * @param penalties   what is added to the slope by the value of each hidden unit; not modified
	 * @param gradient    what the block brings is added, not divided by the number of signals
	 * @return sum of the error over the signals
	 */
	double add(final TwoLayerWeights weights, final double[][] hidden, final SignalBlocks signals, final int block, final OutputError error, final double[] penalties, final double[] gradient) {
		final int count = signals.size(block);
		outputs(weights, hidden, count);
		double sum = error.evaluate(inputs, outputs, signals.columns(block), count, output);
		final double[][] straight = tangents == null ? null : new double[slopes.length][count];
		if (tangents != null) sum += addTangents(weights, hidden, signals.columns(block), count, straight, gradient);
		Blocks.transpose(inputs, inputs.length, count, turned);
		sums.addToDecoder(hidden, turned, count, gradient);
		GradientSums.addToBiases(inputs, count, gradient, weights.decoderBias());
		weights.decodeBack(inputs, count, slopes);
		for (int k = 0; k < slopes.length; k++) {
			byInputs(slopes[k], hidden[k], penalties[k], count);
			if (straight != null) for (int i = 0; i < count; i++) slopes[k][i] += straight[k][i];
		}
		sums.addToEncoder(slopes, signals.rows(block), count, gradient);
		GradientSums.addToBiases(slopes, count, gradient, weights.encoderBias());
		return sum;
	}

	private static void byInputs(final double[] slopes, final double[] values, final double penalty, final int count) {
		for (int i = 0; i < count; i++) slopes[i] = (slopes[i] + penalty) * HIDDEN.slope(values[i]);
	}

	private double addTangents(final TwoLayerWeights weights, final double[][] hidden, final double[][] patches, final int count, final double[][] straight, final double[] gradient) {
		final double[][][] vectors = new double[TangentVectors.COUNT][patches.length][count];
		new TangentVectors(tangents.shape()).of(patches, count, vectors);
		final TangentPenalty penalty = new TangentPenalty(weights, HIDDEN, output, hidden, outputs, count);
		double sum = 0;
		for (final double[][] tangent : vectors) sum += penalty.add(tangent, tangents.weight(), inputs, straight, sums, gradient);
		return sum;
	}

	/** Adds sum over signals of (y - x)(y - x)' to a matrix, m x m, row-major. */
	void addResidualProducts(final TwoLayerWeights weights, final double[][] hidden, final double[][] x, final int count, final double[] products) {
		final int m = inputs.length;
		outputs(weights, hidden, count);
		for (int j = 0; j < m; j++) for (int i = 0; i < count; i++) inputs[j][i] = outputs[j][i] - x[j][i];
		Blocks.transpose(inputs, m, count, turned);
		new GradientSums(m, m, m, count).addToEncoder(inputs, turned, count, products);
	}
}
