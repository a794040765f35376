package io.github.sparsej.autoencoder.energy;

/**
 * What one outer iteration did. J is the objective of all variables as they are, as in {@link EnergyLearner}.
 *
 * @param afterCodes      J after the step of the codes
 * @param afterDecoder    J after the step of the dictionary
 * @param afterEncoder    J after the step of the encoder
 * @param objective       J at the end: that after the encoder, but where D was replaced then
 * @param data            its data term
 * @param encoding        its encoder's term
 * @param oneNorm         its sum of magnitudes
 * @param codeSteps       iterations of the step of the codes
 * @param decoderSteps    iterations of the step of the dictionary
 * @param encoderSteps    iterations of the step of the encoder
 * @param nonzerosPercent share of coefficients that are not 0, in %
 */
public record EnergyIteration(double afterCodes, double afterDecoder, double afterEncoder, double objective, double data, double encoding, double oneNorm,
	int codeSteps, int decoderSteps, int encoderSteps, double nonzerosPercent)
{}
