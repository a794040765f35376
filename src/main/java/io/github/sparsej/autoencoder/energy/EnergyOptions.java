package io.github.sparsej.autoencoder.energy;

import java.util.LinkedHashMap;
import java.util.Map;

import io.github.sparsej.encode.feedforward.EnergyWeights;
import io.github.sparsej.model.Require;

/**
 * Options of the energy auto-encoder.
 *
 * @param atoms         p, columns of D and rows of E, at least 1
 * @param dataLambda    weight of the data term, positive
 * @param encoderLambda weight of the encoder's term, positive
 * @param iterations    outer iterations (one step of codes, dictionary and encoder each), at least 1
 * @param tolerance     relative change of a step's objective at which it ends, between 0 and 1 (both excluded)
 * @param maxInner      most iterations of one step, at least 1
 * @param variant       the correct algorithm, or the published one
 * @param seed          of the first D and E
 */
public record EnergyOptions(int atoms, double dataLambda, double encoderLambda, int iterations, double tolerance, int maxInner, EnergyVariant variant, long seed) {

	/** Those of the notebook: patches of 12 x 12 pixels are meant. */
	public static final EnergyOptions DEFAULT = new EnergyOptions(200, 10, 10, 20, 1e-3, 200, EnergyVariant.CORRECT, 42);

	/** The codes at the start and now; those of the step (four), their products (two) and target. */
	private static final long MATRICES_OF_CODES = 9;
	/** The same of D and E, with their Hessians. */
	private static final long MATRICES_OF_ATOMS = 24;

	public EnergyOptions {
		Require.atLeastOne("atoms", atoms);
		new EnergyWeights(dataLambda, encoderLambda); // refuses what cannot weigh a term
		Require.atLeastOne("iterations", iterations);
		if (!(tolerance > 0 && tolerance < 1)) throw new IllegalArgumentException("tolerance must be between 0 and 1 (both excluded), got " + tolerance); // NaN fails too
		Require.atLeastOne("maxInner", maxInner);
		if (variant == null) throw new IllegalArgumentException("variant must be CORRECT or AS_PUBLISHED");
	}

	/** The weights of the terms, by which the model that was learned finds exact codes. */
	public EnergyWeights weights() {
		return new EnergyWeights(dataLambda, encoderLambda);
	}

	/** Memory for learning, in bytes, beyond the signals: codes, the products and iterates of their step, and matrices of atoms. */
	public long bytesNeeded(final long signals, final long length) {
		return Double.BYTES * (MATRICES_OF_CODES * signals * atoms + MATRICES_OF_ATOMS * atoms * Math.max(length, atoms));
	}

	/** Names and values, for the provenance of a model. */
	public Map<String, String> inWords() {
		final Map<String, String> words = new LinkedHashMap<>();
		words.put("atoms", Integer.toString(atoms));
		words.put("data lambda", Double.toString(dataLambda));
		words.put("encoder lambda", Double.toString(encoderLambda));
		words.put("iterations", Integer.toString(iterations));
		words.put("tolerance", Double.toString(tolerance));
		words.put("most iterations of a step", Integer.toString(maxInner));
		words.put("variant", variant.label());
		return words;
	}
}
