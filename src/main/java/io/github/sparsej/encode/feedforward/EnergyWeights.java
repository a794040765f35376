package io.github.sparsej.encode.feedforward;

import io.github.sparsej.model.Require;

/**
 * What the terms of an energy auto-encoder count beside |z|_1: its exact code minimises
 * dataLambda/2 |x - D'z|^2 + encoderLambda/2 |z - E x|^2 + |z|_1.
 *
 * @param dataLambda    weight of the reconstruction, positive and finite
 * @param encoderLambda weight of the encoder, positive and finite
 */
public record EnergyWeights(double dataLambda, double encoderLambda) {

	public EnergyWeights {
		Require.positive("dataLambda", dataLambda);
		Require.positive("encoderLambda", encoderLambda);
	}
}
