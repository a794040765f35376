package io.github.sparsej.autoencoder.error;

import java.util.Map;

import io.github.sparsej.autoencoder.net.SmoothUnit;
import io.github.sparsej.linalg.Sums;

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
		final double squares = Sums.ofSquares(inputs, count);
		for (int i = 0; i < count; i++) inputs[i] *= unit.slope(outputs[i]);
		return squares;
	}
}
