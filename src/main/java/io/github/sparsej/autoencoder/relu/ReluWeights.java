package io.github.sparsej.autoencoder.relu;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.github.sparsej.encode.feedforward.Activation;
import io.github.sparsej.encode.feedforward.FeedForward;
import io.github.sparsej.linalg.DoubleMatrices;

/**
 * The weights while they are learned, in the shapes that products want: V = E' (m x p), D (p x m) and D' (m x p), one array
 * per row.
 */
final class ReluWeights {

	final double[][] encoder;
	final double[] encoderBias;
	final double[][] decoder;
	final double[][] decoderTransposed;
	final double[] decoderBias;

	ReluWeights(final FeedForward start) {
		final int m = start.signalLength(), p = start.units();
		encoder = DoubleMatrices.transposed(IntStream.range(0, p).mapToObj(start::encoder).toArray(double[][]::new));
		encoderBias = start.encoderBias();
		decoder = IntStream.range(0, p).mapToObj(start::decoder).toArray(double[][]::new);
		decoderTransposed = new double[m][p];
		transposeDecoder(0, p);
		decoderBias = start.decoderBias();
	}

	int units() {
		return encoderBias.length;
	}

	int signalLength() {
		return decoderBias.length;
	}

	/** Makes D' follow D in the rows of these units. */
	void transposeDecoder(final int begin, final int end) {
		for (int k = 0; k < decoderTransposed.length; k++)
			for (int j = begin; j < end; j++) decoderTransposed[k][j] = decoder[j][k];
	}

	/** |D|_F^2. */
	double decay() {
		double sum = 0;
		for (final double[] row : decoder) for (final double value : row) sum += value * value;
		return sum;
	}

	boolean areFinite() {
		return Stream.of(Stream.of(encoder), Stream.of(decoder), Stream.of(encoderBias, decoderBias)).flatMap(rows -> rows).flatMapToDouble(Arrays::stream).allMatch(Double::isFinite);
	}

	/** A copy. */
	FeedForward network() {
		return new FeedForward(DoubleMatrices.transposed(encoder), encoderBias, Activation.RELU, decoder, decoderBias, Activation.LINEAR);
	}
}
