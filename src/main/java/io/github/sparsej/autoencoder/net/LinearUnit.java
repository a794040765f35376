package io.github.sparsej.autoencoder.net;

/** f(a) = a. */
public final class LinearUnit implements SmoothUnit {

	@Override
	public void apply(final double[] inputs, final double bias, final int count, final double[] values) {
		for (int i = 0; i < count; i++) {
			inputs[i] += bias;
			values[i] = inputs[i];
		}
	}

	@Override
	public double slope(final double value) {
		return 1;
	}

	@Override
	public double curvature(final double value) {
		return 0;
	}
}
