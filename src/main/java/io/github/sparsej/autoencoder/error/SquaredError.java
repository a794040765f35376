package io.github.sparsej.autoencoder.error;

import java.util.Map;

import io.github.sparsej.autoencoder.net.SmoothUnit;

/** E = 1/2 |y - t|^2, the error of the UFLDL tutorial. */
public record SquaredError() implements ErrorFunction, OutputError {

	public static final String NAME = "Squared";

	@Override
	public String name() {
		return NAME;
	}

	@Override
	public OutputError initial(final double[][] signals) {
		return this;
	}

	@Override
	public Map<String, String> inWords() {
		return Map.of();
	}

	@Override
	public void require(final double[][] signals) {
		// Any signals will do.
	}

	@Override
	public double evaluate(final double[][] inputs, final double[][] outputs, final double[][] targets, final int count, final SmoothUnit unit) {
		double sum = 0;
		for (int j = 0; j < outputs.length; j++) sum += row(inputs[j], outputs[j], targets[j], count, unit);
		return sum / 2;
	}

	private static double row(final double[] inputs, final double[] outputs, final double[] targets, final int count, final SmoothUnit unit) {
		for (int i = 0; i < count; i++) inputs[i] = outputs[i] - targets[i];
		final double squares = squares(inputs, count);
		for (int i = 0; i < count; i++) inputs[i] *= unit.slope(outputs[i]);
		return squares;
	}

	/** Eight sums side by side, since each addition would otherwise wait for the one before. */
	private static double squares(final double[] x, final int count) {
		double s0 = 0, s1 = 0, s2 = 0, s3 = 0, s4 = 0, s5 = 0, s6 = 0, s7 = 0;
		int i = 0;
		for (; i + 8 <= count; i += 8) {
			s0 = Math.fma(x[i], x[i], s0);
			s1 = Math.fma(x[i + 1], x[i + 1], s1);
			s2 = Math.fma(x[i + 2], x[i + 2], s2);
			s3 = Math.fma(x[i + 3], x[i + 3], s3);
			s4 = Math.fma(x[i + 4], x[i + 4], s4);
			s5 = Math.fma(x[i + 5], x[i + 5], s5);
			s6 = Math.fma(x[i + 6], x[i + 6], s6);
			s7 = Math.fma(x[i + 7], x[i + 7], s7);
		}
		for (; i < count; i++) s0 = Math.fma(x[i], x[i], s0);
		return s0 + s1 + (s2 + s3) + (s4 + s5 + (s6 + s7));
	}
}
