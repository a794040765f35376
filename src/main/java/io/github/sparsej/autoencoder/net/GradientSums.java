package io.github.sparsej.autoencoder.net;

import io.github.sparsej.linalg.DoubleProduct;
import io.github.sparsej.linalg.Sums;

/**
 * Adds what a block of signals brings to the gradient by the weights, which has their layout ({@link TwoLayerWeights}). Of
 * one thread at a time: it uses its room again.
 */
public final class GradientSums {

	private final int inputs;
	private final int outputs;
	private final double[] packed;
	private final double[][] product;

	/** @param capacity most signals of a block */
	public GradientSums(final int units, final int inputs, final int outputs, final int capacity) {
		this.inputs = inputs;
		this.outputs = outputs;
		packed = new double[units * capacity];
		product = new double[units][Math.max(inputs, outputs)];
	}

	/**
	 * Adds sum over signals of d x' to the part of E.
	 *
	 * @param d units x signals
	 * @param x signals x inputs
	 */
	public void addToEncoder(final double[][] d, final double[][] x, final int count, final double[] gradient) {
		add(d, x, count, inputs, gradient, 0);
	}

	/**
	 * Adds sum over signals of z s' to the part of D.
	 *
	 * @param z units x signals
	 * @param s signals x outputs
	 */
	public void addToDecoder(final double[][] z, final double[][] s, final int count, final double[] gradient) {
		add(z, s, count, outputs, gradient, product.length * inputs);
	}

	private void add(final double[][] left, final double[][] right, final int count, final int columns, final double[] gradient, final int at) {
		for (int k = 0; k < left.length; k++) System.arraycopy(left[k], 0, packed, k * count, count);
		DoubleProduct.best().multiply(packed, 0, count, left.length, count, right, columns, product);
		for (int k = 0; k < left.length; k++) addRow(product[k], columns, gradient, at + k * columns);
	}

	private static void addRow(final double[] row, final int count, final double[] to, final int at) {
		for (int j = 0; j < count; j++) to[at + j] += row[j];
	}

	/** Adds the sum of each row of d to one bias after another. */
	public static void addToBiases(final double[][] d, final int count, final double[] gradient, final int at) {
		for (int k = 0; k < d.length; k++) gradient[at + k] += Sums.of(d[k], count);
	}
}
