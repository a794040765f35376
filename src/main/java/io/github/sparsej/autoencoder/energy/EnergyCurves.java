package io.github.sparsej.autoencoder.energy;

import java.util.List;

/** Names of the curves that {@link EnergyLearner} records. */
public final class EnergyCurves {

	/** Each step's own objective, of its start and after every iteration, one step after the other. */
	public static final String CODE_STEP = "Objective of the steps of Z", DECODER_STEP = "Objective of the steps of D", ENCODER_STEP = "Objective of the steps of E";
	/** J per outer iteration. */
	public static final String AFTER_CODES = "J after Z", AFTER_DECODER = "J after D", AFTER_ENCODER = "J after E";
	/** Share of coefficients that are not 0, per outer iteration. */
	public static final String NONZEROS = "Nonzeros (%)";

	private EnergyCurves() {}

	/** Whether a curve has a value per outer iteration. */
	public static boolean isOuter(final String quantity) {
		return List.of(AFTER_CODES, AFTER_DECODER, AFTER_ENCODER, NONZEROS).contains(quantity);
	}
}
