package io.github.sparsej.autoencoder.net;

import java.util.Arrays;

import io.github.sparsej.encode.feedforward.Activation;
import io.github.sparsej.encode.feedforward.FeedForward;
import io.github.sparsej.linalg.DoubleProduct;

/**
 * The weights of a net with p hidden units, z = f(E x + b), y = g(D'z + a), as one vector of variables: E (p x inputs,
 * row-major), D (p x outputs, row-major), b, a. Immutable where the vector is left alone, and thread-safe.
 */
public final class TwoLayerWeights {

	private final double[] vector;
	private final int units;
	private final int inputs;
	private final int outputs;
	private final double[] decoderTransposed;

	/** @param vector as many values as {@link #length} says; shared, not copied */
	public TwoLayerWeights(final double[] vector, final int units, final int inputs, final int outputs) {
		if (vector.length != length(units, inputs, outputs)) throw new IllegalArgumentException("a net of " + inputs + ", " + units + " and " + outputs + " units needs " + length(units, inputs, outputs) + " weights, got " + vector.length);
		this.vector = vector;
		this.units = units;
		this.inputs = inputs;
		this.outputs = outputs;
		decoderTransposed = new double[outputs * units];
		for (int k = 0, from = decoder(); k < units; k++) for (int j = 0; j < outputs; j++) decoderTransposed[j * units + k] = vector[from++];
	}

	/** The weights of an auto-encoder, in a vector of their own. */
	public static TwoLayerWeights of(final FeedForward network) {
		final int units = network.units(), length = network.signalLength();
		final double[] vector = new double[length(units, length, length)];
		final TwoLayerWeights weights = new TwoLayerWeights(vector, units, length, length);
		for (int k = 0; k < units; k++) {
			System.arraycopy(network.encoder(k), 0, vector, k * length, length);
			System.arraycopy(network.decoder(k), 0, vector, weights.decoder() + k * length, length);
		}
		System.arraycopy(network.encoderBias(), 0, vector, weights.encoderBias(), units);
		System.arraycopy(network.decoderBias(), 0, vector, weights.decoderBias(), length);
		return new TwoLayerWeights(vector, units, length, length);
	}

	/**
	 * Number of weights and biases.
	 *
	 * @throws IllegalArgumentException if they are more than an array holds
	 */
	public static int length(final int units, final int inputs, final int outputs) {
		final long length = units * ((long) inputs + outputs) + units + outputs;
		if (length > Integer.MAX_VALUE - 8) throw new IllegalArgumentException("a net of " + inputs + ", " + units + " and " + outputs + " units has too many weights: " + length);
		return (int) length;
	}

	/** The auto-encoder of these weights, which must have as many outputs as inputs. */
	public FeedForward network(final Activation hidden, final Activation output) {
		return new FeedForward(rows(0, inputs), Arrays.copyOfRange(vector, encoderBias(), decoderBias()), hidden, rows(decoder(), outputs), Arrays.copyOfRange(vector, decoderBias(), vector.length), output);
	}

	private double[][] rows(final int from, final int length) {
		final double[][] rows = new double[units][];
		for (int k = 0; k < units; k++) rows[k] = Arrays.copyOfRange(vector, from + k * length, from + (k + 1) * length);
		return rows;
	}

	/** The vector itself; shared, not copied. */
	public double[] vector() {
		return vector;
	}

	public int units() {
		return units;
	}

	public int inputs() {
		return inputs;
	}

	public int outputs() {
		return outputs;
	}

	/** Where D begins in the vector. */
	public int decoder() {
		return units * inputs;
	}

	/** Where b begins; all weights that are not biases stand before. */
	public int encoderBias() {
		return decoder() + units * outputs;
	}

	/** Where a begins. */
	public int decoderBias() {
		return encoderBias() + units;
	}

	/** b_k. */
	public double encoderBias(final int unit) {
		return vector[encoderBias() + unit];
	}

	/** a_j. */
	public double decoderBias(final int output) {
		return vector[decoderBias() + output];
	}

	/** {@code product} = E x for the first {@code count} signals of a block. */
	public void encode(final double[][] x, final int count, final double[][] product) {
		DoubleProduct.best().multiply(vector, 0, inputs, units, inputs, x, count, product);
	}

	/** {@code product} = D'z. */
	public void decode(final double[][] z, final int count, final double[][] product) {
		DoubleProduct.best().multiply(decoderTransposed, 0, units, outputs, units, z, count, product);
	}

	/** {@code product} = D s: slopes by outputs to slopes by hidden units. */
	public void decodeBack(final double[][] s, final int count, final double[][] product) {
		DoubleProduct.best().multiply(vector, decoder(), outputs, units, outputs, s, count, product);
	}
}
