package io.github.sparsej.encode;

import io.github.sparsej.model.EncoderSettings;

/**
 * Options of orthogonal matching pursuit, which stops at whichever of the two comes first.
 *
 * @param maxNonzeros       most atoms per signal, at least 1
 * @param residualTolerance l2 norm of the residual (in the units of the signals, not squared) that is good enough, 0 or
 *                          more; a signal within it already takes no atom
 */
public record OmpOptions(int maxNonzeros, double residualTolerance) implements EncoderSettings {

	public static final String NAME = "Orthogonal matching pursuit";

	public OmpOptions {
		GreedyChecks.check("maxNonzeros", maxNonzeros, residualTolerance);
	}

	@Override
	public String name() {
		return NAME;
	}
}
