package io.github.sparsej.encode.feedforward;

/**
 * What the terms of an energy auto-encoder count beside |z|_1: its exact code minimises
 * dataLambda/2 |x - D'z|^2 + encoderLambda/2 |z - E x|^2 + |z|_1.
 *
 * @param dataLambda    weight of the reconstruction, positive and finite
 * @param encoderLambda weight of the encoder, positive and finite
 */
public record EnergyWeights(double dataLambda, double encoderLambda) {

	public EnergyWeights {
		require("dataLambda", dataLambda);
		require("encoderLambda", encoderLambda);
	}

	private static void require(final String name, final double value) {
		if (!(value > 0) || Double.isInfinite(value)) throw new IllegalArgumentException(name + " must be positive and finite, got " + value);
	}
}
