package io.github.sparsej.autoencoder.error;

import java.util.Map;

import io.github.sparsej.autoencoder.net.SmoothUnit;

/**
 * Cross-entropy of targets of which a share is expected to be flipped (Bishop 2006, exercise 5.4):
 * p = (1 - eps) y + eps (1 - y), E = - sum [t ln p + (1 - t) ln(1 - p)], with logistic outputs
 * dE/da = -(t - p) / (p (1 - p)) (1 - 2 eps) y (1 - y). Targets are in [0, 1]; with eps = 0 it is the usual cross-entropy. The
 * more flips are expected, the less a single value that is far off can pull.
 *
 * @param flipProbability eps, 0 or more and below 0.5
 */
public record NoisyLabels(double flipProbability) implements ErrorFunction, OutputError {

	public static final String NAME = "Noisy labels";

	/** One value in 20. */
	public static final double FLIP_PROBABILITY = 0.05;

	public NoisyLabels {
		if (!(flipProbability >= 0 && flipProbability < 0.5)) throw new IllegalArgumentException("flipProbability must be 0 or more and below 0.5, got " + flipProbability);
	}

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
		return Map.of("flip probability", Double.toString(flipProbability));
	}

	@Override
	public void require(final double[][] signals) {
		for (int i = 0; i < signals.length; i++)
			for (final double value : signals[i])
				if (!(value >= 0 && value <= 1)) throw new IllegalArgumentException("the error " + NAME + " needs values from 0 to 1, and signal " + (i + 1) + " holds " + value);
	}

	@Override
	public double evaluate(final double[][] inputs, final double[][] outputs, final double[][] targets, final int count, final SmoothUnit unit) {
		double sum = 0;
		for (int j = 0; j < outputs.length; j++)
			for (int i = 0; i < count; i++) {
				final double input = inputs[j][i];
				inputs[j][i] = slope(outputs[j][i], targets[j][i]);
				sum += error(input, outputs[j][i], targets[j][i]);
			}
		return sum;
	}

	private double error(final double input, final double output, final double target) {
		// ln y and ln(1 - y) by the input: the output of a saturated unit is 0 or 1 to rounding.
		if (flipProbability == 0) return target * softplus(-input) + (1 - target) * softplus(input);
		final double p = p(output);
		return -target * Math.log(p) - (1 - target) * Math.log(1 - p);
	}

	private static double softplus(final double x) {
		return Math.max(0, x) + Math.log1p(Math.exp(-Math.abs(x)));
	}

	/** With p (1 - p) = (1 - 2 eps)^2 y (1 - y) + eps (1 - eps). */
	private double slope(final double output, final double target) {
		if (flipProbability == 0) return output - target;
		final double variance = output * (1 - output), straight = 1 - 2 * flipProbability;
		return (p(output) - target) * straight * variance / (straight * straight * variance + flipProbability * (1 - flipProbability));
	}

	private double p(final double output) {
		return (1 - flipProbability) * output + flipProbability * (1 - output);
	}
}
