package io.github.sparsej.autoencoder.error;

import java.util.Map;

import io.github.sparsej.model.PatchShape;
import io.github.sparsej.model.Require;

/**
 * The squared error plus weight times the {@link TangentPenalty} of the tangents of each patch ({@link TangentVectors}): outputs that
 * change little when what a patch shows is shifted, turned or scaled a little.
 *
 * @param weight what the sum of Omega over the tangents of a patch is multiplied by, finite and 0 or more
 * @param shape  of the patches that signals are
 */
public record TangentPropagation(double weight, PatchShape shape) implements ErrorFunction {

	public static final String NAME = "Tangent";

	public static final double WEIGHT = 0.1;

	public TangentPropagation {
		Require.notNegative("the weight of tangents", weight);
		if (shape == null) throw new IllegalArgumentException("tangents need the shape of patches, got none");
		new TangentVectors(shape);
	}

	@Override
	public String name() {
		return NAME;
	}

	@Override
	public OutputError initial(final double[][] signals) {
		return new SquaredError();
	}

	@Override
	public Map<String, String> inWords() {
		return Map.of("tangent weight", Double.toString(weight));
	}

	@Override
	public void require(final double[][] signals) {
		if (signals[0].length != shape.length()) throw new IllegalArgumentException("tangents of patches of " + shape + " need signals of " + shape.length() + " values, got " + signals[0].length);
	}
}
