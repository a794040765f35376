package io.github.sparsej.restore.noise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class NoiseModelTest {

	@Test
	void gaussianNoiseIsDividedBySigmaAndBack() {
		final NoiseModel noise = new GaussianNoise(4);
		final float[] stabilized = noise.stabilizer().stabilize(new float[] { 8, -2, Float.NaN });
		assertThat(stabilized).containsExactly(2, -0.5f, Float.NaN);
		assertThat(noise.stabilizer().restore(stabilized)).containsExactly(8, -2, Float.NaN);
		assertThat(noise.variance(17)).isEqualTo(16);
		assertThat(noise.isAbsent()).isFalse();
	}

	@Test
	void poissonGaussianVarianceRisesFromTheOffsetOn() {
		final NoiseModel noise = new PoissonGaussianNoise(2, 100, 3);
		assertThat(noise.variance(100)).isEqualTo(9);
		assertThat(noise.variance(110)).isEqualTo(29);
		assertThat(noise.variance(90)).isEqualTo(9);
		assertThat(noise.stabilizer()).isInstanceOf(AnscombeTransform.class);
		assertThat(noise.isAbsent()).isFalse();
	}

	/** Small noise on many photons: one unit of the stabilized image is one standard deviation. */
	@Test
	void aUnitOfTheStabilizedImageIsOneStandardDeviation() {
		for (final NoiseModel noise : new NoiseModel[] { new GaussianNoise(7), new PoissonGaussianNoise(3, 50, 5) }) {
			final NoiseStabilizer stabilizer = noise.stabilizer();
			final double slope = stabilizer.stabilize(5000.5) - stabilizer.stabilize(4999.5);
			assertThat(slope).isCloseTo(1 / Math.sqrt(noise.variance(5000)), within(1e-5));
		}
	}

	@Test
	void noNoiseCannotBeStabilized() {
		assertThat(new GaussianNoise(0).isAbsent()).isTrue();
		assertThatThrownBy(() -> new GaussianNoise(0).stabilizer()).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("sigma 0");
		assertThatThrownBy(() -> new GaussianNoise(-1)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("-1");
		assertThatThrownBy(() -> new GaussianNoise(Double.NaN)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("NaN");
	}
}
