package io.github.sparsej.restore.noise;

import io.github.sparsej.model.Require;

/**
 * Gaussian noise of the same standard deviation at every pixel.
 *
 * @param sigma standard deviation, grey values, 0 (no noise) or more
 */
public record GaussianNoise(double sigma) implements NoiseModel {

	public GaussianNoise {
		Require.notNegative("sigma", sigma);
	}

	@Override
	public double variance(final double mean) {
		return sigma * sigma;
	}

	@Override
	public boolean isAbsent() {
		return sigma == 0;
	}

	/** Division by sigma. */
	@Override
	public NoiseStabilizer stabilizer() {
		if (isAbsent()) throw new IllegalArgumentException("noise of sigma 0 cannot be brought to unit standard deviation: there is nothing to remove");
		return new Scaling(sigma);
	}

	private record Scaling(double sigma) implements NoiseStabilizer {

		@Override
		public double stabilize(final double pixel) {
			return pixel / sigma;
		}

		@Override
		public double restore(final double expected) {
			return expected * sigma;
		}
	}
}
