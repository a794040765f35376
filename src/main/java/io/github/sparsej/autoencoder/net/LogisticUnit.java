package io.github.sparsej.autoencoder.net;

import io.github.sparsej.linalg.Logistic;

/** f(a) = 1 / (1 + exp(-a)), with f' = f (1 - f) and f'' = f (1 - f) (1 - 2 f). */
public final class LogisticUnit implements SmoothUnit {

	@Override
	public void apply(final double[] inputs, final double bias, final int count, final double[] values) {
		for (int i = 0; i < count; i++) inputs[i] += bias;
		Logistic.of(inputs, count, values);
	}

	@Override
	public double slope(final double value) {
		return value * (1 - value);
	}

	@Override
	public double curvature(final double value) {
		return value * (1 - value) * (1 - 2 * value);
	}
}
