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
	public OutputError initial(final int outputs) {
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

	/** Two sums side by side, since each addition would otherwise wait for the one before. */
	private static double row(final double[] inputs, final double[] outputs, final double[] targets, final int count, final SmoothUnit unit) {
		for (int i = 0; i < count; i++) inputs[i] = outputs[i] - targets[i];
		double even = 0, odd = 0;
		for (int i = 0; i + 1 < count; i += 2) {
			even = Math.fma(inputs[i], inputs[i], even);
			odd = Math.fma(inputs[i + 1], inputs[i + 1], odd);
		}
		if (count % 2 == 1) even = Math.fma(inputs[count - 1], inputs[count - 1], even);
		for (int i = 0; i < count; i++) inputs[i] *= unit.slope(outputs[i]);
		return even + odd;
	}
}
