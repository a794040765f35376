package io.github.sparsej.restore.noise;

import java.util.OptionalDouble;

/**
 * What is known of a camera before its noise is estimated from an image; empty is not known.
 *
 * @param gain      grey values per photo-electron, above 0
 * @param offset    grey value of a pixel that no photon meets
 * @param readNoise standard deviation of the Gaussian part, grey values, at least 0
 */
public record KnownCamera(OptionalDouble gain, OptionalDouble offset, OptionalDouble readNoise) {

	/** Nothing is known. */
	public static final KnownCamera NOTHING = new KnownCamera(OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty());

	public KnownCamera {
		// The noise itself knows which values it can have; 1, 0 and 0 are some of them.
		new PoissonGaussianNoise(gain.orElse(1), offset.orElse(0), readNoise.orElse(0));
	}

	/** Nothing is to be estimated. */
	public boolean isComplete() {
		return gain.isPresent() && offset.isPresent() && readNoise.isPresent();
	}
}
