package io.github.sparsej.convolve.readout;

import java.util.List;

import io.github.sparsej.model.Require;
import io.github.sparsej.model.SparseCodes;

/**
 * Probabilities of classes by sparse features x: {@code p_c = exp(s_c) / sum_b exp(s_b)} with {@code s_c = w_c x / scale + bias_c}.
 * Immutable and thread-safe.
 */
public final class SoftmaxReadout {

	private final List<String> classes;
	private final int features;
	private final double scale;
	/** Per class: a weight for each feature, then the bias. */
	private final double[] weights;

	/**
	 * @param classes  names, at least 2
	 * @param features number of features
	 * @param scale    what features are divided by, above 0, finite
	 * @param weights  per class a weight for each feature, then the bias; copied
	 */
	public SoftmaxReadout(final List<String> classes, final int features, final double scale, final double[] weights) {
		if (classes.size() < 2) throw new IllegalArgumentException("there must be at least 2 classes to tell, got " + classes);
		Require.positive("the scale of features", scale);
		if (weights.length != (long) classes.size() * (features + 1)) throw new IllegalArgumentException(classes.size() + " classes by " + features + " features need " + (long) classes.size() * (features + 1) + " weights, got " + weights.length);
		for (final double weight : weights) if (!Double.isFinite(weight)) throw new IllegalArgumentException("weights must be finite, got " + weight);
		this.classes = List.copyOf(classes);
		this.features = features;
		this.scale = scale;
		this.weights = weights.clone();
	}

	public List<String> classes() {
		return classes;
	}

	/** Number of features. */
	public int features() {
		return features;
	}

	public double scale() {
		return scale;
	}

	/** A copy: per class a weight for each feature, then the bias. */
	public double[] weights() {
		return weights.clone();
	}

	/** The probability of each class for a row of features. */
	public double[] probabilities(final SparseCodes rows, final int row) {
		require(rows);
		final double[] p = new double[classes.size()];
		softmax(rows, row, scale, weights, p);
		return p;
	}

	/** The most probable class of each row, from 0; of several the first. */
	public int[] classify(final SparseCodes rows) {
		final int[] told = new int[rows.count()];
		for (int row = 0; row < told.length; row++) {
			final double[] p = probabilities(rows, row);
			for (int c = 1; c < p.length; c++) if (p[c] > p[told[row]]) told[row] = c;
		}
		return told;
	}

	private void require(final SparseCodes rows) {
		if (rows.atomCount() != features) throw new IllegalArgumentException("a read-out of " + features + " features cannot tell by " + rows.atomCount());
	}

	/** Sets p to the probabilities. */
	static void softmax(final SparseCodes rows, final int row, final double scale, final double[] weights, final double[] p) {
		final int stride = rows.atomCount() + 1;
		double largest = Double.NEGATIVE_INFINITY, sum = 0;
		for (int c = 0; c < p.length; c++) {
			double s = 0;
			for (int e = rows.start(row); e < rows.start(row + 1); e++) s += weights[c * stride + rows.atom(e)] * rows.coefficient(e);
			p[c] = s / scale + weights[c * stride + stride - 1];
			largest = Math.max(largest, p[c]);
		}
		for (int c = 0; c < p.length; c++) sum += p[c] = Math.exp(p[c] - largest);
		for (int c = 0; c < p.length; c++) p[c] /= sum;
	}
}
